"""A race: the solver in its own process, then its plan timed, checked and counted by us."""

import os
import platform
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from routing import Plan, Problem, price
from routing.cost import loss
from tests.benchmarks.routing.apart import Failed, side_by_side
from tests.benchmarks.routing.cases import Case
from tests.benchmarks.routing.contestants import contestant
from tests.benchmarks.routing.record import Entry, Record


@dataclass(frozen=True)
class Judged:
    """Our count of a plan, whatever its solver thought of it."""

    cost: float
    plan_cost: float
    left_out: int
    served: int
    violations: Mapping[str, int]

    @property
    def rank(self) -> tuple[int, int, float]:
        return sum(self.violations.values()), self.left_out, self.cost


def raced(case: Case, entry: Entry) -> Record:
    """One that knows a single thread runs with a seed for each, and the best of them counts."""
    who = contestant(entry.solver)
    seeds = 1 if who.threaded else entry.threads
    asked = [_seeded(entry, seeds, number) for number in range(seeds)]
    try:
        answers = side_by_side("tests.benchmarks.routing.child", asked, entry.allowed)
    except Failed as failure:
        return failed(entry, failure)
    tried = [judged(case.problem, _plan(case, told), case.instance.factor) for told in answers]
    return recorded(entry, min(tried, key=lambda each: each.rank), answers)


def judged(problem: Problem, plan: Plan, factor: int = 1) -> Judged:
    done = {visit for route in plan.routes for visit in route.jobs}
    return Judged(
        loss(problem, plan) / factor,
        plan.cost / factor,
        sum(visit.required and visit.id not in done for visit in problem.visits),
        len(done),
        dict(Counter(found.code for found in plan.violations)),
    )


def recorded(entry: Entry, best: Judged, answers: Iterable[Mapping[str, Any]]) -> Record:
    return Record(
        entry=entry,
        version=contestant(entry.solver).version,
        machine=machine(),
        cost=best.cost,
        plan_cost=best.plan_cost,
        left_out=best.left_out,
        served=best.served,
        violations=best.violations,
        seconds=max(told["seconds"] for told in answers),
        megabytes=sum(told["megabytes"] for told in answers),
    )


def failed(entry: Entry, failure: Failed) -> Record:
    version = contestant(entry.solver).version
    return Record(entry=entry, version=version, machine=machine(), error=str(failure))


def _plan(case: Case, told: Mapping[str, Any]) -> Plan:
    return price(case.problem, dict(told["orders"]))


def _seeded(entry: Entry, seeds: int, number: int) -> Entry:
    seed = entry.seed * seeds + number
    return entry._replace(threads=entry.threads // seeds, seed=seed)


@cache
def machine() -> str:
    return f"{os.cpu_count()} x {_processor()}, Python {platform.python_version()}"


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    names = re.findall(r"^model name\s*: (.+)$", told, re.MULTILINE)
    return names[0] if names else platform.machine()
