"""Plans made by road against plans made by straight lines, both driven on the roads.

python -m tests.benchmarks.by_road [seconds for each plan]
"""

import os
import sys
from collections.abc import Mapping, Sequence

from field.gateways.city_speeds import speeds_of
from field.gateways.detour import StraightLines
from field.gateways.road_source import RoadSource
from routing import Budget, Plan, Problem, price
from routing.crow_flies import CrowFlies
from routing.parts import problems
from routing.solve import solve_parts
from tests.benchmarks.demo_day import (
    CITY,
    DemoDay,
    demo_day,
    outline,
    reached,
    roads_there_are,
)

SIZES = ((300, 6), (1_000, 34))
SECONDS = 20.0


def main(seconds: float = SECONDS) -> None:
    name, roads = roads_there_are()
    say(f"plans by road against plans by straight line, both driven on {name}:")
    for cards, couriers in SIZES:
        day = demo_day(cards, couriers)
        factors = speeds_of(CITY, (), {}).over(day.shifts)
        source = roads.paced(factors)
        say(f"  {compared(reached(day, source), source, seconds)}")


def compared(day: DemoDay, source: RoadSource, seconds: float) -> str:
    on_roads = list(problems(outline(day, source), source))
    straight = list(problems(outline(day, StraightLines(CrowFlies())), StraightLines(CrowFlies())))
    by_road, by_line = _solved(on_roads, seconds), _solved(straight, seconds)
    orders = {vehicle: ids for plan in by_line for vehicle, ids in plan.orders.items()}
    driven = [price(problem, _share(problem, orders)) for problem in on_roads]
    ours, theirs = _minutes(by_road), _minutes(driven)
    saved = theirs - ours
    return (
        f"{len(day.visits)} doors, {len(day.crew)} couriers: {ours:.0f} min of driving by road, "
        f"{theirs:.0f} by straight line: {saved:.0f} min saved ({saved / theirs:.1%}); "
        f"left out {_left(by_road)} and {_left(driven)}; "
        f"rules broken {_broken(by_road)} and {_broken(driven)}; "
        f"the straight line had promised {_minutes(by_line):.0f} min"
    )


def _solved(asked: Sequence[Problem], seconds: float) -> list[Plan]:
    return list(solve_parts(asked, Budget(seconds=seconds), threads=os.cpu_count() or 1))


def _share(problem: Problem, orders: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    return {v.id: [n for n in orders.get(v.id, ()) if n in problem.job] for v in problem.vehicles}


def _minutes(plans: Sequence[Plan]) -> float:
    return sum(plan.travel for plan in plans) / 60


def _left(plans: Sequence[Plan]) -> int:
    return sum(len(plan.unassigned) for plan in plans)


def _broken(plans: Sequence[Plan]) -> int:
    return sum(len(plan.violations) for plan in plans)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
