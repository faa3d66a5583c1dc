"""`python -m tests.benchmarks campaign`: a plan against first come first served, and the page."""

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean

from routing import Budget
from tests.benchmarks.cetak.games import ARRIVALS, Match, Result, all_played
from tests.benchmarks.cetak.page import page
from tests.benchmarks.routing.tables import say

SEEDS = 5
ITERATIONS = 4_000


def main(arguments: Sequence[str]) -> None:
    asked = _parser().parse_args(arguments)
    budget = Budget(iterations=None if asked.seconds else asked.iterations, seconds=asked.seconds)
    matches = [
        Match(asked.cards, seed, bool(ARRIVALS.index(arrivals)), budget, asked.thinking, asked.part)
        for arrivals in asked.arrivals or ARRIVALS
        for seed in range(1, asked.seeds + 1)
    ]
    results = []
    for result in all_played(matches, asked.processes):
        results.append(result)
        say(told(result))
    for line in summed(results):
        say(line)
    if asked.write:
        asked.write.write_text(page(results), encoding="utf-8")


def told(result: Result) -> str:
    ours, theirs, match = result.plan, result.first_come, result.match
    return (
        f"{ours.cards} cards {match.arrivals}, seed {match.seed}: "
        f"{ours.travel_minutes_per_card:.3f} minutes a card against "
        f"{theirs.travel_minutes_per_card:.3f} ({result.saved:.1%} saved), days "
        f"{ours.days_median:.2f} / {ours.days_p95:.2f} against "
        f"{theirs.days_median:.2f} / {theirs.days_p95:.2f}, delivered {ours.delivered} against "
        f"{theirs.delivered}, last on day {ours.finish} against {theirs.finish} "
        f"({result.seconds:.0f} s, of them {result.plan_seconds:.0f} s for the plan)"
    )


def summed(results: Iterable[Result]) -> Iterable[str]:
    for arrivals in ARRIVALS:
        those = [each for each in results if each.match.arrivals == arrivals]
        if those:
            sooner = sum(each.as_soon for each in those)
            yield (
                f"{arrivals}: {mean(each.saved for each in those):.1%} saved in the mean, "
                f"{min(each.saved for each in those):.1%} at least; "
                f"as soon at the door in {sooner} of {len(those)}"
            )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks campaign")
    parser.add_argument("cards", nargs="?", type=int, default=6_000, help="60000: the yardstick")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--arrivals", action="append", choices=ARRIVALS)
    parser.add_argument("--iterations", type=int, default=ITERATIONS, help="for a day's routes")
    parser.add_argument("--seconds", type=float, help="the same, by the clock")
    parser.add_argument("--thinking", type=float, default=40.0, help="seconds for a plan")
    parser.add_argument("--part", type=int, default=1, help="4: a quarter of the city")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--write", type=Path, help="the page, docs/campaign.md")
    return parser
