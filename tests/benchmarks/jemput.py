"""100 lansia, 8 cars, 6 offices in one plan: `python -m tests.benchmarks.jemput`."""

import sys
import time

from routing import Budget, check
from tests.jemput_days import Size, drivers, made_up, planned

SIZE = Size(lansia=100, cars=8, offices=6)
LIMIT_S = 30


def main() -> int:
    asked = made_up(SIZE, 1)
    people = sum(len(trip.riders) for trip in asked.trips) // 2
    began = time.monotonic()
    day = planned(asked, drivers(SIZE), Budget(seconds=20), threads=2)
    spent = time.monotonic() - began
    broken = [
        one
        for problem, plan in zip(day.problems, day.plans, strict=True)
        for one in check(problem, plan)
    ]
    trips = len(day.visits) // 2
    sys.stdout.write(
        f"{people} lansia, {SIZE.cars} cars, {SIZE.offices} offices: {trips} of "
        f"{len(asked.trips)} trips planned in {spent:.1f} s, {len(day.out.no_turn)} without a "
        f"turn, {len(broken)} violations\n"
    )
    return 0 if spent < LIMIT_S and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
