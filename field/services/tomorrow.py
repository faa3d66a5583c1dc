"""The residents of a coming day: who they are, when we come, and whether they know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.regions import regions
from field.domain.contact import Outcome
from field.domain.fault import NOT_FOUND, Fault
from field.domain.phone import Phone
from field.domain.text import N_
from field.domain.visit_window import VisitWindow, visit_window
from field.gateways.doors import Doors
from field.gateways.sheet_writer import Sheet, csv_bytes
from field.store import audit, contacts, published
from field.store.db import transaction
from field.store.tables import Contact, Stop


@dataclass(frozen=True)
class Resident:
    """One household of the list: no more of it than a call needs."""

    household_id: int
    route: int
    sequence: int
    courier: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    kelurahan: str  # its code
    kelurahan_name: str
    rt: str
    rw: str
    window: VisitWindow
    phone: Phone | None
    outcome: Outcome | None
    told_at: datetime | None


@dataclass(frozen=True)
class Wanted:
    """Which residents to show; an empty value shows all."""

    kelurahan: str = ""
    route: str = ""
    state: str = ""  # waiting, reached, unreached
    order: str = "route"  # route, time, name


ORDERS = {
    "route": lambda one: (one.route, one.sequence),
    "time": lambda one: (one.window.begins, one.route, one.sequence),
    "name": lambda one: (one.names, one.route, one.sequence),
}


def residents_of(day: date, kecamatan: str | None, doors: Doors) -> list[Resident]:
    """Return the residents on a day's published routes, of one kecamatan or the whole city."""
    told = contacts.contacts_of(day)
    names = {place.code: place.name for place in regions(doors.city).kelurahan}
    return [
        _resident(stop, told.get(stop.household_id), names)
        for stop in published.stops_of(day, kecamatan)
    ]


def choose(everyone: Sequence[Resident], wanted: Wanted) -> list[Resident]:
    """Return those that a filter shows, in its order."""
    order = ORDERS.get(wanted.order, ORDERS["route"])
    return sorted((one for one in everyone if _is_wanted(one, wanted)), key=order)


def resident_of(day: date, household_id: int, kecamatan: str | None, doors: Doors) -> Resident:
    """Return one resident of the day; raises when the asker has none such."""
    for one in residents_of(day, kecamatan, doors):
        if one.household_id == household_id:
            return one
    raise Fault(NOT_FOUND, what=N_("Warga"))


def next_day_out(kecamatan: str | None, after: date) -> date | None:
    """Return the first day after this one that has routes."""
    return next(
        (day for day in published.days_with_manifests(kecamatan, after) if day > after), None
    )


def mark_contact(
    day: date,
    household_id: int,
    outcome: Outcome | None,
    *,
    kecamatan: str | None,
    by: int,
    doors: Doors,
) -> None:
    """Write down how a call ended; None takes the mark back."""
    now = doors.clock.now()
    with transaction() as live:
        if not contacts.is_visited(day, household_id, kecamatan):
            raise Fault(NOT_FOUND, what=N_("Warga"))
        row = contacts.contact_or_none(day, household_id)
        if outcome is None and row is not None:
            live.delete(row)
        elif outcome is not None:
            row = row or Contact(date=day, household_id=household_id)
            row.outcome, row.at, row.by_user_id = outcome, now, by
            live.add(row)
        audit.record(
            live,
            "contact.mark",
            at=now,
            by=by,
            subject=f"household:{household_id}",
            date=day.isoformat(),
            outcome=outcome or "",
        )


def _resident(stop: Stop, told: Contact | None, names: dict[str, str]) -> Resident:
    home, manifest = stop.household, stop.manifest
    return Resident(
        household_id=home.id,
        route=manifest.number,
        sequence=stop.sequence,
        courier=manifest.courier.title or manifest.courier.user.name,
        names=tuple(card.name for card in stop.cards),
        codes=tuple(card.code for card in stop.cards),
        kelurahan=home.kelurahan,
        kelurahan_name=names.get(home.kelurahan, home.kelurahan),
        rt=home.rt,
        rw=home.rw,
        window=visit_window(stop.arrival, manifest.starts_at),
        phone=Phone(home.phone) if home.phone else None,
        outcome=Outcome(told.outcome) if told else None,
        told_at=told.at if told else None,
    )


def _is_wanted(one: Resident, wanted: Wanted) -> bool:
    state = one.outcome.value if one.outcome else "waiting"
    return (
        wanted.kelurahan in ("", one.kelurahan)
        and wanted.route in ("", str(one.route))
        and wanted.state in ("", state)
    )


def list_file(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a list as CSV that a spreadsheet opens without harm."""
    return csv_bytes(Sheet("Warga", head, rows))
