"""A module run as a process of its own: JSON in, the last line of its answer out, ended in time."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.routing.families import ROOT

PATIENCE = 2
GRACE = 120
"""Who needs more than so many times the seconds allowed, and these on top, is ended."""
MOST_BYTES = 6 * 2**30
"""Who asks for more fails, rather than the machine."""


class Failed(RuntimeError):
    """A process that gave no answer; the last line of what it said."""


def side_by_side(module: str, asked: Sequence[Any], allowed: float) -> list[Any]:
    """What one process for each of these answers to it.

    Raises:
        Failed: when one of them gives no answer in time.
    """
    running = [_started(module, each) for each in asked]
    try:
        return [_heard(process, allowed) for process in running]
    finally:
        for process in running:
            _ended(process)


def question() -> Any:
    """Within such a process: what it is asked."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    return json.load(sys.stdin)


def answer(told: Any) -> None:
    """Solvers talk, so the answer has a line of its own."""
    sys.stdout.write("\n" + json.dumps(told) + "\n")


def megabytes(workers: int) -> int:
    """The most that this process had, and its workers: the largest counts for each of them.

    What rusage tells of oneself begins with what the parent had: so the kernel is asked.
    """
    told = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    own = int(told[1]) if told else 0
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + workers * largest) // 1024


def _started(module: str, asked: Any) -> subprocess.Popen[str]:
    process = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", module],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps(asked))
    process.stdin.close()
    process.stdin = None
    return process


def _heard(process: subprocess.Popen[str], allowed: float) -> Any:
    try:
        said, complained = process.communicate(timeout=PATIENCE * allowed + GRACE)
    except subprocess.TimeoutExpired as late:
        raise Failed("ended: it did not stop in time") from late
    if process.returncode:
        lines = complained.strip().splitlines()
        raise Failed(lines[-1][:200] if lines else f"exit {process.returncode}")
    return json.loads(said.strip().splitlines()[-1])


def _ended(process: subprocess.Popen[str]) -> None:
    """The process and those that it began."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
