"""The command line: the last line is for programs, and the exit code too."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routing.cli import main
from routing.documents import schema
from tests.routing.problem_files import FOLDER
from tests.routing.test_instances import DARP, LI_LIM, SOLOMON
from tests.routing.vroom_files import FOLDER as VROOM
from tests.routing.vroom_files import vroom

PROBLEM = str(FOLDER / "priority.json")
PLAN = str(FOLDER / "priority.plan.json")
QUICK = ("--iterations", "20", "--seed", "1")
Output = pytest.CaptureFixture[str]


def last_line(capsys: Output) -> Any:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def stored(folder: Path, document: object, name: str = "problem.json") -> str:
    path = folder / name
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_solve_then_check(tmp_path: Path, capsys: Output) -> None:
    plan = str(tmp_path / "plan.json")
    assert main(["solve", PROBLEM, "-o", plan, *QUICK]) == 0
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
    assert main(["check", PROBLEM, plan]) == 0
    assert last_line(capsys) == []


@pytest.mark.parametrize("threads", ["1", "2"])
def test_a_vroom_user_switches_without_rewriting(
    threads: str, tmp_path: Path, capsys: Output
) -> None:
    """Jobs and shipments, in VROOM's form: as good as VROOM's answer, in its form, and allowed."""
    problem, path = str(VROOM / "problem.json"), tmp_path / "plan.json"
    assert main(["solve", problem, "-o", str(path), "--threads", threads, *QUICK]) == 0
    summary = last_line(capsys)
    assert (summary["unassigned"], summary["violations"]) == (1, 0)
    assert summary["duration"] <= 600
    plan = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(schema("plan")).validate(plan)
    assert plan["summary"]["computing_times"].keys() == {"loading", "solving"}
    assert {(step["type"], step["id"]) for step in plan["routes"][0]["steps"] if "id" in step} == {
        ("job", 1),
        ("job", 2),
        ("pickup", 1),
        ("delivery", 1),
    } | {(step["type"], 1) for step in plan["routes"][0]["steps"] if step["type"] == "break"}
    assert main(["check", problem, str(path)]) == 0
    assert main(["explain", problem, str(path)]) == 0
    (left,) = last_line(capsys)
    assert (left["id"], left["type"], left["reason"]["code"]) == (3, "job", "no_skill")


def test_check_takes_the_plan_of_vroom(capsys: Output) -> None:
    assert main(["check", str(VROOM / "problem.json"), str(VROOM / "plan.json")]) == 0
    assert last_line(capsys) == []


def test_check_tells_what_is_broken(tmp_path: Path, capsys: Output) -> None:
    document = json.loads((FOLDER / "priority.plan.json").read_text(encoding="utf-8"))
    document["routes"][0]["steps"][1]["arrival"] -= 1
    assert main(["check", PROBLEM, stored(tmp_path, document)]) == 1
    assert last_line(capsys)[0]["cause"] == "timing"


def test_progress_is_a_json_line_each(capsys: Output) -> None:
    assert main(["solve", PROBLEM, "--iterations", "5", "--progress"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) > 1
    assert lines[0].keys() == {"seconds", "loss", "served", "jobs"}


def test_costs_are_told_in_the_unit_of_the_file(tmp_path: Path, capsys: Output) -> None:
    """At 36 an hour 600 seconds of driving cost 6, and nothing in between is told otherwise."""
    document = vroom(jobs=[{"id": 1, "location_index": 3}], shipments=[])
    document["vehicles"] = [document["vehicles"][0] | {"costs": {"per_hour": 36}}]
    path = tmp_path / "plan.json"
    command = ["solve", stored(tmp_path, document), "-o", str(path), "--progress", *QUICK]
    assert main(command) == 0
    *seen, summary = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (seen[-1]["loss"], summary["cost"]) == (6, 6)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["summary"]["cost"], told["summary"]["cost_unit"]) == (6, 100)
    assert main(["check", command[1], str(path)]) == 0


def test_no_plan_is_worse_than_the_start_that_was_given(tmp_path: Path, capsys: Output) -> None:
    """Without an iteration to spend, the start is all there is."""
    document = vroom()
    tasks = [("job", 1), ("job", 2), ("pickup", 1), ("delivery", 1)]
    document["vehicles"][0]["steps"] = [
        {"type": "start"},
        *({"type": kind, "id": number} for kind, number in tasks),
        {"type": "end", "arrival": 1090},
    ]
    assert main(["solve", stored(tmp_path, document), "--iterations", "0"]) == 0
    assert last_line(capsys)["cost"] <= 610


def test_a_start_that_breaks_a_rule_is_refused(tmp_path: Path, capsys: Output) -> None:
    document = vroom()
    document["vehicles"][0]["steps"] = [{"type": "delivery", "id": 1}, {"type": "pickup", "id": 1}]
    assert main(["solve", stored(tmp_path, document), *QUICK]) == 2
    (fault,) = last_line(capsys)["faults"]
    assert fault["code"] == "start_broken"
    assert "precedence" in fault["en"]


def test_explain_tells_the_change_that_would_help(capsys: Output) -> None:
    assert main(["explain", PROBLEM, PLAN]) == 0
    first, second = last_line(capsys)
    assert (first["id"], second["id"]) == (1, 3)
    assert first["reason"]["code"] == "lower_priority"
    assert first["remedy"]["code"] == "later_end"
    assert first["remedy"]["en"] == "Vehicle 1 ends 10 min later."
    assert main(["explain", PROBLEM, PLAN, "--stop", "3"]) == 0
    assert last_line(capsys) == second


def test_explain_tells_why_this_vehicle(capsys: Output) -> None:
    both = (str(VROOM / "problem.json"), str(VROOM / "plan.json"))
    assert main(["explain", *both, "--stop", "2"]) == 0
    told = last_line(capsys)
    assert (told["id"], told["type"], told["vehicle"]) == (2, "job", 1)
    assert told["reason"]["en"] == "It is cheapest here: vehicle 2 costs 12 min more."
    (other,) = told["others"]
    assert (other["vehicle"], other["cost"], other["code"]) == (2, 700, "costs_more")
    assert main(["explain", *both, "--stop", "delivery:1"]) == 0
    assert last_line(capsys)["reason"]["code"] == "only_able"


@pytest.mark.parametrize("profile", ["motor", "car", "bike"])
def test_places_without_a_matrix(profile: str, tmp_path: Path, capsys: Output) -> None:
    office = [106.7966, -6.5950]
    problem = {
        "vehicles": [{"id": 1, "profile": profile, "start": office, "end": office}],
        "jobs": [{"id": 1, "location": [106.8, -6.6]}, {"id": 2, "location": [106.81, -6.61]}],
    }
    assert main(["solve", stored(tmp_path, problem), "--iterations", "5"]) == 0
    assert last_line(capsys)["unassigned"] == 0


@pytest.mark.parametrize(
    ("text", "name", "counts"),
    [
        (SOLOMON, "solomon", (2, 0, 3)),
        (LI_LIM, "li-lim", (0, 1, 2)),
        (DARP, "darp", (0, 1, 1)),
    ],
)
def test_convert_then_solve(
    text: str, name: str, counts: tuple[int, int, int], tmp_path: Path, capsys: Output
) -> None:
    problem, plan = tmp_path / "problem.json", str(tmp_path / "plan.json")
    assert main(["convert", stored(tmp_path, text, "file.txt"), "-o", str(problem)]) == 0
    told = last_line(capsys)
    assert (told["jobs"], told["shipments"], told["vehicles"]) == counts
    document = json.loads(problem.read_text(encoding="utf-8"))
    Draft202012Validator(schema("problem")).validate(document)
    assert (document["format"], document["factor"], document["rounding"]) == (name, 1000, "real")
    assert main(["solve", str(problem), "-o", plan, *QUICK]) == 0
    assert last_line(capsys)["unassigned"] == 0
    assert main(["check", str(problem), plan]) == 0


def test_convert_keeps_the_precision_of_the_file(tmp_path: Path, capsys: Output) -> None:
    """The square root of two, as the literature has it, and as one family cuts it off."""
    for rounding, seconds in (([], 1414), (["--rounding", "dimacs"], 14)):
        path = tmp_path / "problem.json"
        file = stored(tmp_path, SOLOMON, "file.txt")
        assert main(["convert", file, "-o", str(path), *rounding]) == 0
        matrices = json.loads(path.read_text(encoding="utf-8"))["matrices"]
        assert matrices["car"]["durations"][0][2] == seconds
    assert last_line(capsys)["factor"] == 10


@pytest.mark.parametrize("name", ["problem", "plan"])
def test_schema(name: str, capsys: Output) -> None:
    assert main(["schema", name]) == 0
    assert last_line(capsys) == schema(name)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["not_json"]),
        ("[" * 100_000, ["not_json"]),
        ("\x00\xff", ["not_json"]),
        ("[]", ["wrong_shape"]),
        ('{"jobs": [], "vehicles": [], "routes": []}', ["unsupported_field"]),
        (
            '{"matrices": {}, "jobs": [{"id": 1}, {"id": 2, "location_index": -1}]}',
            ["missing_field", "not_whole"],
        ),
        ('{"jobs": [{"id": 1, "location": [0, 91]}]}', ["not_a_point"]),
        ('{"vehicles": [{"id": 1, "profile": "boat", "start": [0, 0]}]}', ["no_matrix"]),
        ('{"matrix": [[0]], "jobs": [{"id": 1, "location_index": 0, "booth": 1}]}', ["unknown_id"]),
    ],
)
def test_bad_input_is_told(text: str, codes: list[str], tmp_path: Path, capsys: Output) -> None:
    path = stored(tmp_path, text)
    for command in (["solve", path], ["check", path, path], ["explain", path, path]):
        assert main(command) == 2
        told = last_line(capsys)
        assert [fault["code"] for fault in told["faults"]] == codes
        assert (told["code"], bool(told["error"])) == (2, True)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["check", "none.json", PROBLEM], "no_file"),
        (["check", PROBLEM, "none.json"], "no_file"),
        (["solve", str(FOLDER)], "no_file"),
        (["solve", PROBLEM, "--iterations", "1", "-o", "none/plan.json"], "no_file"),
        (["check", PROBLEM, PROBLEM], "missing_field"),
        (["convert", "none.txt", "-o", "problem.json"], "no_file"),
        (["convert", PROBLEM, "-o", "problem.json"], "unknown_format"),
        ([], "wrong_option"),
        (["dance"], "wrong_option"),
        (["solve"], "wrong_option"),
        (["solve", PROBLEM, "--threads", "0"], "wrong_option"),
        (["solve", PROBLEM, "--seed", "-1"], "wrong_option"),
        (["solve", PROBLEM, "--iterations", "-1"], "wrong_option"),
        (["solve", PROBLEM, "--time-limit", "nan"], "wrong_option"),
        (["solve", PROBLEM, "--time-limit", "soon"], "wrong_option"),
        (["schema", "route"], "wrong_option"),
        (["explain", PROBLEM, PLAN, "--stop", "9"], "unknown_id"),
        (["explain", PROBLEM, PLAN, "--stop", "break:1"], "wrong_option"),
        (["explain", PROBLEM, PLAN, "--stop", "1.5"], "wrong_option"),
        (["explain", PROBLEM, str(VROOM / "plan.json")], "plan_unlike"),
    ],
)
def test_commands_that_cannot_be_done(
    command: list[str], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command) == 2
    assert [fault["code"] for fault in last_line(capsys)["faults"]] == [code]


def test_as_a_program() -> None:
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "routing", "check", PROBLEM, PROBLEM.replace(".json", ".plan.json")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
