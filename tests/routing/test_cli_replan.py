"""`replan` on the command line: the problem, its plan and what has happened, all as documents."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routing.cli import main
from routing.documents import schema
from routing.documents.changes_in import (
    CHANGES_FIELDS,
    KEEP_FIELDS,
    POSITION_FIELDS,
    PROMISED_FIELDS,
)
from tests.routing.vroom_files import vroom

Output = pytest.CaptureFixture[str]
Document = dict[str, Any]
CHANGES = Draft202012Validator(schema("changes"))
STREET = [[abs(a - b) * 300 for b in range(6)] for a in range(6)]


def morning(**more: Any) -> Document:
    """A street of five doors, five minutes from each to the next; two riders live at door 0."""
    return {
        "vehicles": [{"id": n, "start_index": 0, "end_index": 0} for n in (1, 2)],
        "jobs": [
            {"id": 1, "location_index": 1, "time_windows": [[0, 1000]]},
            {"id": 4, "location_index": 4},
        ],
        "matrices": {"car": {"durations": STREET, "distances": STREET}},
        **more,
    }


class Day:
    """A folder with the problem, its plan, and then changes."""

    def __init__(self, folder: Path, capsys: Output, problem: Document) -> None:
        self.folder, self.capsys = folder, capsys
        self.problem = self.stored("problem", problem)
        self.plan = str(folder / "plan.json")
        assert self.run("solve", self.problem, "-o", self.plan, "--iterations", "5") == 0
        self.said()

    def stored(self, name: str, document: object) -> str:
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    def run(self, *words: str) -> int:
        return main(list(words))

    def said(self) -> Any:
        return json.loads(self.capsys.readouterr().out.splitlines()[-1])

    def replanned(self, changes: Document) -> Any:
        """What is told; the new plan is one of the new problem, and breaks none of its rules."""
        assert list(CHANGES.iter_errors(changes)) == []
        rest, new = str(self.folder / "rest.json"), str(self.folder / "new.json")
        files = (self.problem, self.plan, self.stored("changes", changes))
        assert self.run("replan", *files, "-o", new, "--rest", rest, "--iterations", "2") == 0
        told = self.said()
        assert self.run("check", rest, new) == 0
        assert self.said() == []
        self.problem, self.plan = rest, new
        return told

    def refused(self, changes: object) -> list[str]:
        files = (self.problem, self.plan, self.stored("changes", changes))
        assert self.run("replan", *files) == 2
        return [fault["code"] for fault in self.said()["faults"]]

    @property
    def orders(self) -> dict[int, list[int]]:
        plan = json.loads(Path(self.plan).read_text(encoding="utf-8"))
        return {
            route["vehicle"]: [s["id"] for s in route["steps"] if "id" in s]
            for route in plan["routes"]
        }


@pytest.fixture
def day(tmp_path: Path, capsys: Output) -> Day:
    return Day(tmp_path, capsys, morning())


def codes(told: Any) -> list[tuple[str, int | None]]:
    return [(change["code"], change["values"].get("visit")) for change in told["changes"]]


def test_nothing_new_changes_nothing(day: Day) -> None:
    told = day.replanned({"now": 400})
    assert (told["changes"], told["aboard"], told["violations"]) == ([], [], 0)
    assert list(day.orders.values()) == [[4]]


def test_a_new_job_is_put_in_and_said(day: Day) -> None:
    """Without positions all went as planned: door 1 is done."""
    told = day.replanned({"now": 400, "jobs": [{"id": 9, "location_index": 3}]})
    (change,) = told["changes"]
    assert (change["code"], change["values"]["visit"]) == ("added", 9)
    assert change["en"].startswith("Stop 9 is added to the route of vehicle")
    assert sorted(*day.orders.values()) == [4, 9]


def test_what_is_cancelled_and_who_has_gone(day: Day) -> None:
    (driver,) = day.orders
    told = day.replanned({"now": 0, "done": [], "cancelled": [1], "gone": [driver]})
    assert codes(told) == [("cancelled", 1), ("taken_over", 4)]
    assert day.orders == {3 - driver: [4]}


def test_a_vehicle_goes_on_from_its_position(day: Day) -> None:
    (driver,) = day.orders
    where = {"vehicle": driver, "location_index": 5, "free": 2000}
    told = day.replanned({"now": 1900, "done": [1], "positions": [where]})
    assert told["duration"] == 5 * 300
    where = {"vehicle": driver, "location_index": 5, "free": 2000, "heading": 4}
    assert day.replanned({"now": 2100, "done": [], "positions": [where]})["duration"] == 5 * 300


def test_people_aboard_stay_aboard_over_two_replannings(tmp_path: Path, capsys: Output) -> None:
    ride = {
        "pickup": {"id": 1, "location_index": 1},
        "delivery": {"id": 1, "location_index": 5},
        "amount": [1],
    }
    problem = morning(shipments=[ride])
    for vehicle in problem["vehicles"]:
        vehicle["capacity"] = [1]
    day = Day(tmp_path, capsys, problem)
    told = day.replanned({"now": 400})
    (aboard,) = told["aboard"]
    told = day.replanned({"now": 500, "done": [], "aboard": [aboard], "cancelled": [aboard]})
    assert told["aboard"] == [aboard]
    assert codes(told) == [("still_aboard", aboard)]


def test_who_does_not_fit_any_more_is_told_with_the_reason(day: Day) -> None:
    late = {"id": 9, "location_index": 5, "time_windows": [[0, 500]]}
    told = day.replanned({"now": 400, "jobs": [late]})
    (change,) = told["changes"]
    assert (change["code"], change["values"]) == ("left_out", {"visit": 9})
    assert change["reason"]["code"] == "window_closed"
    assert change["reason"]["en"]


def test_new_places_without_matrices(tmp_path: Path, capsys: Output) -> None:
    """Places are numbered as they come: those of shipments move up when there are new jobs."""
    office = [106.7966, -6.5950]
    problem = {
        "vehicles": [{"id": 1, "start": office, "end": office}],
        "jobs": [{"id": 1, "location": [106.80, -6.60]}],
        "shipments": [
            {
                "pickup": {"id": 1, "location": [106.81, -6.61]},
                "delivery": {"id": 1, "location": [106.82, -6.62]},
            }
        ],
    }
    day = Day(tmp_path, capsys, problem)
    told = day.replanned({"now": 1, "jobs": [{"id": 2, "location": [106.83, -6.63]}]})
    assert codes(told) == [("added", 2)]
    where = {"vehicle": 1, "location": [106.801, -6.601], "free": 300}
    assert day.refused({"now": 300, "done": [], "positions": [where]}) == ["missing_field"]
    fresh = Day(tmp_path, capsys, problem)
    assert fresh.replanned({"now": 300, "done": [1], "positions": [where]})["changes"] == []


def test_new_places_bring_their_matrices(day: Day) -> None:
    rows = [[abs(a - b) * 300 for b in range(8)] for a in range(8)]
    told = day.replanned(
        {
            "now": 400,
            "jobs": [{"id": 9, "location_index": 7}],
            "matrices": {"car": {"durations": rows, "distances": rows}},
        }
    )
    assert codes(told) == [("added", 9)]


def test_a_promise_that_was_given_counts_instead_of_the_plan(day: Day) -> None:
    told = day.replanned(
        {"now": 0, "done": [], "promised": [{"id": 4, "at": 9000}], "keep": {"tolerance": 600}}
    )
    assert codes(told) == []
    steps = [
        step
        for route in json.loads(Path(day.plan).read_text())["routes"]
        for step in route["steps"]
    ]
    (served,) = [step for step in steps if step.get("id") == 4]
    assert 8400 <= served["arrival"] + served["waiting_time"] <= 9600


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([], ["wrong_shape"]),
        ({}, ["missing_field"]),
        ({"now": -1}, ["not_whole"]),
        ({"now": 0, "dance": 1}, ["unsupported_field"]),
        ({"now": 0, "done": [7]}, ["unknown_id"]),
        ({"now": 0, "done": [{"type": "pickup", "id": 1}]}, ["unknown_id"]),
        ({"now": 0, "gone": [7]}, ["unknown_id"]),
        ({"now": 0, "positions": [{"location_index": 1}]}, ["missing_field"]),
        ({"now": 0, "positions": [{"vehicle": 1, "location_index": 99}]}, ["location_outside"]),
        ({"now": 0, "jobs": [{"id": 4, "location_index": 1}]}, ["duplicate_id"]),
        ({"now": 0, "fetched": [{"id": 1}]}, ["unknown_id"]),
        ({"now": 0, "keep": {"moved": -1}}, ["not_whole"]),
        ({"now": 0, "keep": {"price": 1}}, ["unsupported_field"]),
    ],
)
def test_changes_that_cannot_be_are_refused(day: Day, changes: object, codes: list[str]) -> None:
    assert day.refused(changes) == codes


def test_the_schema_names_every_field_that_is_read() -> None:
    CHANGES.check_schema(schema("changes"))
    described, parts = schema("changes")["properties"], schema("changes")["$defs"]
    assert described.keys() == CHANGES_FIELDS
    assert parts["position"]["properties"].keys() == POSITION_FIELDS
    assert parts["promise"]["properties"].keys() == PROMISED_FIELDS
    assert parts["keep"]["properties"].keys() == KEEP_FIELDS


def test_the_problem_and_plan_of_vroom(tmp_path: Path, capsys: Output) -> None:
    day = Day(tmp_path, capsys, vroom())
    assert day.replanned({"now": 0, "done": []})["violations"] == 0
