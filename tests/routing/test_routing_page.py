"""docs/routing.md is true: its code runs, its documents are read, its tables name what there is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from routing import InvalidProblem
from routing.cli import main
from routing.cli.source import OTHERS
from routing.crow_flies import PACES
from routing.documents import read_problem, schema
from routing.documents.changes_in import (
    CHANGES_FIELDS,
    KEEP_FIELDS,
    POSITION_FIELDS,
    PROMISED_FIELDS,
)
from routing.documents.costs import COST_FIELDS
from routing.documents.problem_in import PROBLEM_FIELDS
from routing.documents.task_in import BOOTH_FIELDS, JOB_FIELDS, SHIPMENT_FIELDS
from routing.documents.vehicle_in import BREAK_FIELDS, VEHICLE_FIELDS
from routing.instances import ROUNDINGS
from routing.words import FAULTS, VIOLATIONS
from tests.routing.test_instances import SOLOMON

PAGE = (Path(__file__).parents[2] / "docs" / "routing.md").read_text(encoding="utf-8")
Output = pytest.CaptureFixture[str]


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.M | re.S)


def block(kind: str) -> str:
    """The one example of this kind."""
    (text,) = blocks(kind)
    return text


def table(head: str) -> set[str]:
    """The names in the table under this heading."""
    (rows,) = re.findall(rf"^\| {head}.*?\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.M)
    return set(re.findall(r"`([a-z_]+)`", rows))


def first_column(head: str) -> set[str]:
    (rows,) = re.findall(rf"^\| {head} \| \|\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.M)
    return {name for row in re.findall(r"^\| (.*?) \|", rows, re.M) for name in names(row)}


def names(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))


def test_the_code_runs() -> None:
    assert len(blocks("python")) == 2
    for code in blocks("python"):
        exec(compile(code, "docs/routing.md", "exec"), {})  # noqa: S102  # it is ours


@pytest.mark.parametrize("kind", ["problem", "plan", "changes"])
def test_the_documents_follow_their_schemas(kind: str) -> None:
    Draft202012Validator(schema(kind)).validate(json.loads(block(f"json {kind}")))


def test_the_problem_is_solved_and_the_commands_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = block("json problem")
    Path("PROBLEM.json").write_text(problem, encoding="utf-8")
    Path("INSTANCE.txt").write_text(SOLOMON, encoding="utf-8")
    Path("CHANGES.json").write_text(block("json changes"), encoding="utf-8")
    Path("BEST.csv").write_text("file,cost\nINSTANCE.txt,3.5\n", encoding="utf-8")
    for line in block("sh").splitlines():
        words = line.removeprefix("python -m routing ").split()
        if words[0] in ("solve", "replan", "bench"):
            words = [*words, "--iterations", "20"]  # the first limit that is reached counts
        assert main(words) == 0, line
        told = json.loads(capsys.readouterr().out.splitlines()[-1])
        if words[0] == "solve":
            assert (told["unassigned"], told["violations"]) == (0, 0)
            assert names_of_summary() == set(told)
        if words[0] == "replan":
            assert names_of_summary() | {"changes", "aboard"} == set(told)
            assert {change["code"] for change in told["changes"]} >= {"cancelled", "added"}
            assert main(["check", "REST.json", "NEW.json"]) == 0
            capsys.readouterr()
        Path("PROBLEM.json").write_text(problem, encoding="utf-8")


def names_of_summary() -> set[str]:
    (line,) = re.findall(
        r"^- `solve` prints, as its last line, one JSON line: (.*?)\. ", PAGE, re.M
    )
    return names(line)


def test_the_tables_name_every_field() -> None:
    steps = first_column("of a job, or an end of a shipment")
    whole = first_column("of a job, or a whole shipment")
    assert first_column("of a problem") == PROBLEM_FIELDS
    assert first_column("of a vehicle") == VEHICLE_FIELDS
    assert steps | (whole - {"max_ride_time"}) == JOB_FIELDS
    assert whole | {"pickup", "delivery"} == SHIPMENT_FIELDS
    assert table("of a vehicle") >= COST_FIELDS | BREAK_FIELDS
    assert table("of a problem") >= BOOTH_FIELDS
    assert first_column("of changes") == CHANGES_FIELDS
    assert table("of changes") >= POSITION_FIELDS | PROMISED_FIELDS | KEEP_FIELDS


def test_the_tables_name_codes_that_there_are() -> None:
    assert table("causes of a violation") == VIOLATIONS.keys()
    assert table("faults") <= FAULTS.keys()


def test_the_text_names_what_there_is() -> None:
    (profiles,) = re.findall(r"for the profiles (.*)\.$", PAGE, re.M)
    assert set(re.findall(r"`([a-z-]+)`", profiles)) == PACES.keys() | OTHERS.keys()
    (roundings,) = re.findall(r"`--rounding` \((.*?)\)", PAGE)
    assert set(re.findall(r"`(\w+)`", roundings)) == ROUNDINGS.keys()


REFUSED: list[dict[str, Any]] = [
    {"breaks": [{"id": 1, "time_windows": [[0, 9]], "max_load": [1]}]},
    *({"steps": [{"type": "job", "id": 1, name: 9}]} for name in ("service_at", "service_after")),
    {"steps": [{"type": "job", "id": 1, "service_before": 9}]},
    {"costs": {"per_task_hour": 1}},
]


@pytest.mark.parametrize("field", REFUSED, ids=lambda field: json.dumps(field)[:40])
def test_what_is_said_to_be_refused_is(field: dict[str, Any]) -> None:
    document = json.loads(block("json problem"))
    document["vehicles"][0] |= field
    with pytest.raises(InvalidProblem) as caught:
        read_problem(document)
    assert [fault.code for fault in caught.value.faults] == ["unsupported_field"]
    (line,) = re.findall(r"^Refused with `unsupported_field`: (.*)$", PAGE, re.M)
    assert str(caught.value.faults[0].values["field"]) in names(line)
