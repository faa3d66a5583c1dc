"""Plans as documents: VROOM's own are understood, and ours say what VROOM's would."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from routing import InvalidProblem, Plan, Problem, check
from routing.documents import read_plan, read_problem, write_plan
from routing.plan import StepKind, Unassigned, Violation
from routing.point import Point
from tests.routing.good_day import PLAN, PROBLEM, SEVEN
from tests.routing.vroom_files import vroom, vroom_plan

Document = dict[str, Any]
ASKED = read_problem(vroom())


def codes(problem: Problem, document: Document) -> list[str]:
    return [found.code for found in check(problem, read_plan(document, problem))]


def test_vroom_plan_is_found_right() -> None:
    plan = read_plan(vroom_plan(), ASKED)
    assert check(ASKED, plan) == []
    assert plan.orders == {1: [1, 2, 4, 5]}
    assert [left.job for left in plan.unassigned] == [3]


def test_costs_of_vroom_are_not_ours() -> None:
    plan = read_plan(vroom_plan(), ASKED)
    assert (plan.cost, plan.routes[0].cost) == (0, 0)


def step(number: int, **changes: Any) -> Callable[[Document], object]:
    return lambda document: document["routes"][0]["steps"][number].update(changes)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (step(1, arrival=101), "timing"),
        (step(1, service=1), "service"),
        (step(1, id=9), "unknown_id"),
        (step(1, id=5), "kind"),
        (step(1, location_index=3), "place"),
        (step(2, load=[4]), "carried"),
        (step(3, type="delivery"), "duplicate_job"),
        (step(5, service=1), "break_time"),
        (step(6, distance=1), "distance"),
        (lambda document: document["unassigned"].clear(), "missing_job"),
        (lambda document: document["routes"][0].update(vehicle=9), "unknown_id"),
        (lambda document: document["routes"][0]["steps"].pop(), "shape"),
    ],
)
def test_vroom_plan_spoiled(spoil: Callable[[Document], object], code: str) -> None:
    document = vroom_plan()
    spoil(document)
    assert code in codes(ASKED, document)


def test_what_vroom_leaves_unsaid_is_not_asked() -> None:
    """Older VROOMs tell neither places, metres, types nor setups."""
    document = vroom_plan()
    for left_out in document["unassigned"]:
        del left_out["type"]
    for each in document["routes"][0]["steps"]:
        each.pop("location_index", None)
        del each["distance"]
        if not each["setup"]:
            del each["setup"]
    assert codes(ASKED, document) == []


def located() -> Problem:
    points = tuple(Point(-6.5 - number / 100, 106.8) for number in range(5))
    return replace(ASKED, points=points)


@pytest.mark.parametrize(("shift", "found"), [(0, []), (0.01, ["place"]), (5, ["place"])])
def test_places_told_by_coordinates(shift: float, found: list[str]) -> None:
    problem, document = located(), vroom_plan()
    for each in document["routes"][0]["steps"]:
        location = each.pop("location_index", None)
        if location is not None:
            point = problem.points[location]
            each["location"] = [point.lon, point.lat]
    document["routes"][0]["steps"][2]["location"][1] += shift
    assert codes(problem, document) == found


def test_a_route_may_begin_and_end_anywhere() -> None:
    """VROOM tells the first and last stop's place then; here there is none to tell."""
    problem = read_problem(
        {
            "vehicles": [{"id": 1, "start_index": 0}],
            "jobs": [{"id": 1, "location_index": 1}],
            "matrices": {"car": {"durations": [[0, 7], [8, 0]]}},
        }
    )
    times = ((0, 0, "start"), (1, 7, "job"), (1, 7, "end"))
    steps = [
        {"type": kind, "location_index": place, "arrival": time, "duration": time}
        | ({"id": 1} if kind == "job" else {})
        for place, time, kind in times
    ]
    document = {"code": 0, "unassigned": [], "routes": [{"vehicle": 1, "cost": 7, "steps": steps}]}
    assert codes(problem, document) == []


def test_an_error_is_no_plan() -> None:
    with pytest.raises(InvalidProblem) as caught:
        read_plan({"code": 2, "error": "Invalid profile."}, ASKED)
    assert [fault.code for fault in caught.value.faults] == ["no_plan"]
    assert "Invalid profile." in str(caught.value)


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"routes": 7},
        {"routes": [{"steps": []}]},
        {"routes": [{"vehicle": 1, "steps": [{"type": "swim"}]}]},
        {"routes": [{"vehicle": 1, "steps": [{"type": "job", "id": "1"}]}]},
        {"routes": [{"vehicle": 1, "steps": [{"type": "end", "arrival": 1.5}]}]},
        {"unassigned": [{}]},
        {"unassigned": [{"id": 1, "type": "break"}]},
        {"solver": "antarjemput", "summary": {"cost": float("nan")}},
        {"solver": "antarjemput", "summary": {"violations": [{"cause": "whim"}]}},
    ],
)
def test_unreadable_plans_are_refused(document: object) -> None:
    with pytest.raises(InvalidProblem) as caught:
        read_plan(document, ASKED)
    assert all(fault.message("id") for fault in caught.value.faults)


def written(problem: Problem, plan: Plan) -> Document:
    document: Document = json.loads(json.dumps(write_plan(problem, plan)))
    return document


def test_a_plan_reads_back_the_same() -> None:
    assert read_plan(written(PROBLEM, PLAN), PROBLEM) == PLAN
    plan = replace(read_plan(vroom_plan(), ASKED), cost=5)
    assert read_plan(written(ASKED, plan), ASKED) == plan


def test_ours_says_what_vroom_says() -> None:
    """All that VROOM tells of a plan, with the same figures, but for its costs."""
    ours, theirs = written(ASKED, read_plan(vroom_plan(), ASKED)), vroom_plan()
    assert agree(ours, theirs) == []


UNTOLD = {"amount", "job", "cost", "computing_times"}
"""What VROOM tells by an old name, too, or of itself."""


def agree(ours: Any, theirs: Any, where: str = "") -> list[str]:
    """The places of a plan of VROOM's that ours says otherwise, or not at all."""
    if isinstance(theirs, dict):
        names = theirs.keys() - UNTOLD
        return [each for name in names for each in agree(ours.get(name), theirs[name], name)]
    if isinstance(theirs, list):
        pairs = enumerate(zip(ours, theirs, strict=True))
        return [each for n, (our, their) in pairs for each in agree(our, their, f"{where}[{n}]")]
    return [] if ours == theirs else [f"{where}: {ours} for {theirs}"]


def test_ids_in_violations_and_reasons_are_the_document_s() -> None:
    """Delivery 1 is visit 5 here; nobody but us is to know."""
    late = Violation("delay", {"vehicle": 1, "job": 5, "seconds": 60})
    after = Violation("after", {"job": 1, "other": 4})
    left = Unassigned(4, "not_planned")
    plan = replace(
        read_plan(vroom_plan(), ASKED), violations=(late, after), unassigned=(left,), cost=9
    )
    document = written(ASKED, plan)
    told, other = document["summary"]["violations"]
    assert told["values"] == {"vehicle": 1, "job": 1, "job_type": "delivery", "seconds": 60}
    assert told["duration"] == 60
    assert told["en"] == "Job 1 begins 60 s after its time window has closed."
    assert other["values"] == {"job": 1, "other": 1, "other_type": "pickup"}
    assert (document["unassigned"][0]["id"], document["unassigned"][0]["type"]) == (1, "pickup")
    assert read_plan(document, ASKED) == plan


def test_violations_stand_where_they_happen() -> None:
    late = Violation("delay", {"vehicle": 1, "job": 5, "seconds": 60})
    timing = Violation("timing", {"vehicle": 1, "step": 2})
    elsewhere = Violation("locked", {"vehicle": 2})
    found = (late, timing, elsewhere)
    document = written(ASKED, replace(read_plan(vroom_plan(), ASKED), violations=found))
    route = document["routes"][0]
    assert [each["cause"] for each in route["violations"]] == ["delay", "timing"]
    told = [[each["cause"] for each in step["violations"]] for step in route["steps"]]
    assert told == [[], [], ["timing"], [], ["delay"], [], []]


def test_totals_count_shipments_too() -> None:
    document = written(PROBLEM, PLAN)
    totals = document["summary"]
    assert (totals["delivery"], totals["pickup"]) == ([5, 1], [3, 1])
    rests = [each.service for each in SEVEN.steps if each.kind is StepKind.BREAK]
    assert document["routes"][0]["service"] == 50 * 3 + 20 + 10 + sum(rests)
