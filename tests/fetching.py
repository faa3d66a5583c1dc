"""A day of jemput straight in the store: cars with drivers, booths, accepted requests, trips."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from field.domain.jemput.needs import Aid
from field.domain.jemput.trip import Leg
from field.gateways.doors import Doors
from field.store.db import transaction
from field.store.tables import (
    Booth,
    Car,
    Courier,
    Household,
    KitVisit,
    Person,
    Request,
    Trip,
    TripRider,
)
from tests.builders import BONDONGAN, TODAY, make_household

ZONE = ZoneInfo("Asia/Jakarta")
OFFICE = "32.71.01"
_numbers = count(1)


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def make_driver(user_id: int, ambulatory: int = 4, wheelchair: int = 1) -> int:
    """Make an account the driver of a car of its own; returns the courier's id."""
    with transaction() as live:
        number = next(_numbers)
        car = Car(plate=f"F {1000 + number} AB", ambulatory=ambulatory, wheelchair=wheelchair)
        live.add(car)
        live.flush()
        driver = Courier(
            user_id=user_id, title="Sopir", kecamatan=BONDONGAN[:8], vehicle="mobil",
            start_office=OFFICE, end_office=OFFICE, car_id=car.id,
        )  # fmt: skip
        live.add(driver)
        live.flush()
        return driver.id


def make_booths(many: int, office: str = OFFICE) -> list[int]:
    with transaction() as live:
        booths = [Booth(office=office, name=f"Alat {number}") for number in range(1, many + 1)]
        live.add_all(booths)
        live.flush()
        return [booth.id for booth in booths]


def make_request(
    doors: Doors,
    aids: Sequence[Aid] = (Aid.WALKS,),
    hours: tuple[int, int] = (8, 10),
    *,
    will_call: bool = False,
    kit: bool = False,
) -> int:
    """Make an accepted request of today with its trips, or its visit with the kit."""
    number = next(_numbers)
    home_id = make_household(doors, cards=0)
    with transaction() as live:
        home = live.get_one(Household, home_id)
        # By the home, not by a count that goes on: a test meets the same distances each time.
        home.lat, home.lon = -6.6110 + home_id % 7 / 400, 106.8004 + home_id % 5 / 300
        home.phone = f"62812{number:08d}"  # a family's own: nobody else's cards go along
        request = Request(
            code=f"R{number:07d}", check_code="1234", state="accepted",
            service="kit" if kit else "fetch", channel="public", asked_at=at(7),
            household_id=home_id, kecamatan=home.kecamatan, consent_version="1",
            consent_by="self", consent_at=at(7), phone=f"62812{number:08d}",
            date=TODAY, window_from=at(hours[0]),
            window_until=at(hours[1]), place=OFFICE, will_call=will_call,
            people=[
                Person(seal=str(uuid.uuid4()), name=f"Ibu Warsih {number}.{n}", age_group="70",
                       aid=aid, companion=False)
                for n, aid in enumerate(aids, start=1)
            ],
        )  # fmt: skip
        live.add(request)
        live.flush()
        if kit:
            live.add(_kit_visit(request))
        else:
            live.add_all(_trip(request, leg) for leg in Leg)
        live.flush()
        return request.id


def _kit_visit(request: Request) -> KitVisit:
    return KitVisit(
        request_id=request.id, date=TODAY, visit=str(uuid.uuid4()), service_s=1800,
        promised_from=request.window_from, promised_until=request.window_until,
    )  # fmt: skip


def _trip(request: Request, leg: Leg) -> Trip:
    outbound = leg is Leg.OUTBOUND
    return Trip(
        request_id=request.id, leg=leg, date=TODAY, place=OFFICE,
        will_call=request.will_call and not outbound,
        pickup_visit=str(uuid.uuid4()), dropoff_visit=str(uuid.uuid4()),
        requested_from=request.window_from,
        requested_until=request.window_until if outbound else None,
        created_at=at(7) - timedelta(days=1),
        riders=[TripRider(person_id=person.id) for person in request.people],
    )  # fmt: skip
