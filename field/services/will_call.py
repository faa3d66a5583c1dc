"""Will-call: somebody is ready to go home, and the rest of the day is planned anew around it."""

from collections.abc import Collection
from datetime import datetime, time

from field.domain.event import StopState
from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.jemput.visit_ids import PICKUP, kit_visit, trip_visit, visit_of
from field.domain.text import N_
from field.gateways.doors import Doors
from field.problems.called import SoFar, called, part_of
from field.problems.stored import PlannedPart, plan_document, problem_document, read_part
from field.store import audit, closures, planning
from field.store.db import session, transaction
from field.store.rides import trips_by_id
from field.store.tables import Plan, Stop
from field.store.trip_states import states_of
from routing import InvalidProblem, check

NO_CAR = FaultKind(
    "will_call.no_car",
    Nature.CONFLICT,
    N_("Belum ada mobil yang bisa mengantar pulang sekarang."),
    N_("Susun ulang rencana hari ini, atau telepon sopir yang terdekat."),
)


def plan_return(trip_id: int, by: int | None, doors: Doors) -> int:
    """Make a draft in which this return is driven soon; returns its id, to be published.

    Raises:
        Fault: no plan of that day has the trip.
    """
    now = doors.clock.now()
    trip = trips_by_id([trip_id]).get(trip_id)
    row = planning.plan_with_trip_or_none(trip_id)
    if trip is None or row is None:
        raise Fault(NOT_FOUND, what=N_("Perjalanan"))
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    stored = zip(row.problem["parts"], row.plan["parts"], strict=True)
    parts = [read_part(*both, source) for both in stored]
    part = part_of(parts, trip_id)
    if part is None:
        raise Fault(NOT_FOUND, what=N_("Perjalanan"))
    so_far = _so_far(part, datetime.combine(row.date, time(), doors.zone), now)
    values = row.date, row.kecamatan, row.problem, row.plan.get("homes", {})
    session().rollback()  # nothing is held open while the solver runs
    try:
        after = called(part, trip_id, so_far)
    except InvalidProblem as problem_fault:
        raise Fault(NO_CAR) from problem_fault
    if after is None:  # what is published stands, with the car that was kept for him
        raise Fault(NO_CAR)
    if broken := check(after.problem, after.plan):
        raise RuntimeError(f"A replanned day breaks {broken[0].code}: it is not stored.")
    day, kecamatan, problem, homes = values
    with transaction() as live:
        draft = Plan(
            date=day, kecamatan=kecamatan, state="draft", created_at=now, created_by=by,
            problem=_problem(problem, after),
            plan={"parts": [plan_document(after)], "unassigned": [], "homes": homes},
        )  # fmt: skip
        live.add(draft)
        live.flush()
        audit.record(live, "plan.called", at=now, by=by, subject=f"trip:{trip_id}")
        return draft.id


def _so_far(part: PlannedPart, midnight: datetime, now: datetime) -> SoFar:
    def seconds(moment: datetime) -> int:
        return max(0, round((moment - midnight).total_seconds()))

    done: set[int] = set()
    last: dict[int, int] = {}
    fetched: dict[int, int] = {}
    left = [one.job for one in part.plan.unassigned]
    for manifest in planning.open_manifests(midnight.date(), part.problem.vehicle.keys()):
        states = states_of(manifest.stops)
        ended = planning.ended_visits([stop.visit for stop in manifest.stops])
        trips = trips_by_id(stop.trip_id for stop in manifest.stops if stop.trip_id)
        for stop in manifest.stops:
            number = _number(stop)
            waits = states.get(stop.visit, StopState.WAITING) is StopState.WAITING
            if waits and stop.visit not in ended:
                continue
            done.add(number)
            if number in part.problem.job:
                last[manifest.courier_id] = number
            taken = trips[stop.trip_id].performed_pickup if stop.trip_id in trips else None
            if stop.end == PICKUP and taken:
                fetched[number] = seconds(taken)
    return SoFar(seconds(now), done, last, fetched, told=_told(left))


def _told(left: Collection[int]) -> set[int]:
    """Return who was promised an hour and lost it since: he is tried again, others are not."""
    trips = trips_by_id(trip for number in left if (trip := visit_of(number).trip) is not None)
    return {
        number
        for number in left
        if (trip := visit_of(number).trip) is not None and trips[trip].scheduled_pickup
    }


def _number(stop: Stop) -> int:
    if stop.trip_id:
        return trip_visit(stop.trip_id, stop.end)
    return kit_visit(stop.kit_visit_id) if stop.kit_visit_id else stop.household_id


def _problem(before: dict[str, object], after: PlannedPart) -> dict[str, object]:
    """Only this part is planned anew: publishing leaves everybody else's routes alone."""
    here = {str(job.id) for job in after.problem.jobs}
    cards = before["cards"]
    kept = {door: ids for door, ids in cards.items() if door in here}  # type: ignore[attr-defined]  # a JSON object
    return {
        "parts": [problem_document(after.problem)],
        "cards": kept,
        "factors": before.get("factors"),
        "again": True,
        "part": True,
    }
