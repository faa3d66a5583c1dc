"""`bench` on the command line: a row for each instance, and its gap where the best is known."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from routing import InvalidProblem
from routing.cli import main
from routing.instances.best_known import figure, read_best_known
from tests.routing.problem_files import FOLDER
from tests.routing.test_instances import LI_LIM, SOLOMON

Output = pytest.CaptureFixture[str]
QUICK = ("--iterations", "5", "--seeds", "3")
PRIZE = str(FOLDER / "prize.json")


def told(capsys: Output) -> list[Any]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    family = tmp_path / "family"
    family.mkdir()
    (family / "a.txt").write_text(SOLOMON, encoding="utf-8")
    (family / "b.txt").write_text(LI_LIM, encoding="utf-8")
    (family / "README.md").write_text("Two instances.", encoding="utf-8")
    return family


def csv(folder: Path, *rows: str) -> str:
    path = folder.parent / "best.csv"
    path.write_text("\n".join(["family,file,cost,distances,objective", *rows]), encoding="utf-8")
    return str(path)


def test_a_line_for_each_instance_of_a_folder(folder: Path, capsys: Output) -> None:
    assert main(["bench", str(folder), *QUICK, "--json"]) == 0
    first, second, summary = told(capsys)
    assert (first["instance"], first["visits"], second["instance"]) == ("a", 2, "b")
    assert (first["left_out"], first["violations"], first["gap"]) == (0, 0, None)
    assert first["cost"] == pytest.approx(math.sqrt(2) + math.sqrt(13) + 5, abs=0.002)
    assert (summary["instances"], summary["compared"], summary["mean_gap"]) == (2, 0, None)
    assert summary["passed_over"] == ["README.md"]


def test_gaps_to_the_best_known(folder: Path, capsys: Output) -> None:
    """A row of another family is another instance; fewer vehicles first is no mean of distances."""
    known = csv(
        folder,
        "family,a.txt,3.0,real,distance",
        "other,a.txt,1.0,real,distance",
        'family,b.txt,3.0,real,"vehicles,distance"',
    )
    assert main(["bench", str(folder), *QUICK, "--json", "--best", known]) == 0
    first, second, summary = told(capsys)
    assert first["gap"] == pytest.approx(100 * (first["cost"] / 3 - 1), abs=0.01)
    assert second["objective"] == "vehicles,distance"
    assert (summary["compared"], summary["mean_gap"]) == (1, first["gap"])


def test_the_table(folder: Path, capsys: Output) -> None:
    known = csv(folder, ",a.txt,3.0,real,", "family,b.txt,3,real,fewer vehicles")
    assert main(["bench", str(folder), PRIZE, *QUICK, "--best", known]) == 0
    head, first, second, third, *notes = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["instance", "visits"]
    assert first.split()[:2] == ["a", "2"]
    assert "*" in second
    assert third.split()[0] == "prize"
    assert notes[0].startswith("3 instances, mean gap ")
    assert notes[0].endswith(" % of 1")
    assert notes[1].startswith("* ")
    assert notes[2] == "passed over: README.md"


def test_what_is_left_out_by_choice_is_in_the_cost(capsys: Output) -> None:
    assert main(["bench", PRIZE, *QUICK, "--json"]) == 0
    row, _ = told(capsys)
    plan = json.loads((FOLDER / "prize.plan.json").read_text(encoding="utf-8"))
    problem = json.loads((FOLDER / "prize.json").read_text(encoding="utf-8"))
    left = {each["id"] for each in plan["unassigned"]}
    prizes = sum(job["prize"] for job in problem["jobs"] if job["id"] in left)
    assert prizes
    assert (row["cost"], row["left_out"]) == (plan["summary"]["cost"] + prizes, 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["none.txt"], "no_file"),
        ([str(FOLDER.parent / "conftest.py")], "unknown_format"),
        ([PRIZE, "--best", "none.csv"], "no_file"),
        ([PRIZE, "--seeds", "0"], "wrong_option"),
        ([], "wrong_option"),
    ],
)
def test_what_cannot_be_measured_is_told(words: list[str], code: str, capsys: Output) -> None:
    assert main(["bench", *words]) == 2
    (fault,) = told(capsys)[0]["faults"]
    assert fault["code"] == code


@pytest.mark.parametrize(
    ("row", "code"),
    [("family,,3,real,", "missing_field"), ("family,a.txt,dear,real,", "wrong_shape")],
)
def test_a_row_without_a_figure_is_refused(folder: Path, row: str, code: str) -> None:
    with pytest.raises(InvalidProblem) as caught:
        read_best_known(Path(csv(folder, row)))
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize(
    ("asked", "cost"),
    [
        (("cvrp_x", "72355", "round"), 72355),
        (("vrptw_1000", "424751", "dimacs"), 42475.1),
        (("mdvrptw", "1074120", "x1000"), 1074.12),
        (("darp", "294.25", "real"), 294.25),
        (("hfvrp", "10258.31", "round"), 10258.31),
        (("hfvrp", "9740006701", "round"), 97400.06701),
    ],
)
def test_figures_in_the_unit_of_the_literature(asked: tuple[str, str, str], cost: float) -> None:
    assert figure(*asked) == pytest.approx(cost)
