"""Batches of the print queue: made of areas or of a campaign's cards, started, taken apart.

What other stages meet here, in the store:
- `field.store.print_batches.add_batch(live, BatchOrder, When)` makes one batch inside a transaction
  of the caller (a campaign's), and `counts_of`, `cards_of`, `batches` read them.
- `field.store.print_acts.acts_done(kinds, since, until)` says what was printed, spoiled, checked.
- `field.store.print_inflow.recorded_by_day`, `ready_by_day`: who joins the queue, day by day.
- `field.store.print_queue.areas`, `count_at`, `cards_with_a_trip`: what waits where.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.cetak.batch import (
    MOST_CARDS,
    NO_PRINTER,
    NOTHING_READY,
    TOO_MANY,
    UNDER_WAY,
    BatchFilter,
    BatchOrder,
    BatchState,
    Counts,
)
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit
from field.store import print_batches as store
from field.store.db import Live, transaction
from field.store.people import names_of
from field.store.print_acts import Doing, When, acts_of, write_act
from field.store.print_crew import operator_or_none, printer_or_none
from field.store.tables import Card, PrintAct, PrintBatch


@dataclass(frozen=True)
class BatchLine:
    """A batch as lists show it."""

    batch: PrintBatch
    counts: Counts


@dataclass(frozen=True)
class BatchView:
    """A batch as its own page shows it: one page of its cards, and what was done with it."""

    batch: PrintBatch
    counts: Counts
    cards: Sequence[Card]
    acts: Sequence[PrintAct]
    names: dict[int, str]  # of who did it, by account

    @property
    def undoable(self) -> int | None:
        """Return the act that could be taken back next."""
        return next((act.id for act in self.acts if act.undone_at is None), None)


def when(by: int | None, doors: Doors) -> When:
    now = doors.clock.now().astimezone(doors.zone)
    return When(now, local_date(now, doors.zone), by)


def make_batches(
    orders: Sequence[BatchOrder], within: str | None, by: int | None, doors: Doors
) -> list[int]:
    """Make a batch of each order; returns their ids, 0 for an order that found nothing.

    Raises:
        Fault: no order found anything, or one found more than a batch holds.
    """
    now = when(by, doors)
    with transaction() as live:
        made = [_make(live, order, within, now) for order in orders]
        if not any(made):
            raise Fault(NOTHING_READY)
        cards = sum(row.size for row in made if row)
        audit.record(
            live, "print.batches", at=now.at, by=by, batches=sum(map(bool, made)), cards=cards
        )
        return [row.id if row else 0 for row in made]


def _make(live: Live, order: BatchOrder, within: str | None, now: When) -> PrintBatch | None:
    if within is not None and not order.kelurahan.startswith(f"{within}."):
        raise Fault(NOT_FOUND, what=N_("Kelurahan"))
    row = store.add_batch(live, order, now)
    if row is not None and row.size > MOST_CARDS:
        raise Fault(TOO_MANY, most=MOST_CARDS)
    return row


def start(batch_id: int, room: tuple[int, int], within: str | None, by: int, doors: Doors) -> None:
    """Give a batch to a printer and an operator, or to others when it was started already."""
    printer_id, operator_id = room
    now = when(by, doors)
    with transaction() as live:
        row = locked(live, batch_id, within)
        if row.state not in (BatchState.WAITING, BatchState.PRINTING):
            raise Fault(UNDER_WAY)
        printer, operator = printer_or_none(printer_id), operator_or_none(operator_id)
        if not (printer and printer.active and operator and operator.active):
            raise Fault(NO_PRINTER)
        row.printer_id, row.operator_id = printer.id, operator.id
        row.started_at = row.started_at or now.at
        why = f"{printer.name} · {operator.name}"
        write_act(live, Doing(Act.STARTED, row.id, printer.id, why), [], now)
        store.refresh(live, row)
        audit.record(live, "print.start", at=now.at, by=by, subject=f"batch:{row.id}")


def take_apart(batch_id: int, within: str | None, by: int, doors: Doors) -> int:
    """Give what is not printed yet back to the queue; returns how many cards."""
    now = when(by, doors)
    with transaction() as live:
        row = locked(live, batch_id, within)
        cards = store.lock_cards_of(live, row.id, [Place.QUEUED])
        if not cards:
            raise Fault(UNDER_WAY)
        write_act(live, Doing(Act.TAKEN_OUT, row.id), cards, now)
        store.refresh(live, row)
        subject = f"batch:{row.id}"
        audit.record(live, "print.take_apart", at=now.at, by=by, subject=subject, cards=len(cards))
        return len(cards)


def lines(chosen: BatchFilter, within: str | None, page: int) -> tuple[list[BatchLine], int]:
    """Return a page of batches, and how many there are."""
    rows = store.batches(chosen, within, page)
    counts = store.counts_of(row.id for row in rows)
    found = [BatchLine(row, counts[row.id]) for row in rows]
    return found, store.count_batches(chosen, within)


def batch(batch_id: int, within: str | None, page: int) -> BatchView:
    row = _row(batch_id, within)
    acts = acts_of(row.id)
    return BatchView(
        row, store.counts_of([row.id])[row.id], store.cards_of(row.id, page), acts,
        names_of(act.by_user_id for act in acts if act.by_user_id),
    )  # fmt: skip


def whole_batch(batch_id: int, within: str | None) -> BatchView:
    """Return a batch with all its cards, for paper."""
    row = _row(batch_id, within)
    return BatchView(row, store.counts_of([row.id])[row.id], store.cards_of(row.id), [], {})


def locked(live: Live, batch_id: int, within: str | None) -> PrintBatch:
    if row := store.lock_batch_or_none(live, batch_id, within):
        return row
    raise Fault(NOT_FOUND, what=N_("Kelompok cetak"))


def _row(batch_id: int, within: str | None) -> PrintBatch:
    if row := store.batch_or_none(batch_id, within):
        return row
    raise Fault(NOT_FOUND, what=N_("Kelompok cetak"))
