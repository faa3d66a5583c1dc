"""Days that are driven in a city whose true speeds nobody has told: it knows nothing of learning.

Every vehicle has true factors of its own for each weekday, hour and kind of road; each drive and
each door varies by chance; couriers eat, chat, forget a record, or make two at one door.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import cos, exp, pi
from random import Random

from field.domain.drives import Passed
from field.gateways.road_source import RoadSource
from routing.matrix import Grid
from routing.point import Point
from tests.benchmarks.demo_day import ZONE

DRIVE_NOISE, DOOR_NOISE = 0.25, 0.4  # of the logarithm
DOORS_TAKE = 1.25  # times what is planned
FORGOTTEN, TOGETHER, CHATS = 0.05, 0.03, 0.04  # of the stops
GOES_HOME = time(16, 0)
Truth = dict[str, dict[str, float]]


class Town:
    """What is true of the roads."""

    def __init__(self, seed: int) -> None:
        chance = Random(f"town/{seed}")  # noqa: S311 - a town, not a secret
        self.base = {
            (who, roads): chance.uniform(0.9, 1.4)
            for who in ("motor", "mobil")
            for roads in ("main", "small")
        }
        self.day = {number: chance.uniform(0.93, 1.07) for number in range(1, 8)}
        self.peaks = chance.uniform(6.8, 7.6), chance.uniform(15.5, 16.8)
        self.high = {"motor": chance.uniform(0.3, 0.6), "mobil": chance.uniform(0.6, 1.1)}

    def factors(self, on: date, hour: int) -> Truth:
        return {
            who: {
                roads: self.base[who, roads]
                * self.day[on.isoweekday()]
                * (1 + self._peak(who, hour) * (1.0 if roads == "main" else 0.4))
                for roads in ("main", "small")
            }
            for who in ("motor", "mobil")
        }

    def _peak(self, who: str, hour: int) -> float:
        gaps = [abs(hour + 0.5 - peak) for peak in self.peaks]
        return self.high[who] * max((1 + cos(pi * min(gap / 2, 1))) / 2 for gap in gaps)


@dataclass(frozen=True)
class Round:
    """A route as planned: stands in order, and the planned seconds to each and at each."""

    vehicle: str
    stands: tuple[Point, ...]  # the office first
    travel_s: tuple[int, ...]
    door_s: tuple[int, ...]


@dataclass(frozen=True)
class Driven:
    """A drive as planned and as it truly was, without what a phone adds or forgets."""

    planned_s: int
    true_s: float


class Driver:
    """Drives rounds of one day."""

    def __init__(self, town: Town, roads: RoadSource, on: date, seed: int) -> None:
        self.chance = Random(f"day/{seed}/{on}")  # noqa: S311 - likewise
        self.on = on
        self.hours = [roads.paced(town.factors(on, hour)) for hour in range(24)]

    def drive(self, number: int, route: Round) -> tuple[list[Passed], list[Driven]]:
        """Return what the phone recorded, and what was true."""
        chance = self.chance
        tables = {hour: self._table(route, hour) for hour in range(7, 16)}
        now = datetime.combine(self.on, time(7, 30), ZONE)
        lunch = datetime.combine(self.on, time(11, 45), ZONE)
        lunch += timedelta(minutes=chance.uniform(0, 45))
        passed: list[Passed] = []
        driven: list[Driven] = []
        for place, door_s in enumerate(route.door_s):
            if now.time() >= GOES_HOME:
                break
            took = float(tables[now.hour][place, place + 1]) * self._vary(DRIVE_NOISE)
            driven.append(Driven(route.travel_s[place], took))
            now += timedelta(seconds=took + door_s * DOORS_TAKE * self._vary(DOOR_NOISE))
            if now >= lunch:
                now += timedelta(minutes=chance.uniform(30, 60))
                lunch += timedelta(days=1)
            if chance.random() < CHATS:
                now += timedelta(minutes=chance.uniform(5, 25))
            at = route.stands[place + 1]
            passed.append(
                Passed(
                    number, route.vehicle, place + 1, at.lat, at.lon, door_s,
                    route.travel_s[place], now,
                )
            )  # fmt: skip
        return list(self._as_recorded(passed)), driven

    def _table(self, route: Round, hour: int) -> Grid:
        return self.hours[hour].matrix(route.stands, route.vehicle).durations

    def _as_recorded(self, passed: Sequence[Passed]) -> Iterator[Passed]:
        for stop, after in zip(passed, [*passed[1:], None], strict=True):
            luck = self.chance.random()
            if luck < FORGOTTEN:
                yield replace(stop, at=None)
            elif luck < FORGOTTEN + TOGETHER and after and after.at:
                yield replace(stop, at=after.at - timedelta(seconds=5))
            else:
                yield stop

    def _vary(self, much: float) -> float:
        return exp(self.chance.gauss(0, much))
