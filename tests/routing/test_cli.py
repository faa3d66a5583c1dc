"""The command line: the last line is for programs, and the exit code too."""

import json
from pathlib import Path
from typing import Any

import pytest

from routing.__main__ import main
from tests.routing.problem_files import FOLDER

PROBLEM = str(FOLDER / "priority.json")


def last_line(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_solve_then_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.json"
    assert main(["solve", PROBLEM, "-o", str(plan), "--iterations", "20", "--seed", "1"]) == 0
    summary = last_line(capsys)
    assert summary.pop("seconds") >= 0
    assert summary == {
        "cost": 600,
        "distance": 5000,
        "duration": 600,
        "routes": 1,
        "unassigned": 2,
        "violations": 0,
    }
    assert main(["check", PROBLEM, str(plan)]) == 0
    assert last_line(capsys) == []


def test_check_tells_what_is_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads((FOLDER / "priority.plan.json").read_text(encoding="utf-8"))
    document["routes"][0]["steps"][1]["arrival"] -= 1
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(document), encoding="utf-8")
    assert main(["check", PROBLEM, str(plan)]) == 1
    assert last_line(capsys)[0]["cause"] == "timing"


def test_progress_is_a_json_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["solve", PROBLEM, "--iterations", "5", "--progress"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) > 1
    assert lines[0].keys() == {"seconds", "loss", "served", "jobs"}


def test_places_without_a_matrix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = [106.7966, -6.5950]
    problem = {
        "vehicles": [{"id": 1, "profile": "motor", "start": office, "end": office}],
        "jobs": [{"id": 1, "location": [106.8, -6.6]}, {"id": 2, "location": [106.81, -6.61]}],
    }
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(problem), encoding="utf-8")
    assert main(["solve", str(path), "--iterations", "5"]) == 0
    assert last_line(capsys)["unassigned"] == 0


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["not_json"]),
        ("[]", ["wrong_shape"]),
        ('{"jobs": [], "vehicles": [], "shipments": []}', ["unsupported_field"]),
        (
            '{"matrices": {}, "jobs": [{"id": 1}, {"id": 2, "location_index": -1}]}',
            ["missing_field", "not_whole"],
        ),
        ('{"jobs": [{"id": 1, "location": [0, 91]}]}', ["not_a_point"]),
    ],
)
def test_bad_input_is_told(
    text: str, codes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "problem.json"
    path.write_text(text, encoding="utf-8")
    assert main(["solve", str(path)]) == 2
    assert [fault["code"] for fault in last_line(capsys)["faults"]] == codes


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none.json"), PROBLEM]) == 2
    assert last_line(capsys)["faults"][0]["code"] == "no_file"
