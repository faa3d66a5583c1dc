"""A VROOM user's problem is read as VROOM means it; what cannot be honoured is refused."""

from typing import Any

import pytest

from routing import Break, Problem, TimeWindow, validate
from routing.documents import read_problem, write_problem
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point
from routing.problem import Kind
from tests.routing.vroom_files import changed, faults_of, vroom


def ids(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def test_every_field_finds_its_place() -> None:
    problem = read_problem(vroom())
    assert validate(problem) == []
    siti, bike = problem.vehicles
    assert (siti.id, siti.profile, siti.description) == (1, "car", "Siti")
    assert (siti.start, siti.end, bike.start, bike.end) == (0, 0, 4, None)
    assert (siti.capacity, siti.skills, siti.shift) == ((4,), ids(1, 14), TimeWindow(0, 10000))
    assert (siti.max_stops, siti.max_travel, siti.max_distance) == (5, 5000, 50000)
    tea = Break(id=1, windows=(TimeWindow(500, 700),), service=300, description="tea")
    assert siti.breaks == (tea,)
    assert bike.fixed_cost == 100
    letter, fetch, _ = problem.jobs
    assert (letter.location, letter.setup, letter.service, letter.priority) == (1, 10, 60, 7)
    assert letter.windows == (TimeWindow(0, 200), TimeWindow(900, 1000))
    assert (letter.delivery, letter.skills, letter.description) == ((1,), ids(1), "a letter")
    assert fetch.pickup == (1,)
    (person,) = problem.shipments
    assert (person.amount, person.pickup.skills, person.delivery.priority) == ((1,), ids(14), 3)
    assert (person.pickup.service, person.pickup.description) == (30, "a person")


def test_jobs_pickups_and_deliveries_count_apart() -> None:
    problem = read_problem(vroom())
    assert [(visit.kind, visit.number or visit.id) for visit in problem.visits] == [
        (Kind.JOB, 1),
        (Kind.JOB, 2),
        (Kind.JOB, 3),
        (Kind.PICKUP, 1),
        (Kind.DELIVERY, 1),
    ]
    assert len(problem.job) == 5


def test_a_problem_reads_back_the_same() -> None:
    problem = read_problem(vroom())
    assert read_problem(write_problem(problem)) == problem


@pytest.mark.parametrize("part", ["jobs", "shipments"])
def test_ids_used_twice_are_told(part: str) -> None:
    document = vroom()
    document[part].append(document[part][0])
    kinds = ["job"] if part == "jobs" else ["pickup", "delivery"]
    assert [(f.code, f.values["kind"], f.values["id"]) for f in faults_of(document)] == [
        ("duplicate_id", kind, 1) for kind in kinds
    ]


def test_old_names_of_vroom() -> None:
    """`matrix` is the durations of car, `amount` a delivery."""
    document = {
        "vehicles": [{"id": 1, "start_index": 0}],
        "jobs": [{"id": 1, "location_index": 1, "amount": [3]}],
        "matrix": [[0, 7], [8, 0]],
    }
    problem = read_problem(document)
    assert problem.matrices == {"car": Matrix.of([[0, 7], [8, 0]])}
    assert problem.jobs[0].delivery == (3,)


def test_coordinates_beside_matrices_are_kept_when_all_are_known() -> None:
    document: dict[str, Any] = {
        "vehicles": [{"id": 1, "start_index": 0, "start": [106.8, -6.5]}],
        "jobs": [{"id": 1, "location_index": 1, "location": [106.9, -6.6]}],
        "matrices": {"car": {"durations": [[0, 7], [8, 0]]}},
    }
    assert read_problem(document).points == (Point(-6.5, 106.8), Point(-6.6, 106.9))
    del document["jobs"][0]["location"]
    assert read_problem(document).points == ()


def test_time_by_vehicle_type_where_only_one_type_can_come() -> None:
    document = changed("jobs", 0, service_per_type={"van": 45}, setup_per_type={"lorry": 99})
    letter = read_problem(document).jobs[0]
    assert (letter.service, letter.setup) == (45, 10)


def test_time_by_vehicle_type_that_makes_a_difference_is_refused() -> None:
    (fault,) = faults_of(changed("jobs", 1, service_per_type={"van": 45}))
    assert (fault.code, fault.values["where"]) == ("differs_by_type", "jobs[1]")


def speeding(factor: float) -> Problem:
    return read_problem(changed("vehicles", 0, speed_factor=factor))


def test_speed_makes_a_profile_of_its_own() -> None:
    problem = speeding(0.8)
    assert problem.vehicles[0].profile == "car x0.8"
    matrix = problem.matrix(problem.vehicles[0])
    assert matrix.durations[0].tolist() == [0, 125, 250, 375, 500]
    assert matrix.distances[0].tolist() == [0, 1000, 2000, 3000, 4000]
    assert problem.matrices["car"].durations[0].tolist() == [0, 100, 200, 300, 400]


def test_usual_speed_is_no_other_profile() -> None:
    assert speeding(1.0) == read_problem(vroom())


def test_no_speed_opens_a_road() -> None:
    document = changed("vehicles", 0, speed_factor=2)
    document["matrices"]["car"]["durations"][0][4] = None
    problem = read_problem(document)
    assert problem.matrix(problem.vehicles[0]).durations[0, 4] == UNREACHABLE


@pytest.mark.parametrize("factor", [0, -1, 5.01, 0.001, float("nan"), float("inf"), "1"])
def test_speeds_that_cannot_be(factor: object) -> None:
    (fault,) = faults_of(changed("vehicles", 0, speed_factor=factor))
    assert fault.code in ("speed_range", "wrong_shape")


@pytest.mark.parametrize(
    ("part", "field", "value"),
    [
        ("vehicles", "breaks", [{"id": 1, "time_windows": [[0, 9]], "max_load": [1]}]),
        ("vehicles", "costs", {"per_task_hour": 3600}),
        ("vehicles", "steps", [{"type": "job", "id": 1, "service_at": 9}]),
        ("vehicles", "colour", "red"),
        ("jobs", "amount", [1]),
        ("jobs", "max_ride_time", 60),
        ("shipments", "service", 60),
    ],
)
def test_what_cannot_be_honoured_is_refused(part: str, field: str, value: object) -> None:
    (fault,) = faults_of(changed(part, 0, **{field: value}))
    assert fault.code == "unsupported_field"
    assert fault.message("id") != fault.message("en")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (vroom(matrix=[[0]]), "unsupported_field"),
        (vroom(options={"g": True}), "unsupported_field"),
        (changed("jobs", 0, id="1"), "wrong_shape"),
        (changed("jobs", 0, id=True), "wrong_shape"),
        (changed("jobs", 0, priority=101), "priority_range"),
        (changed("jobs", 0, service=-1), "not_whole"),
        (changed("jobs", 0, time_windows=[[9, 8]]), "window_reversed"),
        (changed("jobs", 0, after=[9]), "unknown_id"),
        (changed("jobs", 0, after=[{"type": "pickup", "id": 9}]), "unknown_id"),
        (changed("jobs", 0, after=[{"type": "break", "id": 1}]), "wrong_shape"),
        (changed("shipments", 0, pickup=7), "wrong_shape"),
        (changed("vehicles", 0, breaks=[{"id": 1}]), "break_without_window"),
        (changed("vehicles", 0, steps=[{"type": "job", "id": 9}]), "unknown_id"),
        (changed("vehicles", 0, steps=[{"type": "swim"}]), "wrong_shape"),
        (changed("vehicles", 0, locked=[{"type": "delivery", "id": 9}]), "unknown_id"),
        (changed("vehicles", 0, profile="boat"), "no_matrix"),
        (vroom(shipments=[{"delivery": {"id": 1}}]), "missing_field"),
        (vroom(booths=[{"id": 1, "capacity": 1}]), "missing_field"),
        (vroom(matrices={"car": {"distances": [[0]]}}), "missing_field"),
    ],
)
def test_what_is_wrong_is_told(document: object, code: str) -> None:
    assert code in [fault.code for fault in faults_of(document)]


def test_a_limit_in_metres_needs_metres() -> None:
    document = vroom()
    del document["matrices"]["car"]["distances"]
    (fault,) = faults_of(document)
    assert (fault.code, fault.values["field"]) == ("missing_field", "distances")


OURS = vroom(booths=[{"id": 1, "capacity": 2, "duration": 600}], balance=2, compact=10)
OURS["jobs"][0] |= {"group": 4, "after": [2, {"type": "pickup", "id": 1}], "prize": 500}
OURS["jobs"][1] |= {"vehicles": [1], "preferred_vehicles": [2], "stray_cost": 50}
OURS["shipments"][0] |= {"max_ride_time": 900, "group": 5}
OURS["shipments"][0]["delivery"] |= {"booth": 1}
OURS["vehicles"][0] |= {"max_duration": 9000, "locked": [{"type": "pickup", "id": 1}, 2]}


def test_what_vroom_cannot_say() -> None:
    problem = read_problem(OURS)
    assert validate(problem) == []
    (person,) = problem.shipments
    pickup, delivery = person.pickup.id, person.delivery.id
    assert (problem.balance, problem.compact, problem.booth[1].capacity) == (2, 10, 2)
    assert (problem.job[1].group, problem.job[1].prize) == (4, 500)
    assert problem.job[1].after == {2, pickup}
    assert (problem.job[2].vehicles, problem.job[2].preferred) == (ids(1), ids(2))
    assert problem.job[2].stray_cost == 50
    assert (person.max_ride, person.pickup.group, problem.job[delivery].booth) == (900, 5, 1)
    assert problem.vehicle[1].locked == (pickup, 2)
    assert problem.vehicle[1].max_duration == 9000
    assert read_problem(write_problem(problem)) == problem
