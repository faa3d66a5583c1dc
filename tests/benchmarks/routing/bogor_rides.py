"""Elderly people: fetched to be recorded and taken home again, or recorded in bed."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random

from data.offices import Office, office_by_code
from routing import Booth, Job, Shipment, TimeWindow
from tests.benchmarks.routing.bogor_crew import BED_KIT, HOUR, MINUTE, SEATS
from tests.benchmarks.routing.bogor_people import CITY, People, Places

OFFICES = ("disdukcapil", "mpp")
BOOTHS = (
    Booth(id=1, capacity=3, duration=15 * MINUTE),
    Booth(id=2, capacity=2, duration=15 * MINUTE),
)
MAX_RIDE = 45 * MINUTE
FIRST, LAST = 8 * HOUR + HOUR // 2, 15 * HOUR
"""Appointments are between these, but not while people pray."""
PRAYERS = range(11 * HOUR, 13 * HOUR + HOUR // 2)
SLOT = 30 * MINUTE
MORNING, AFTERNOON = TimeWindow(8 * HOUR, 11 * HOUR), TimeWindow(13 * HOUR, 16 * HOUR)


def home_visits(
    people: People, count: int, first: int, places: Places, chance: Random
) -> list[Job]:
    """Who cannot leave the bed is recorded in it, in the morning or in the afternoon."""
    return [
        Job(
            id=first + number,
            location=places.at(members[0].lat, members[0].lon),
            service=20 * MINUTE,
            setup=2 * MINUTE,
            windows=(chance.choice((MORNING, AFTERNOON)),),
            skills=frozenset({BED_KIT}),
            priority=20,
        )
        for number, members in enumerate(islice(people.households(), count))
    ]


def rides(
    people: People, count: int, first: int, places: Places, chance: Random
) -> Iterator[Shipment]:
    """Every other ride leads home."""
    for number, members in enumerate(islice(people.households(), count)):
        lat, lon = members[0].lat, members[0].lon
        which = min((0, 1), key=lambda each: _apart(_office(each), lat, lon))
        office = _office(which)
        home, desk = places.at(lat, lon), places.at(office.lat, office.lon)
        ids = (first + 2 * number, first + 2 * number + 1)
        chair = chance.random() < 0.2
        at = chance.choice([slot for slot in range(FIRST, LAST + 1, SLOT) if slot not in PRAYERS])
        amount = (0, 0, 1) if chair else (0, 1, 0)
        if number % 2:
            yield _home(ids, (desk, home), at, amount)
        else:
            yield _out(ids, (home, desk), at, BOOTHS[which], amount)


Amount = tuple[int, int, int]


def _out(
    ids: tuple[int, int], ends: tuple[int, int], at: int, booth: Booth, amount: Amount
) -> Shipment:
    """To an appointment, where a booth is taken up."""
    fetched = TimeWindow(at - 75 * MINUTE, at)
    due = TimeWindow(at - 10 * MINUTE, at + 20 * MINUTE)
    pickup, delivery = _ends(ids, ends, amount)
    return Shipment(
        pickup=replace(pickup, windows=(fetched,)),
        delivery=replace(delivery, windows=(due,), booth=booth.id),
        amount=amount,
        max_ride=MAX_RIDE,
    )


def _home(ids: tuple[int, int], ends: tuple[int, int], at: int, amount: Amount) -> Shipment:
    """From the office within three quarters of an hour."""
    pickup, delivery = _ends(ids, ends, amount)
    return Shipment(
        pickup=replace(pickup, windows=(TimeWindow(at, at + 45 * MINUTE),)),
        delivery=delivery,
        amount=amount,
        max_ride=MAX_RIDE,
    )


def _ends(ids: tuple[int, int], ends: tuple[int, int], amount: Amount) -> tuple[Job, Job]:
    """To help somebody in and out takes its time."""
    load, unload = (8 * MINUTE, 5 * MINUTE) if amount[2] else (5 * MINUTE, 3 * MINUTE)
    pickup = Job(
        id=ids[0],
        location=ends[0],
        service=load,
        setup=MINUTE,
        skills=frozenset({SEATS}),
        priority=30,
    )
    return pickup, replace(pickup, id=ids[1], location=ends[1], service=unload)


def _office(which: int) -> Office:
    return office_by_code(CITY, f"{CITY}.{OFFICES[which]}")


def _apart(office: Office, lat: float, lon: float) -> float:
    return abs(office.lat - lat) + abs(office.lon - lon)
