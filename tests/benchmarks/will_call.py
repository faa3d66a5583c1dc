"""Ten who are ready to go home, one after the other: `python -m tests.benchmarks will_call`.

A day of 100 lansia, 8 cars, 6 offices, everything else going as planned; each call is answered on
the plan that the call before it left. What is timed is the answer alone: what the office's database
and roads take is not in it.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from field.domain.jemput.asked import JemputAsked
from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import DROPOFF, PICKUP, trip_visit
from field.problems.called import KEPT, called, part_of
from field.problems.stored import PlannedPart
from routing import Budget, Plan, check
from tests.jemput_days import MIDNIGHT, Planned, Size, drivers, made_up, planned, so_far

SIZE = Size(lansia=100, cars=8, offices=6)
CALLS = 10
GOAL_S = 2.0


def main() -> int:
    day = planned(_more_calls(made_up(SIZE, 1)), drivers(SIZE), Budget(seconds=20), threads=2)
    parts = [PlannedPart(*both) for both in zip(day.problems, day.plans, strict=True)]
    morning = [one.job for part in parts for one in part.plan.unassigned]
    slow = broken = answered = 0
    for trip_id, now in _ready(day):
        if answered == CALLS:
            break
        part = part_of(parts, trip_id)
        if part is None or _begun(part.plan, trip_id, now):
            continue
        answered += 1
        began, worked = time.perf_counter(), time.process_time()
        after = called(part, trip_id, so_far(part, now)) or part
        spent, busy = time.perf_counter() - began, time.process_time() - worked
        found = len(check(after.problem, after.plan))
        soon = _begins(after.plan).get(trip_visit(trip_id, PICKUP))
        waits = "NOT fetched" if soon is None else f"fetched after {(soon - now) // 60} min"
        _say(
            f"{now // 3600:02}.{now // 60 % 60:02}  {spent:5.2f} s, processor {busy:5.2f} s; "
            f"{waits}; promised times moved: {_moved(part.plan, after.plan, trip_id, now)}, "
            f"pushed out: {_pushed_out(part.plan, after.plan, now)}, violations: {found}"
        )
        slow += spent > GOAL_S
        broken += found
        parts = [after if each is part else each for each in parts]
    lost = [visit for visit in morning if all(visit not in part.problem.job for part in parts)]
    _say(
        f"{answered} calls of {SIZE.lansia} lansia, {SIZE.cars} cars, {SIZE.offices} offices: "
        f"{slow} over {GOAL_S:g} s, {broken} violations; of the {len(morning)} visits that the "
        f"morning left out {len(lost)} cannot be asked for any more"
    )
    return 0 if not slow and not broken and not lost else 1


def _more_calls(asked: JemputAsked) -> JemputAsked:
    """A fourth of the households more: some are on their way before their turn to call comes."""
    trips = (
        replace(trip, will_call=trip.leg is Leg.RETURN) if trip.request_id % 4 == 0 else trip
        for trip in asked.trips
    )
    return replace(asked, trips=list(trips))


def _ready(day: Planned) -> Iterator[tuple[int, int]]:
    """Each will-call way home with the moment of the call: a minute after the turn."""
    over: dict[int, int] = {}
    for turn in day.out.turns:
        ends = round((turn.starts - MIDNIGHT).total_seconds()) + turn.duration_s
        over[turn.trip_id] = max(ends, over.get(turn.trip_id, 0))
    calls = [
        (over[trip.id - 1] + 60, trip.id)
        for trip in day.asked.trips
        if trip.leg is Leg.RETURN and trip.will_call and trip.id - 1 in over
        if trip_visit(trip.id, PICKUP) in day.visits
    ]
    for moment, trip_id in sorted(calls):
        yield trip_id, moment


def _begun(plan: Plan, trip_id: int, now: int) -> bool:
    begin = _begins(plan).get(trip_visit(trip_id, PICKUP))
    return begin is None or begin <= now


def _moved(before: Plan, after: Plan, trip_id: int, now: int) -> int:
    """How many of the others who were to be served later are so by more than the tolerance."""
    own = {trip_visit(trip_id, PICKUP), trip_visit(trip_id, DROPOFF)}
    new = _begins(after)
    return sum(
        abs(new[visit] - begin) > KEPT.tolerance
        for visit, begin in _begins(before).items()
        if visit in new and visit not in own and begin > now
    )


def _pushed_out(before: Plan, after: Plan, now: int) -> int:
    new = _begins(after)
    return sum(visit not in new for visit, begin in _begins(before).items() if begin > now)


def _begins(plan: Plan) -> dict[int, int]:
    return {s.id: s.begin for r in plan.routes for s in r.stops if s.id is not None}


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
