"""Waiting for something to become true, with an end: the one place in the tests that pauses."""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
PAUSE = 0.05


def until(question: Callable[[], Answer], what: str, seconds: float = 60) -> Answer:
    """Ask until the answer is true; fails with `what` when time is up."""
    deadline = time.monotonic() + seconds
    while True:
        if answer := question():
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"Waited {seconds:.0f} s in vain for: {what}")
        time.sleep(PAUSE)
