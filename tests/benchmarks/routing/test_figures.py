"""Which instances are taken, and the arithmetic of gaps: no solver runs here."""

from pathlib import Path

import pytest

from tests.benchmarks.routing.cases import Case
from tests.benchmarks.routing.families import spread
from tests.benchmarks.routing.gaps import Setting, gap, references, scores
from tests.benchmarks.routing.record import Entry, Record, append, load
from tests.benchmarks.routing.suite import in_turn

SETTING = Setting("street", 10, 1)


def ran(solver: str, name: str, seed: int, cost: float | None, **more: int) -> Record:
    entry = Entry("street", name, solver, 10, 1, seed)
    return Record(entry=entry, version="1", machine="here", cost=cost, **more)  # type: ignore[arg-type]  # whole numbers only


def test_few_are_taken_at_even_steps() -> None:
    assert spread("abcdefghi", 3) == ["b", "e", "h"]
    assert spread("abcdefghij", 2) == ["c", "h"]
    assert spread("abc", 1) == ["b"]


def test_all_are_taken_when_there_are_no_more() -> None:
    assert spread("abc", 3) == spread("abc", 9) == ["a", "b", "c"]
    assert spread("", 2) == []


def test_families_take_turns() -> None:
    short = [Case("a", "1"), Case("a", "2")]
    found = in_turn([short, [Case("b", "1"), Case("b", "2"), Case("b", "3")]])
    assert [case.family + case.name for case in found] == ["a1", "b1", "a2", "b2", "b3"]


def test_a_gap_is_in_percent_of_the_reference() -> None:
    assert gap(103, 100) == 3
    assert gap(99, 100) == -1


def test_the_reference_is_the_best_that_anybody_knows() -> None:
    runs = [ran("ours", "a", 0, 90), ran("ours", "b", 0, 60), ran("pyvrp", "b", 0, 50, left_out=1)]
    found = references(runs, {("street", "a"): 95, ("street", "b"): 55})
    assert found == {("street", "a"): 90, ("street", "b"): 55}


def test_a_median_over_seeds_then_a_mean_over_instances() -> None:
    costs = {"a": (101, 103, 110), "b": (205, 210, 202)}
    runs = [
        ran("ours", name, seed, cost) for name in costs for seed, cost in enumerate(costs[name])
    ]
    score = scores(runs, {("street", "a"): 100, ("street", "b"): 200})[SETTING]["ours"]
    assert (score.compared, score.feasible, score.runs) == (2, 6, 6)
    assert score.gap == pytest.approx((3 + 2.5) / 2)


def test_only_what_all_have_solved_is_compared() -> None:
    """Nobody's mean is the better for an instance that was too hard for him."""
    runs = [ran("ours", "a", 0, 102), ran("ours", "b", 0, 150), ran("pyvrp", "a", 0, 101)]
    runs.append(ran("pyvrp", "b", 0, 90, left_out=2))
    found = scores(runs, {("street", "a"): 100, ("street", "b"): 100})[SETTING]
    assert [found[solver].gap for solver in ("ours", "pyvrp")] == [2, 1]
    assert [found[solver].feasible for solver in ("ours", "pyvrp")] == [2, 1]


def test_one_seed_without_a_plan_is_not_hidden_by_the_median() -> None:
    costs = [101, None, None]
    runs = [ran("ours", "a", seed, cost) for seed, cost in enumerate(costs)]
    assert scores(runs, {("street", "a"): 100})[SETTING]["ours"].gap is None


def test_records_are_kept_but_for_a_last_line_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "bench" / "runs.jsonl"
    kept = ran("ours", "a", 0, 101.5)
    append(path, kept)
    with path.open("a", encoding="utf-8") as file:
        file.write('\n{"entry": ["street", ')
    append(path, kept)
    assert load(path) == [kept, kept]
