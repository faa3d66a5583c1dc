"""A made day of Bogor with every constraint that an office has, the same for a name every time.

Doors to deliver cards to, elderly people fetched to a booth and taken home, people recorded in
bed, couriers of two a kelurahan and cars for the whole city, on a Friday. Seconds since midnight.
"""

from dataclasses import dataclass
from math import ceil, hypot
from random import Random

from data.offices import office_by_code
from data.regions import Kelurahan, regions
from routing import Problem
from routing.crow_flies import CrowFlies
from tests.benchmarks.routing.bogor_crew import cars, couriers
from tests.benchmarks.routing.bogor_doors import Doors
from tests.benchmarks.routing.bogor_people import CITY, People, Places
from tests.benchmarks.routing.bogor_rides import BOOTHS, home_visits, rides

SIZES = {"50-5": (50, 5), "200-20": (200, 20), "1000-100": (1000, 100), "4300-100": (4300, 100)}
"""Doors and rides by name."""

DOORS_A_KELURAHAN = 4300 / 68
PROFILES = ("motor", "foot", "mobil")


@dataclass(frozen=True)
class Size:
    doors: int
    rides: int

    @property
    def kelurahan(self) -> list[Kelurahan]:
        """The nearest to the town hall, as many as so many doors lie in."""
        hall = office_by_code(CITY, f"{CITY}.balaikota")
        places = regions(CITY).kelurahan
        near = sorted(places, key=lambda place: hypot(place.lat - hall.lat, place.lon - hall.lon))
        return near[: ceil(self.doors / DOORS_A_KELURAHAN)]


def day(name: str) -> Problem:
    return made(Size(*SIZES[name]), Random(f"bogor/{name}"))  # noqa: S311 - invented, not secret


def made(size: Size, chance: Random) -> Problem:
    quarter = size.kelurahan
    places = Places()
    crew = couriers(quarter, places)
    people = People({kelurahan.code for kelurahan in quarter})
    doors = Doors(crew, places, chance).jobs(people, size.doors)
    fleet = [*(member.vehicle for member in crew), *cars(size.rides, len(crew), places)]
    first = len(doors) + 1
    visits = home_visits(people, size.rides // 2, first, places, chance)
    shipments = tuple(rides(people, size.rides, first + len(visits), places, chance))
    source = CrowFlies()
    return Problem(
        (*doors, *visits),
        tuple(fleet),
        {profile: source.matrix(places.points, profile) for profile in PROFILES},
        tuple(places.points),
        balance=1,
        shipments=shipments,
        booths=BOOTHS,
        compact=10,
    )
