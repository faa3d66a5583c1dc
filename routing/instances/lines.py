"""The lines of an instance file, as words and as numbers."""

import math
from collections.abc import Sequence

from routing.fault import InvalidProblem, ProblemFault


class Misread(InvalidProblem):
    """A line that does not say what its format promises."""

    def __init__(self, kind: str, line: object) -> None:
        fault = ProblemFault("instance_line", format=kind, line=str(line)[:80])
        super().__init__([fault])


def rows(text: str) -> list[list[str]]:
    """The words of each line that has any."""
    return [line.split() for line in text.splitlines() if line.strip()]


def figures(kind: str, words: Sequence[str], at_least: int = 1) -> list[float]:
    """The numbers of a line, of which there must be enough."""
    try:
        values = [float(word) for word in words]
    except ValueError as error:
        raise Misread(kind, " ".join(words)) from error
    if len(values) < at_least or not all(map(math.isfinite, values)):
        raise Misread(kind, " ".join(words))
    return values


def is_figures(words: Sequence[str], count: int) -> bool:
    return len(words) == count and all(_is_figure(word) for word in words)


def whole_figure(kind: str, value: float) -> int:
    """A count, an id or an amount."""
    if value != int(value):
        raise Misread(kind, value)
    return int(value)


def _is_figure(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
