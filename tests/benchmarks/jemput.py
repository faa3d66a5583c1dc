"""100 lansia, 8 cars, 6 offices in one plan: `python -m tests.benchmarks.jemput`.

Two households of this day take five seats, one more than any car has: their four trips are left
out as `too_big`. All others are planned.
"""

import sys
import time
from collections import Counter

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
    left = Counter(one.reason for plan in day.plans for one in plan.unassigned)
    why = ", ".join(f"{many // 2} {reason}" for reason, many in left.items()) or "none"
    sys.stdout.write(
        f"{people} lansia, {SIZE.cars} cars, {SIZE.offices} offices: {trips} of "
        f"{len(asked.trips)} trips planned in {spent:.1f} s, {len(day.out.no_turn)} without a "
        f"turn, left out: {why}, {len(broken)} violations\n"
    )
    return 0 if spent < LIMIT_S and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
