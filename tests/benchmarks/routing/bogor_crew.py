"""Who works on that Friday: two couriers a kelurahan from its office, cars from two offices."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from data.demo_crew import demo_couriers
from data.offices import office_by_code
from data.regions import Kelurahan
from routing import Break, TimeWindow, Vehicle
from tests.benchmarks.routing.bogor_people import CITY, Places

HOUR = 3600
MINUTE = 60
SHIFT = TimeWindow(7 * HOUR + HOUR // 2, 16 * HOUR + HOUR // 2)
LUNCH = Break(
    id=1, windows=(TimeWindow(11 * HOUR + HOUR // 2, 13 * HOUR),), service=HOUR, description="makan"
)
PRAYER = Break(
    id=1,
    windows=(TimeWindow(11 * HOUR + HOUR // 2, 11 * HOUR + 40 * MINUTE),),
    service=HOUR + HOUR // 2,
    description="Jumat",
)
KIT, BED_KIT, SEATS = 1, 2, 3
"""Skills: fingerprints at the door, recording in bed, a car with somebody to help people in."""
CARDS = {"motor": 60, "mobil": 60, "foot": 25}
COURIERS = 136
RIDES_A_CAR = 6


@dataclass(frozen=True)
class Member:
    vehicle: Vehicle
    kelurahan: str
    kecamatan: str

    @property
    def id(self) -> int:
        return self.vehicle.id


def couriers(quarter: Sequence[Kelurahan], places: Places) -> list[Member]:
    """Every other one prays on Friday; the second of a kelurahan has the kit for fingerprints."""
    known = {kelurahan.code: kelurahan for kelurahan in quarter}
    found: list[Member] = []
    for turn, courier in enumerate(demo_couriers(CITY, COURIERS)):
        (code,) = courier.territory
        if code not in known:
            continue
        office = office_by_code(CITY, courier.start_office)
        place = places.at(office.lat, office.lon)
        second = any(member.kelurahan == code for member in found)
        rider = Vehicle(
            id=len(found) + 1,
            profile=courier.vehicle,
            start=place,
            end=place,
            shift=SHIFT,
            breaks=(PRAYER if turn % 2 else LUNCH,),
            capacity=(CARDS[courier.vehicle], 0, 0),
            skills=frozenset({KIT}) if second else frozenset(),
            max_stops=50,
        )
        found.append(Member(rider, code, known[code].kecamatan.code))
    return found


def cars(rides: int, after: int, places: Places) -> list[Vehicle]:
    """Three seats and a place for one wheelchair, eight hours at most."""
    found = []
    for number in range(max(2, ceil(rides / RIDES_A_CAR))):
        office = office_by_code(CITY, f"{CITY}.{('disdukcapil', 'mpp')[number % 2]}")
        place = places.at(office.lat, office.lon)
        found.append(
            Vehicle(
                id=after + number + 1,
                profile="mobil",
                start=place,
                end=place,
                shift=SHIFT,
                breaks=(PRAYER if number % 2 else LUNCH,),
                capacity=(0, 3, 1),
                skills=frozenset({BED_KIT, SEATS}),
                max_duration=8 * HOUR,
            )
        )
    return found
