"""The error of planned leg times before and after learning, on simulated days.

python -m tests.benchmarks.speeds
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from field.domain.drives import Passed
from field.domain.speed_lessons import learn
from field.domain.speeds import Factors, Slot, Speeds
from field.gateways.city_speeds import speeds_of
from field.gateways.recorded_drives import legs_of
from field.gateways.road_source import RoadSource
from tests.benchmarks.demo_day import (
    CITY,
    ZONE,
    DemoDay,
    demo_day,
    outline,
    reached,
    roads_there_are,
    working_days,
)
from tests.benchmarks.simulated_days import Driven, Driver, Round, Town

TOWNS = 3
LEARNED_FROM, TRIED_ON = 20, 5  # working days
CARDS, COURIERS = 1_000, 20
CARS = 3  # every third courier drives one


@dataclass(frozen=True)
class Error:
    """Of legs in seconds, of whole rounds in share of their driving."""

    leg_s: float
    bias: float
    round_share: float

    def __str__(self) -> str:
        return (
            f"a leg {self.leg_s:.1f} s off in the median, all driving {self.bias:+.1%}, "
            f"a round's driving {self.round_share:.1%} off"
        )


def main() -> None:
    name, roads = roads_there_are()
    say(f"planned leg times on simulated days, on {name}:")
    for seed in range(TOWNS):
        for line in learned_town(seed, roads):
            say(f"  town {seed + 1}: {line}")


def learned_town(seed: int, roads: RoadSource) -> list[str]:
    town = Town(seed)
    days = working_days(LEARNED_FROM + TRIED_ON)
    table = speeds_of(CITY, (), {})
    records: list[list[Passed]] = []
    for on in days[:LEARNED_FROM]:
        records += [passed for passed, _ in driven_on(on, town, roads, table, seed)]
    lessons = learn(legs_of(records, table, roads.paced, ZONE)).lessons
    factors = {slot: one.factor for slot, one in lessons.items() if one.factor is not None}
    knowing = Speeds(table.rules, factors)
    before, after = (
        error_of(
            [d for on in days[LEARNED_FROM:] for _, d in driven_on(on, town, roads, use, seed)]
        )
        for use in (table, knowing)
    )
    return [
        f"before learning {before}",
        f"after {LEARNED_FROM} days ({sum(one.legs for one in lessons.values())} legs, "
        f"{len(factors)} of {len(lessons)} slots) {after}",
        f"factors {_apart(factors, town, days)}",
    ]


def driven_on(
    on: date, town: Town, roads: RoadSource, table: Speeds, seed: int
) -> list[tuple[list[Passed], list[Driven]]]:
    """Plan a day with this table and drive it: the same day whatever the table says."""
    day = reached(demo_day(CARDS, COURIERS, seed=on.toordinal(), on=on), roads)
    shifts = [(who, begin, end) for who in ("motor", "mobil") for _, begin, end in day.shifts]
    factors = table.over(shifts)
    driver = Driver(town, roads, on, seed)
    return [driver.drive(n, one) for n, one in enumerate(rounds(day, roads, factors)) if one.door_s]


def rounds(day: DemoDay, roads: RoadSource, factors: Factors) -> list[Round]:
    """Each courier goes to the next nearest door of the own kelurahan, whatever the factors."""
    asked = outline(day, roads)
    source = roads.paced(factors)
    made = []
    for number, vehicle in enumerate(asked.vehicles):
        own = [job for job in asked.jobs if vehicle.id in (job.vehicles or ())]
        who = "mobil" if number % CARS == 0 else "motor"
        stands = [asked.points[vehicle.start or 0], *(asked.points[job.location] for job in own)]
        order = nearest_first(roads.matrix(stands, who).durations.tolist())
        way = tuple(stands[row] for row in order)
        planned = source.matrix(way, who).durations
        travel = tuple(int(planned[row, row + 1]) for row in range(len(own)))
        door = tuple(own[row - 1].service + own[row - 1].setup for row in order[1:])
        made.append(Round(who, way, travel, door))
    return made


def nearest_first(seconds: Sequence[Sequence[int]]) -> list[int]:
    order, left = [0], set(range(1, len(seconds)))
    while left:
        order.append(min(left, key=lambda row: (seconds[order[-1]][row], row)))
        left.discard(order[-1])
    return order


def error_of(rounds: Sequence[Sequence[Driven]]) -> Error:
    legs = [leg for one in rounds for leg in one if leg.planned_s]
    planned, true = (
        sum(each) for each in zip(*((x.planned_s, x.true_s) for x in legs), strict=True)
    )
    return Error(
        leg_s=median(abs(leg.planned_s - leg.true_s) for leg in legs),
        bias=planned / true - 1,
        round_share=mean(
            abs(sum(leg.planned_s for leg in one) / sum(leg.true_s for leg in one) - 1)
            for one in rounds
            if any(leg.true_s for leg in one)
        ),
    )


def _apart(factors: Mapping[Slot, float], town: Town, days: Sequence[date]) -> str:
    """Against the truth, which differs by road: no one factor is right for both kinds."""
    table = speeds_of(CITY, (), {})
    on = {day.isoweekday(): day for day in days}
    off = []
    for slot, factor in factors.items():
        truth = town.factors(on[slot.weekday], slot.hour)[slot.vehicle]
        each = [truth[roads] / table.factor(slot, roads) for roads in ("main", "small")]
        low, high = min(each), max(each)
        off.append(max(low / factor, factor / high, 1.0) - 1)
    return f"lie {mean(off):.1%} outside what is true of main and small roads, in the mean"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
