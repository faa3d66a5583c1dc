"""Doors chosen by hand: who shall go there on which day, the mayor's own five among them."""

from dataclasses import dataclass
from datetime import date

from field.domain.fault import NOT_FOUND, Fault
from field.domain.planning import PAST_DAY
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit, crew, doors_search, planning
from field.store.db import transaction
from field.store.tables import Courier, Household


@dataclass(frozen=True)
class DoorView:
    """One door as it is chosen from a list."""

    household_id: int
    name: str
    address: str
    kelurahan: str
    cards: int


def picks_of(courier_id: int, day: date, scope: str | None) -> list[DoorView]:
    """Return the doors chosen for somebody on a day."""
    _courier(courier_id, scope)
    ids = [home for home, courier in crew.handpicks_on(day).items() if courier == courier_id]
    homes = planning.households(ids).values()
    return [_view(home) for home in homes if scope in (None, home.kecamatan)]


def find_doors(text: str, scope: str | None) -> list[DoorView]:
    """Return doors with cards at hand whose name or address holds the text."""
    if len(text.strip()) < 3:
        return []
    return [_view(home) for home in doors_search.at_hand(text.strip(), scope)]


def pick(
    courier_id: int, household_id: int, day: date, scope: str | None, doors: Doors, by: int
) -> None:
    """Choose a door for somebody; who had it before has it no more."""
    now = doors.clock.now()
    if day < local_date(now, doors.zone):
        raise Fault(PAST_DAY, date=day)
    with transaction() as live:
        _courier(courier_id, scope)
        _household(household_id, scope)
        crew.pick(live, day, household_id, courier_id)
        audit.record(
            live, "handpick.add", at=now, by=by, subject=f"household:{household_id}",
            courier=courier_id, date=str(day),
        )  # fmt: skip


def unpick(household_id: int, day: date, scope: str | None, doors: Doors, by: int) -> None:
    """Leave a door to whose territory it lies in."""
    now = doors.clock.now()
    with transaction() as live:
        _household(household_id, scope)
        crew.unpick(live, day, household_id)
        audit.record(
            live, "handpick.remove", at=now, by=by, subject=f"household:{household_id}",
            date=str(day),
        )  # fmt: skip


def _courier(courier_id: int, scope: str | None) -> Courier:
    """Return a courier of one's own kecamatan, or of the whole city."""
    courier = crew.courier_or_none(courier_id)
    if courier is None or (scope and courier.kecamatan not in (None, scope)):
        raise Fault(NOT_FOUND, what=N_("Petugas"))
    return courier


def _household(household_id: int, scope: str | None) -> Household:
    home = planning.households([household_id]).get(household_id)
    if home is None or scope not in (None, home.kecamatan):
        raise Fault(NOT_FOUND, what=N_("Alamat"))
    return home


def _view(home: Household) -> DoorView:
    name = home.cards[0].name if home.cards else "-"
    parts = [home.street, home.number and f"No. {home.number}", home.rt and f"RT {home.rt}"]
    parts += [home.rw and f"RW {home.rw}"]
    address = ", ".join(part for part in parts if part) or home.raw
    return DoorView(home.id, name, address, home.kelurahan, len(home.cards))
