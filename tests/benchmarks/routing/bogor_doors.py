"""The doors of a day: some at certain hours, some urgent, some only if there is time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from data.demo import Resident
from data.regions import regions
from routing import Job, TimeWindow
from tests.benchmarks.routing.bogor_crew import HOUR, KIT, Member
from tests.benchmarks.routing.bogor_people import CITY, People, Places

PARK_S = 45
FIRST_CARD_S, NEXT_CARD_S = 240, 90
STRAY_S = 300
PRIZE_S = 900
WORKING = (
    TimeWindow(7 * HOUR + HOUR // 2, 10 * HOUR),
    TimeWindow(14 * HOUR + HOUR // 2, 16 * HOUR),
)
"""Who works is at home early or late."""


class Doors:
    def __init__(self, crew: Sequence[Member], places: Places, chance: Random) -> None:
        self.places, self.chance = places, chance
        self.near = _by([(each.kelurahan, each.id) for each in crew])
        self.allowed = _by([(each.kecamatan, each.id) for each in crew])
        self.kecamatan = {place.code: place.kecamatan.code for place in regions(CITY).kelurahan}
        self.parking: dict[tuple[str, ...], int] = {}
        self.last: dict[str, int] = {}

    def jobs(self, people: People, count: int) -> list[Job]:
        households = islice(people.households(), count)
        jobs = [self._job(number, members) for number, members in enumerate(households, start=1)]
        return self._families(jobs)

    def _job(self, number: int, members: Sequence[Resident]) -> Job:
        chance, home = self.chance, members[0].kelurahan
        before = self.last.get(home)
        self.last[home] = number
        follows = before is not None and chance.random() < 0.01
        return Job(
            id=number,
            location=self._parking(members[0]),
            service=FIRST_CARD_S + NEXT_CARD_S * (len(members) - 1),
            setup=PARK_S,
            windows=self._windows(),
            delivery=(len(members), 0, 0),
            skills=frozenset({KIT}) if chance.random() < 0.04 else frozenset(),
            priority=40 if chance.random() < 0.05 else chance.randrange(10),
            prize=PRIZE_S if chance.random() < 0.08 else None,
            vehicles=self.allowed[self.kecamatan[home]],
            preferred=self.near[home],
            stray_cost=STRAY_S,
            after=frozenset({before}) if follows and before is not None else frozenset(),
        )

    def _parking(self, who: Resident) -> int:
        """One parks at the first door of the gang and walks."""
        door = who.door
        gang = (who.kelurahan, door.rw, door.rt, door.prefix, door.street)
        if gang not in self.parking:
            self.parking[gang] = self.places.at(who.lat, who.lon)
        return self.parking[gang]

    def _windows(self) -> tuple[TimeWindow, ...]:
        drawn = self.chance.random()
        if drawn < 0.15:
            return WORKING
        if drawn < 0.25:
            opens = self.chance.randrange(8, 15) * HOUR
            return (TimeWindow(opens, opens + 2 * HOUR),)
        return ()

    def _families(self, jobs: Sequence[Job]) -> list[Job]:
        """Some families live at two doors; one courier knows them."""
        last: dict[frozenset[int], int] = {}
        groups: dict[int, int] = {}
        for job in jobs:
            other = last.get(job.preferred)
            if other is not None and other not in groups and self.chance.random() < 0.04:
                groups[other] = groups[job.id] = other
            last[job.preferred] = job.id
        return [replace(job, group=groups.get(job.id)) for job in jobs]


def _by(pairs: Sequence[tuple[str, int]]) -> Mapping[str, frozenset[int]]:
    return {
        name: frozenset(number for other, number in pairs if other == name)
        for name in {name for name, _ in pairs}
    }
