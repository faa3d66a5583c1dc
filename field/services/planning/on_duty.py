"""Who can go out on a day, from when to when, and how slow the roads are in those hours."""

from datetime import datetime, time, timedelta

from field.domain.duty import Duty, Hours, duty, from_now
from field.domain.jemput.needs import Spaces
from field.domain.plan_order import PlanOrder
from field.domain.speeds import Factors
from field.gateways.city_days import hours_on, office_place
from field.gateways.city_speeds import speeds_of
from field.gateways.doors import Doors
from field.problems.day import Member
from field.store import crew, evenings, planning, rides, speeds
from field.store.tables import Car, Courier

AROUND = timedelta(minutes=90)
"""So long before an evening session cars set out, and so long after it they are back."""


def hours_of(order: PlanOrder, doors: Doors) -> Hours | None:
    """Return the office's hours; on a day when it is shut those around its evening sessions."""
    if hours := hours_on(doors.city, order.date):
        return hours
    held = [
        one
        for one in evenings.evenings(order.kecamatan, order.date)
        if one.date == order.date and one.cancelled_at is None
    ]
    if not held:
        return None
    midnight = datetime.combine(order.date, time(), doors.zone)
    opens = min(one.opens_at for one in held) - AROUND
    closes = max(one.closes_at for one in held) + AROUND
    last = midnight + timedelta(hours=23, minutes=59)
    first, last = max(opens, midnight), min(closes, last)
    return Hours(first.astimezone(doors.zone).time(), last.astimezone(doors.zone).time(), ())


def on_duty(order: PlanOrder, doors: Doors) -> list[Member]:
    """Return who can go out: on duty that day and not on a route of another plan already.

    When the office is shut those are the drivers, for as long as its evening sessions want them.
    """
    hours, shut = hours_of(order, doors), hours_on(doors.city, order.date) is None
    if hours is None:
        return []
    away = crew.away_on(order.date) | _busy_elsewhere(order)
    cars = rides.cars()
    members = []
    for courier in crew.couriers(order.kecamatan):
        own = (None, None) if shut else (courier.shift_start, courier.shift_end)
        shift = duty(order.date, hours, own, doors.zone)
        if shift and not order.whole_shift:
            shift = from_now(shift, doors.clock.now())
        if shift and courier.id not in away:
            members.append(_member(courier, cars, shift, doors.city))
    return [member for member in members if member.spaces or not shut]


def _busy_elsewhere(order: PlanOrder) -> set[int]:
    """Return couriers of the whole city whose route of that day another area's plan made."""
    if order.kecamatan is None:
        return set()
    taken = planning.open_manifests(order.date)
    return {
        manifest.courier_id
        for manifest in taken
        if manifest.courier.kecamatan is None
        and planning.plan_or_none(manifest.plan_id).kecamatan != order.kecamatan  # type: ignore[union-attr]  # a foreign key
    }


def slowed(members: list[Member], doors: Doors) -> Factors:
    """Return how much longer trips take in the hours of this crew than they usually do."""
    table = speeds_of(doors.city, speeds.own_rules().values(), speeds.in_use())

    def local(moment: datetime) -> datetime:
        return moment.astimezone(doors.zone)  # what is left of today begins now, told in UTC

    return table.over((m.profile, local(m.duty.starts), local(m.duty.ends)) for m in members)


def _member(courier: Courier, cars: dict[int, Car], shift: Duty, city: str) -> Member:
    car = cars.get(courier.car_id or 0)
    return Member(
        courier_id=courier.id,
        profile=courier.vehicle,
        start=office_place(city, courier.start_office),
        end=office_place(city, courier.end_office),
        duty=shift,
        territory=frozenset(part.kelurahan for part in courier.territory),
        max_stops=courier.max_stops,
        only_handpicked=courier.only_handpicked,
        spaces=Spaces(car.ambulatory, car.wheelchair) if car and car.active else None,
        has_kit=courier.has_kit,
    )
