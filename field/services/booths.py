"""Recording devices by office: how many there are, their hours, and who lost a turn at them."""

from dataclasses import dataclass
from datetime import datetime

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.fleet import BAD_BOOTH, BoothForm
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit
from field.store import booths as store
from field.store.db import transaction
from field.store.tables import Booth, Outage, Request


@dataclass(frozen=True)
class BoothView:
    """A device with its outages that last or are still to come."""

    booth: Booth
    outages: tuple[Outage, ...]
    works: bool  # right now


@dataclass(frozen=True)
class Moved:
    """Somebody whose turn was taken by an outage; `starts_at` is the new one, if there is any."""

    request: Request
    starts_at: datetime | None


def booths_of(scope: str | None, doors: Doors) -> list[BoothView]:
    now = doors.clock.now()
    rows = store.all_booths(scope)
    outages = store.outages((row.id for row in rows), now)
    return [_view(row, outages, now) for row in rows]


def booth_of(booth_id: int, scope: str | None, doors: Doors) -> BoothView:
    row = store.booth_or_none(booth_id, scope)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Alat rekam"))
    now = doors.clock.now()
    return _view(row, store.outages([row.id], now), now)


def moved_at(office: str, doors: Doors) -> list[Moved]:
    """Return who got another turn, and who was offered another day, because a device failed."""
    today = local_date(doors.clock.now(), doors.zone)
    turns = store.moved_turns(office, today)
    moved = [Moved(one.trip.request, one.turns[0].starts_at) for one in turns if one.turns]
    return moved + [Moved(request, None) for request in store.postponed(office)]


def add(form: BoothForm, scope: str | None, by: int, doors: Doors) -> int:
    """Write a device down; from then on an office has as many turns as devices."""
    _check(form, scope)
    with transaction() as live:
        row = Booth(**vars(form))
        live.add(row)
        live.flush()
        audit.record(live, "booth.add", at=doors.clock.now(), by=by, subject=f"booth:{row.id}")
        return row.id


def change(
    booth_id: int, form: BoothForm, scope: str | None, by: int, doors: Doors, *, active: bool
) -> None:
    """Change a device; the next plan minds it."""
    _check(form, scope)
    with transaction() as live:
        row = store.lock_booth_or_none(live, booth_id, scope)
        if row is None:
            raise Fault(NOT_FOUND, what=N_("Alat rekam"))
        for name, value in vars(form).items():
            setattr(row, name, value)
        row.active = active
        audit.record(
            live, "booth.change", at=doors.clock.now(), by=by, subject=f"booth:{booth_id}",
            active=active,
        )  # fmt: skip


def _check(form: BoothForm, scope: str | None) -> None:
    if scope is not None and not form.office.startswith(scope):
        raise Fault(BAD_BOOTH)


def _view(row: Booth, outages: list[Outage], now: datetime) -> BoothView:
    own = tuple(outage for outage in outages if outage.booth_id == row.id)
    return BoothView(row, own, works=row.active and all(one.starts_at > now for one in own))
