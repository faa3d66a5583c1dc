"""Generated days with the whole model in them: every field of a Problem, in every mixture."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from routing import Booth, Job, Problem, Shipment, TimeWindow, Vehicle, validate
from routing.matrix import UNREACHABLE, Matrix
from tests.routing.days import HOUR, LUNCH, TEA

NONE: frozenset[int] = frozenset()


@st.composite
def full_days(draw: st.DrawFn, fewest: int = 1, most: int = 6) -> Problem:
    """A valid problem; where locked beginnings make it invalid, nothing is locked."""
    size, fleet = draw(st.integers(1, 6)), draw(st.integers(1, 3))
    count = draw(st.integers(fewest, most))
    numbers = range(1, count + 1)
    jobs = [draw(some_jobs(number, size, fleet, count)) for number in numbers]
    shipments = [
        draw(some_shipments(number, size, fleet))
        for number in range(11, 11 + draw(st.integers(0, 3)))
    ]
    problem = Problem(
        tuple(jobs),
        tuple(draw(some_vehicles(number, size)) for number in range(1, fleet + 1)),
        draw(some_matrices(size)),
        balance=draw(st.sampled_from([0, 0, 0, 1])),
        shipments=tuple(shipments),
        booths=tuple(draw(some_booths(number)) for number in (1, 2)),
        compact=draw(st.sampled_from([0, 0, 30])),
    )
    locked = replace(problem, vehicles=draw(with_locks(problem)))
    return problem if validate(locked) else locked


@st.composite
def some_matrices(draw: st.DrawFn, size: int) -> dict[str, Matrix]:
    """Some ways do not exist: in seconds, in metres, or in both."""
    places = draw(st.lists(st.integers(0, 900), min_size=size, max_size=size))
    ways = [[abs(a - b) for b in places] for a in places]
    seconds = {
        "motor": [[*row] for row in ways],
        "foot": [[way * 4 for way in row] for row in ways],
    }
    metres = [[way * 5 for way in row] for row in ways]
    pair = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    few = st.sampled_from([0, 0, 0, 0, 2]).flatmap(lambda most: st.lists(pair, max_size=most))
    for here, there in draw(few):
        seconds["motor"][here][there] = UNREACHABLE
    for here, there in draw(few):
        metres[here][there] = UNREACHABLE
    costs = draw(st.sampled_from([None, None, [[way * 2 for way in row] for row in ways]]))
    return {profile: Matrix.of(grid, metres, costs) for profile, grid in seconds.items()}


def some_windows() -> st.SearchStrategy[tuple[TimeWindow, ...]]:
    morning, afternoon = TimeWindow(8 * HOUR, 12 * HOUR), TimeWindow(13 * HOUR, 15 * HOUR)
    narrow = TimeWindow(10 * HOUR, 10 * HOUR + 900)
    return st.sampled_from([(), (), (), (morning,), (afternoon,), (narrow, afternoon)])


@st.composite
def some_jobs(draw: st.DrawFn, number: int, size: int, fleet: int, count: int) -> Job:
    """`after` names lower ids only, so that there is no circle."""
    return Job(
        id=number,
        location=draw(st.integers(0, size - 1)),
        service=draw(st.sampled_from([0, 300, 600, 3600])),
        setup=draw(st.sampled_from([0, 0, 90])),
        windows=draw(some_windows()),
        delivery=draw(st.sampled_from([(), (1, 0), (2, 1)])),
        pickup=draw(st.sampled_from([(), (), (1, 1)])),
        priority=draw(st.sampled_from([0, 0, 7])),
        prize=draw(st.sampled_from([None, None, None, 300])),
        after=draw(st.frozensets(st.integers(1, 3 * count), max_size=1)) & {*range(1, number)},
        booth=draw(st.sampled_from([None] * 6 + [1, 2])),
        **draw(said_of_the_whole(fleet)),
    )


@st.composite
def said_of_the_whole(draw: st.DrawFn, fleet: int) -> dict[str, Any]:
    some = st.frozensets(st.integers(1, fleet), min_size=1)
    return {
        "skills": draw(st.sampled_from([NONE] * 5 + [frozenset({1})])),
        "vehicles": draw(st.one_of(st.none(), st.none(), st.none(), some)),
        "preferred": draw(st.sampled_from([NONE, NONE, frozenset({1})])),
        "stray_cost": 200,
        "group": draw(st.sampled_from([None] * 5 + [5])),
    }


@st.composite
def some_shipments(draw: st.DrawFn, number: int, size: int, fleet: int) -> Shipment:
    whole = draw(said_of_the_whole(fleet))

    def end(own: int, booth: int | None) -> Job:
        return Job(
            id=own,
            location=draw(st.integers(0, size - 1)),
            service=draw(st.sampled_from([0, 300])),
            setup=draw(st.sampled_from([0, 60])),
            windows=draw(some_windows()),
            after=draw(st.sampled_from([NONE] * 5 + [frozenset({1})])),
            booth=booth,
            **whole,
        )

    return Shipment(
        pickup=end(number, None),
        delivery=end(number + 10, draw(st.sampled_from([None, 1]))),
        amount=draw(st.sampled_from([(), (1, 0), (1, 1)])),
        max_ride=draw(st.sampled_from([None, 1800, 3600, 7200])),
    )


@st.composite
def some_vehicles(draw: st.DrawFn, number: int, size: int) -> Vehicle:
    place = st.none() | st.integers(0, size - 1)
    return Vehicle(
        id=number,
        profile=draw(st.sampled_from(["motor", "motor", "foot"])),
        start=draw(place),
        end=draw(place),
        shift=draw(
            st.sampled_from([TimeWindow(8 * HOUR, 16 * HOUR), TimeWindow(9 * HOUR, 14 * HOUR)])
        ),
        breaks=draw(st.sampled_from([(), (LUNCH,), (LUNCH, TEA)])),
        capacity=draw(st.sampled_from([(), (9, 6), (9, 6), (2, 1)])),
        skills=frozenset({1}) if number == 1 else NONE,
        max_stops=draw(st.sampled_from([None, None, None, 3])),
        max_duration=draw(st.sampled_from([None, None, None, 5 * HOUR])),
        max_travel=draw(st.sampled_from([None, None, None, 2500])),
        max_distance=draw(st.sampled_from([None, None, None, 12_000])),
        fixed_cost=draw(st.sampled_from([0, 0, 500])),
    )


@st.composite
def some_booths(draw: st.DrawFn, number: int) -> Booth:
    capacity = draw(st.sampled_from([0, 1, 1, 2, 2, 2]))
    return Booth(id=number, capacity=capacity, duration=draw(st.sampled_from([0, 600, HOUR])))


@st.composite
def with_locks(draw: st.DrawFn, problem: Problem) -> tuple[Vehicle, ...]:
    """Beginnings of routes as they could have been decided before."""
    ids = draw(st.permutations([visit.id for visit in problem.visits]))
    fleet = []
    for vehicle in problem.vehicles:
        able = [visit for visit in ids if vehicle.able(problem.job[visit])]
        locked = able[: draw(st.sampled_from([0, 0, 1, 2, 3]))]
        ids = [visit for visit in ids if visit not in locked]
        fleet.append(replace(vehicle, locked=tuple(locked)))
    return tuple(fleet)
