"""A day of the demo city to be planned, on whatever roads: doors, crew, and the roads there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from data.demo import residents
from data.demo_crew import demo_couriers
from field.domain.duty import Duty, duty
from field.gateways.city_days import hours_on, office_place
from field.gateways.city_roads import roads_without_network
from field.gateways.road_book import stands_for
from field.gateways.road_source import RoadSource
from field.gateways.roads.importing import import_map
from field.gateways.roads.opening import open_roads
from field.gateways.roads.survey import Origin
from field.problems.day import BALANCE, Member, Visit, day_of
from routing.parts import Outline
from tests.trial import trial_file

CITY = "32.71"
ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = date(2026, 11, 23)
SURVEYED = trial_file("bogor_roads_rbi.geojson")
FAR_M = 1_000.0  # the survey has few gang


@dataclass(frozen=True)
class DemoDay:
    """Who is to be gone to, by whom."""

    date: date
    visits: tuple[Visit, ...]
    crew: tuple[Member, ...]

    @property
    def profiles(self) -> set[str]:
        return {member.profile for member in self.crew}

    @property
    def shifts(self) -> list[tuple[str, datetime, datetime]]:
        return [(each.profile, each.duty.starts, each.duty.ends) for each in self.crew]


def demo_day(cards: int, couriers: int, seed: int = 1, on: date = MONDAY) -> DemoDay:
    homes = groupby(residents(CITY, cards, seed), key=lambda who: (who.lat, who.lon, who.kelurahan))
    visits = [
        Visit(number, place[:2], place[2], tuple(range(len(list(people)))), 3, urgent=False)
        for number, (place, people) in enumerate(homes, start=1)
    ]
    return DemoDay(on, tuple(visits), tuple(_crew(couriers, on)))


def outline(day: DemoDay, source: RoadSource) -> Outline:
    """The day as a problem whose doors stand where these roads put them."""
    places = [visit.place for visit in day.visits if visit.place]
    stands = stands_for(places, day.profiles, source)
    midnight = datetime.combine(day.date, time(), ZONE)
    made = day_of(day.visits, day.crew, midnight, service_s, stands)
    return Outline(made.points, made.jobs, made.vehicles, balance=BALANCE)


def service_s(cards: int) -> int:
    return 120 + 30 * (cards - 1)


def roads_there_are() -> tuple[str, RoadSource]:
    """The surveyed roads where they lie beside the project, else the main roads that it ships."""
    if not SURVEYED.exists():
        return "main roads, as shipped", roads_without_network(CITY)[0]
    return f"surveyed roads, {SURVEYED.name}", _surveyed(SURVEYED)


def _surveyed(path: Path) -> RoadSource:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    return open_roads(import_map(path, CITY, now, Origin("", "", "")), FAR_M)


def reached(day: DemoDay, source: RoadSource) -> DemoDay:
    """The day without doors to which some vehicle does not get."""
    places = [visit.place for visit in day.visits if visit.place]
    stands = stands_for(places, day.profiles, source)
    kept = [v for v in day.visits if v.place and all(s[v.place] for s in stands.values())]
    return DemoDay(day.date, tuple(kept), day.crew)


def _crew(couriers: int, on: date) -> Sequence[Member]:
    known = demo_couriers(CITY, couriers)
    return [
        Member(
            courier_id=number,
            profile=who.vehicle,
            start=office_place(CITY, who.start_office),
            end=office_place(CITY, who.start_office),
            duty=_shift(on),
            territory=frozenset(who.territory),
        )
        for number, who in enumerate(known, start=1)
    ]


def _shift(on: date) -> Duty:
    hours = hours_on(CITY, on)
    shift = duty(on, hours, (None, None), ZONE) if hours else None
    if shift is None:
        raise ValueError(f"Nobody works on {on}.")
    return shift


def working_days(count: int, since: date = MONDAY) -> list[date]:
    days = (since + timedelta(days=number) for number in range(3 * count))
    return [day for day in days if hours_on(CITY, day)][:count]
