"""VROOM answers generated problems: the plans that it writes are understood, and allowed.

Only what VROOM and we mean alike is asked: it opens a window before setup, we after it.
"""

import json
from tempfile import NamedTemporaryFile
from typing import Any

import vroom
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing import check
from routing.documents import read_plan, read_problem

Document = dict[str, Any]
PLACES = 5
PLACE = st.integers(0, PLACES - 1)
AMOUNT = st.lists(st.integers(0, 2), min_size=1, max_size=1)
MOMENT = st.integers(0, 40).map(lambda n: n * 50)


@st.composite
def windows(draw: st.DrawFn) -> list[list[int]]:
    opening = draw(MOMENT)
    closing = opening + draw(MOMENT)
    again = closing + 1 + draw(MOMENT)
    return draw(st.sampled_from([[[opening, closing]], [[opening, closing], [again, again + 100]]]))


@st.composite
def steps(draw: st.DrawFn) -> Document:
    timed = draw(st.booleans())
    when = {"time_windows": draw(windows())} if timed else {"setup": draw(st.sampled_from([0, 20]))}
    return {"location_index": draw(PLACE), "service": draw(st.sampled_from([0, 30, 100])), **when}


JOB: dict[str, st.SearchStrategy[Any]] = {
    "delivery": AMOUNT,
    "pickup": AMOUNT,
    "skills": st.sampled_from([[], [], [1]]),
}
SHIPMENT: dict[str, st.SearchStrategy[Any]] = {
    "pickup": steps(),
    "delivery": steps(),
    "amount": AMOUNT,
    "skills": st.sampled_from([[], [2]]),
}
TEA = {"id": 7, "service": 60, "time_windows": [[500, 900], [1500, 2500]]}
LUNCH = {"id": 8, "service": 50, "time_windows": [[1000, 3000]]}
VEHICLE = st.fixed_dictionaries(
    {
        "profile": st.sampled_from(["car", "bike"]),
        "capacity": st.lists(st.integers(1, 4), min_size=1, max_size=1),
        "skills": st.sampled_from([[1, 2], [1], []]),
        "start_index": PLACE,
    },
    optional={
        "end_index": PLACE,
        "time_window": st.tuples(st.integers(0, 500), st.integers(3000, 9000)).map(list),
        "breaks": st.sampled_from([[], [TEA], [LUNCH, TEA]]),
        "speed_factor": st.sampled_from([0.5, 1, 2]),
        "max_tasks": st.integers(1, 5),
        "max_travel_time": st.integers(100, 3000),
        "max_distance": st.integers(100, 3000),
        "costs": st.fixed_dictionaries({"fixed": st.sampled_from([0, 500])}),
    },
)
EVEN = st.lists(
    st.lists(st.integers(1, 400).map(lambda n: 2 * n), min_size=PLACES, max_size=PLACES),
    min_size=PLACES,
    max_size=PLACES,
)
MATRIX = st.fixed_dictionaries({"durations": EVEN, "distances": EVEN})


@st.composite
def asked(draw: st.DrawFn) -> Document:
    jobs = draw(st.lists(st.tuples(steps(), st.fixed_dictionaries(JOB)), min_size=1, max_size=4))
    shipments = draw(st.lists(st.fixed_dictionaries(SHIPMENT), max_size=3))
    matrices = draw(st.fixed_dictionaries({"car": MATRIX, "bike": MATRIX}))
    for rows in (rows for matrix in matrices.values() for rows in matrix.values()):
        for number, row in enumerate(rows):
            row[number] = 0
    for number, shipment in enumerate(shipments):
        shipment["pickup"]["id"] = shipment["delivery"]["id"] = number
    return {
        "jobs": [{"id": n, **step, **job} for n, (step, job) in enumerate(jobs)],
        "shipments": shipments,
        "vehicles": [
            {"id": n, **each}
            for n, each in enumerate(draw(st.lists(VEHICLE, min_size=1, max_size=3)))
        ],
        "matrices": matrices,
    }


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(asked())
def test_plans_of_vroom_are_allowed(document: Document) -> None:
    with NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(document, file)
        file.flush()
        answer = vroom.Input.from_json(file.name).solve(1, 1).to_dict()
    problem = read_problem(document)
    assert answer["code"] == 0
    assert check(problem, read_plan(answer, problem)) == []
