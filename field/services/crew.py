"""The crew: who carries cards and where, who is away, whose doors are chosen by hand."""

from dataclasses import dataclass
from datetime import date

from data.offices import offices
from data.regions import regions
from field.domain.courier import (
    CAR_TAKEN,
    NO_TERRITORY,
    OUTSIDE,
    TAKEN,
    UNKNOWN_OFFICE,
    Beat,
)
from field.domain.fault import NOT_FOUND, Fault
from field.domain.roles import Role
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit, crew, fleet, people
from field.store.db import transaction
from field.store.tables import Courier, Territory, User


@dataclass(frozen=True)
class CourierView:
    """One courier as pages show them."""

    id: int
    username: str
    name: str
    active: bool
    kecamatan: str | None
    beat: Beat
    away: tuple[date, ...]
    has_photo: bool = False


def couriers_of(scope: str | None, doors: Doors) -> list[CourierView]:
    """Return the couriers of one kecamatan, or of the whole city, closed ones last."""
    away = crew.absences_from(local_date(doors.clock.now(), doors.zone))
    found = [_view(one, away.get(one.id, [])) for one in crew.couriers(scope, closed=True)]
    return sorted(found, key=lambda view: not view.active)


def courier_of(courier_id: int, scope: str | None, doors: Doors) -> CourierView:
    away = crew.absences_from(local_date(doors.clock.now(), doors.zone))
    return _view(_courier(courier_id, scope), away.get(courier_id, []))


def spare_accounts() -> list[tuple[int, str]]:
    """Return accounts of couriers and drivers that carry nothing yet."""
    return [(user.id, user.name) for user in crew.users_without_beat()]


def check_beat(beat: Beat, scope: str | None, doors: Doors) -> None:
    """Raise when the offices are unknown, or the territory is not the asker's to give."""
    known = {office.code for office in offices(doors.city)}
    if not {beat.start_office, beat.end_office} <= known:
        raise Fault(UNKNOWN_OFFICE)
    if not beat.territory <= {part.code for part in regions(doors.city).kelurahan}:
        raise Fault(NO_TERRITORY)
    if beat.car_id is not None and fleet.car_or_none(beat.car_id) is None:
        raise Fault(NOT_FOUND, what=N_("Mobil"))
    if scope is not None and (beat.kecamatan != scope or beat.only_handpicked):
        raise Fault(OUTSIDE)


def add_courier(user_id: int, beat: Beat, scope: str | None, doors: Doors, by: int | None) -> int:
    """Make an account a courier; returns the courier's id."""
    check_beat(beat, scope, doors)
    now = doors.clock.now()
    with transaction() as live:
        user: User | None = people.user_or_none(user_id)
        if user is None or crew.courier_of_user_or_none(user_id):
            raise Fault(TAKEN)
        _check_car(user, beat)
        courier = Courier(user_id=user_id)
        _write(courier, beat)
        live.add(courier)
        live.flush()
        audit.record(live, "courier.add", at=now, by=by, subject=f"courier:{courier.id}")
        return courier.id


def change_courier(courier_id: int, beat: Beat, scope: str | None, doors: Doors, by: int) -> None:
    """Give a courier another way of working; published routes stay as they are."""
    check_beat(beat, scope, doors)
    now = doors.clock.now()
    with transaction() as live:
        courier = _courier(courier_id, scope)
        _check_car(courier.user, beat)
        _write(courier, beat)
        audit.record(live, "courier.change", at=now, by=by, subject=f"courier:{courier_id}")


def set_courier_active(
    courier_id: int,
    active: bool,  # noqa: FBT001 - the very value that is stored
    scope: str | None,
    doors: Doors,
    by: int,
) -> None:
    """Take a courier out of planning for good, or back in; the account stays as it is."""
    now = doors.clock.now()
    with transaction() as live:
        _courier(courier_id, scope).active = active
        act = "courier.open" if active else "courier.close"
        audit.record(live, act, at=now, by=by, subject=f"courier:{courier_id}")


def mark_away(courier_id: int, day: date, scope: str | None, doors: Doors, by: int) -> None:
    """Note a day on which a courier is not on duty."""
    now = doors.clock.now()
    with transaction() as live:
        _courier(courier_id, scope)
        crew.set_away(live, courier_id, day)
        audit.record(
            live, "courier.away", at=now, by=by, subject=f"courier:{courier_id}", date=str(day)
        )


def mark_back(courier_id: int, day: date, scope: str | None, doors: Doors, by: int) -> None:
    """Take such a note back."""
    now = doors.clock.now()
    with transaction() as live:
        _courier(courier_id, scope)
        crew.set_back(live, courier_id, day)
        audit.record(
            live, "courier.back", at=now, by=by, subject=f"courier:{courier_id}", date=str(day)
        )


def _check_car(user: User, beat: Beat) -> None:
    """A car has one driver at a time, and only a driver's phone knows trips."""
    if user.role != (Role.DRIVER if beat.car_id else Role.COURIER):
        raise Fault(TAKEN)
    for other in fleet.drivers_of(beat.car_id) if beat.car_id else ():
        if other.user_id != user.id and beat.meets((other.shift_start, other.shift_end)):
            raise Fault(CAR_TAKEN, driver=other.user.name)


def _courier(courier_id: int, scope: str | None) -> Courier:
    courier = crew.courier_or_none(courier_id)
    if courier is None or scope not in (None, courier.kecamatan):
        raise Fault(NOT_FOUND, what="Petugas")
    return courier


def _write(courier: Courier, beat: Beat) -> None:
    courier.title = beat.title
    courier.kecamatan = beat.kecamatan
    courier.vehicle = beat.vehicle
    courier.start_office, courier.end_office = beat.start_office, beat.end_office
    courier.shift_start, courier.shift_end = beat.shift_start, beat.shift_end
    courier.max_stops, courier.only_handpicked = beat.max_stops, beat.only_handpicked
    courier.car_id, courier.has_kit = beat.car_id, beat.has_kit
    had = {part.kelurahan: part for part in courier.territory}
    courier.territory = [had.get(code) or Territory(kelurahan=code) for code in beat.territory]


def _view(courier: Courier, away: list[date]) -> CourierView:
    beat = Beat(
        title=courier.title,
        vehicle=courier.vehicle,
        start_office=courier.start_office,
        end_office=courier.end_office,
        territory=frozenset(part.kelurahan for part in courier.territory),
        shift_start=courier.shift_start,
        shift_end=courier.shift_end,
        max_stops=courier.max_stops,
        # Who was never given a territory is planned for what is chosen by hand.
        only_handpicked=courier.only_handpicked or _has_nothing(courier),
        car_id=courier.car_id,
        has_kit=courier.has_kit,
    )
    return CourierView(
        id=courier.id,
        username=courier.user.username,
        name=courier.user.name,
        active=courier.active and courier.user.active,
        kecamatan=courier.kecamatan,
        beat=beat,
        away=tuple(away),
        has_photo=bool(courier.photo),
    )


def _has_nothing(courier: Courier) -> bool:
    return not (courier.territory or courier.car_id or courier.has_kit)
