"""Blanks in stock: what arrives, what is expected, what a count finds."""

from dataclasses import dataclass
from datetime import date

from field.domain.cetak.blanks import BlankKind, Stock, check_count, check_enough
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit
from field.store import blanks as store
from field.store.blanks import Line
from field.store.db import transaction
from field.store.tables import BlankDelivery


@dataclass(frozen=True)
class BlankBook:
    """The stock, what is expected, and the latest moves."""

    stock: Stock
    expected: list[BlankDelivery]
    lines: list[Line]


def book() -> BlankBook:
    return BlankBook(store.stock(), store.deliveries(), store.lines())


def stock() -> Stock:
    return store.stock()


def arrived(count: int, note: str, by: int, doors: Doors) -> None:
    """Write down blanks that came without having been expected here."""
    check_count(count)
    now = doors.clock.now()
    with transaction() as live:
        store.add_move(live, BlankKind.ARRIVED, count, now, by, note[:200])
        audit.record(live, "blanks.arrived", at=now, by=by, count=count)


def counted(found: int, note: str, by: int, doors: Doors) -> int:
    """Set the stock to what somebody counted; returns the difference."""
    check_count(found, least=0)
    now = doors.clock.now()
    with transaction() as live:
        store.lock_stock(live)
        difference = found - store.stock().left
        if difference:
            store.add_move(live, BlankKind.COUNTED, difference, now, by, note[:200])
            audit.record(live, "blanks.counted", at=now, by=by, difference=difference)
        return difference


def spoiled(count: int, note: str, by: int, doors: Doors) -> None:
    """Write down blanks that were spoiled with no card on them: jammed, dirty, bent."""
    check_count(count)
    now = doors.clock.now()
    with transaction() as live:
        store.lock_stock(live)
        check_enough(store.stock().left, -count)
        store.add_move(live, BlankKind.SPOILED, -count, now, by, note[:200])
        audit.record(live, "blanks.spoiled", at=now, by=by, count=count)


def expect(on: date, count: int, note: str, by: int, doors: Doors) -> None:
    """Write down that blanks are to come on a day."""
    check_count(count)
    now = doors.clock.now()
    with transaction() as live:
        live.add(
            BlankDelivery(expected_on=on, count=count, note=note[:200], created_at=now,
                          created_by=by)
        )  # fmt: skip
        audit.record(live, "blanks.expect", at=now, by=by, count=count, day=on.isoformat())


def settle(delivery_id: int, came: int | None, by: int, doors: Doors) -> None:
    """Write down that an expected delivery came, with how many; None: it will not come."""
    if came is not None:
        check_count(came)
    now = doors.clock.now()
    with transaction() as live:
        row = store.lock_delivery_or_none(live, delivery_id)
        if row is None or row.state != "expected":
            raise Fault(NOT_FOUND, what=N_("Kiriman blangko"))
        row.state = "cancelled" if came is None else "arrived"
        if came is not None:
            move = store.add_move(live, BlankKind.ARRIVED, came, now, by, row.note)
            move.delivery_id = row.id
        audit.record(
            live, "blanks.settle", at=now, by=by, subject=f"delivery:{row.id}", count=came or 0
        )
