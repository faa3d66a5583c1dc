"""The degenerate problems as documents: `solve` exits with an answer or a fault, never a crash."""

import json
from pathlib import Path
from typing import Any

import pytest

from routing.cli import main

Output = pytest.CaptureFixture[str]
Document = dict[str, Any]
FAR = 2**31 - 2
"""The longest way that a matrix can hold."""


def day(*jobs: Document, rows: object = ((0, 60), (60, 0)), **vehicle: Any) -> Document:
    """One rider with an hour, who lives at place 0."""
    rider = {"id": 1, "start_index": 0, "end_index": 0, "time_window": [0, 3600], **vehicle}
    return {"jobs": list(jobs), "vehicles": [rider], "matrices": {"car": {"durations": rows}}}


def at(place: int, number: int = 1, **more: Any) -> Document:
    return {"id": number, "location_index": place, **more}


def placed(lon: float, lat: float) -> Document:
    office = [106.8, -6.6]
    return {
        "vehicles": [{"id": 1, "start": office, "end": office}],
        "jobs": [{"id": 1, "location": [lon, lat]}],
    }


SHUT = {"time_windows": [[7200, 9000]]}
NOBODY = {**day(at(1)), "vehicles": []}
ONE_WAY = ((0, 60, 5), (900, 0, 60), (60, 900, 0))
NOT_THERE = ((0, 60, None), (60, 0, None), (None, None, 0))

ANSWERED: dict[str, tuple[Document, int, list[str]]] = {
    "nothing at all": ({"jobs": [], "vehicles": [], "matrices": {}}, 0, []),
    "no vehicle": (NOBODY, 0, ["no_vehicle"]),
    "no stop": (day(), 0, []),
    "1 stop": (day(at(1)), 1, []),
    "all windows closed": (day(at(1, 1, **SHUT), at(1, 2, **SHUT)), 0, ["window_closed"] * 2),
    "infinite entries": (day(at(1, 1), at(2, 2), rows=NOT_THERE), 1, ["unreachable"]),
    "duplicate points": (day(*(at(1, n) for n in range(1, 6))), 5, []),
    "all at home": (day(*(at(0, n) for n in range(1, 6))), 5, []),
    "zero service": (day(at(1, service=0, setup=0)), 1, []),
    "longer than the shift": (day(at(1, service=7200), at(1, 2)), 1, ["window_closed"]),
    "asymmetric": (day(at(1, 1), at(2, 2), rows=ONE_WAY), 2, []),
    "the longest ways": (
        day(at(1), rows=((0, FAR), (FAR, 0)), time_window=[0, 10**12]),
        0,
        ["not_worth"],
    ),
    "the other end of the earth": (placed(-73.2, 6.6), 0, ["not_worth"]),
    "the ends of the map": (placed(180, -90), 0, ["not_worth"]),
    "times since 1970": (day(at(1), time_window=[1_795_500_000, 1_795_503_600]), 1, []),
}
REFUSED: dict[str, tuple[Document, str]] = {
    "huge coordinates": (placed(1e300, 6.6), "not_a_point"),
    "beyond the pole": (placed(106.8, 91), "not_a_point"),
    "negative place": (day(at(-1)), "not_whole"),
    "negative service": (day(at(1, service=-1)), "not_whole"),
    "negative load": (day(at(1, delivery=[-1])), "not_whole"),
    "negative window": (day(at(1, time_windows=[[-5, 9]])), "not_whole"),
    "negative way": (day(at(1), rows=((0, -1), (1, 0))), "matrix_value"),
    "negative id": (day(at(1, -1)), "not_whole"),
    "negative shift": (day(at(1), time_window=[-1, 9]), "not_whole"),
    "negative capacity": (day(at(1), capacity=[-1]), "not_whole"),
    "a way too long": (day(at(1), rows=((0, 2**31), (1, 0))), "matrix_value"),
    "the same id twice": (day(at(1), at(0)), "duplicate_id"),
    "a place outside": (day(at(2)), "location_outside"),
}


def stored(folder: Path, document: Document) -> str:
    path = folder / "problem.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", ANSWERED)
def test_an_answer(name: str, tmp_path: Path, capsys: Output) -> None:
    document, served, reasons = ANSWERED[name]
    problem, plan = stored(tmp_path, document), tmp_path / "plan.json"
    assert main(["solve", problem, "-o", str(plan), "--iterations", "5"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["unassigned"], told["violations"]) == (len(reasons), 0)
    found = json.loads(plan.read_text(encoding="utf-8"))
    assert [left["reason"]["code"] for left in found["unassigned"]] == reasons
    assert sum("id" in step for route in found["routes"] for step in route["steps"]) == served
    assert main(["check", problem, str(plan)]) == 0


@pytest.mark.parametrize("name", REFUSED)
def test_a_fault(name: str, tmp_path: Path, capsys: Output) -> None:
    document, code = REFUSED[name]
    assert main(["solve", stored(tmp_path, document), "--iterations", "5"]) == 2
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert code in {fault["code"] for fault in told["faults"]}


def test_ways_are_gone_in_their_own_direction(tmp_path: Path, capsys: Output) -> None:
    """Sixty seconds each way round, hundreds the other."""
    document = day(at(1, 1), at(2, 2), rows=ONE_WAY)
    assert main(["solve", stored(tmp_path, document), "--iterations", "5"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["cost"] == 180
