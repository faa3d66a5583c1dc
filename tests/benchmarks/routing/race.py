"""A race: the solver in its own process, then its plan timed, checked and counted by us."""

import json
import os
import platform
import re
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from routing import price
from routing.cost import loss
from routing.plan import Orders
from tests.benchmarks.routing.cases import Case
from tests.benchmarks.routing.contestants import contestant
from tests.benchmarks.routing.families import ROOT
from tests.benchmarks.routing.record import Entry, Record

PATIENCE = 2
GRACE = 120
"""Who needs more than so many times the seconds allowed, and these on top, is ended."""


class Failed(RuntimeError):
    """A solver that gave no orders; the last line of what it said."""


@dataclass(frozen=True)
class Answer:
    orders: Orders
    seconds: float
    megabytes: int


def raced(case: Case, entry: Entry) -> Record:
    who = contestant(entry.solver)
    try:
        answers = _asked(entry, 1 if who.threaded else entry.threads)
    except Failed as failure:
        return Record(entry=entry, version=who.version, machine=machine(), error=str(failure))
    tried = [_judged(case, answer) for answer in answers]
    best = min(tried, key=_rank)
    return Record(
        entry=entry,
        version=who.version,
        machine=machine(),
        cost=best.cost,
        plan_cost=best.plan_cost,
        left_out=best.left_out,
        served=best.served,
        violations=best.violations,
        seconds=max(answer.seconds for answer in answers),
        megabytes=sum(answer.megabytes for answer in answers),
    )


@dataclass(frozen=True)
class _Judged:
    cost: float
    plan_cost: float
    left_out: int
    served: int
    violations: dict[str, int]


def _judged(case: Case, answer: Answer) -> _Judged:
    problem = case.problem
    plan = price(problem, answer.orders)
    done = {visit for ids in answer.orders.values() for visit in ids}
    return _Judged(
        loss(problem, plan) / case.instance.factor,
        plan.cost / case.instance.factor,
        sum(visit.required and visit.id not in done for visit in problem.visits),
        len(done),
        dict(Counter(found.code for found in plan.violations)),
    )


def _rank(judged: _Judged) -> tuple[int, int, float]:
    return sum(judged.violations.values()), judged.left_out, judged.cost


def _asked(entry: Entry, seeds: int) -> list[Answer]:
    """The answers of so many processes side by side, each with a seed of its own."""
    threads = entry.threads // seeds
    orders = [Entry(*entry[:4], threads, entry.seed * seeds + number) for number in range(seeds)]
    running = [_started(order) for order in orders]
    try:
        return [_heard(process, entry.allowed) for process in running]
    finally:
        for process in running:
            _ended(process)


def _started(entry: Entry) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.routing.child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps(entry))
    process.stdin.close()
    process.stdin = None
    return process


def _heard(process: subprocess.Popen[str], allowed: float) -> Answer:
    try:
        said, complained = process.communicate(timeout=PATIENCE * allowed + GRACE)
    except subprocess.TimeoutExpired as late:
        raise Failed("ended: it did not stop in time") from late
    if process.returncode:
        lines = complained.strip().splitlines()
        raise Failed(lines[-1][:200] if lines else f"exit {process.returncode}")
    told = json.loads(said.strip().splitlines()[-1])
    return Answer(dict(told["orders"]), told["seconds"], told["megabytes"])


def _ended(process: subprocess.Popen[str]) -> None:
    """The process and those that it began."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
