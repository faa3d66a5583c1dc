"""Which format a file is in is seen from what stands in it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from routing.fault import InvalidProblem, ProblemFault
from routing.instances import darp, li_lim, solomon, vrplib
from routing.instances.instance import Instance, serving_pays
from routing.instances.lines import rows
from routing.instances.rounding import ROUNDINGS, Rounding


class Format(NamedTuple):
    recognised: Callable[[list[list[str]]], bool]
    read: Callable[[str, Rounding], Instance]
    usual: Callable[[str], str]


def _real(_: str) -> str:
    """The literature on these reckons in double precision."""
    return "real"


FORMATS = (
    Format(vrplib.recognised, vrplib.read, vrplib.usual),
    Format(solomon.recognised, solomon.read, _real),
    Format(li_lim.recognised, li_lim.read, _real),
    Format(darp.recognised, darp.read, _real),
)


def read_instance(path: Path, rounding: str | None = None) -> Instance:
    """The instance in this file; distances as its family usually rounds them, unless told.

    Raises:
        InvalidProblem: when the format is not known, or a line breaks it.
        OSError: when there is no such file.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    lines = rows(text)
    for each in FORMATS:
        if each.recognised(lines):
            instance = _read(each, text, ROUNDINGS[rounding or each.usual(text)])
            problem = serving_pays(instance.problem)
            return replace(instance, problem=problem, name=instance.name or path.stem)
    raise InvalidProblem([ProblemFault("unknown_format", file=path.name)])


def _read(found: Format, text: str, rounding: Rounding) -> Instance:
    """What a record refuses (a window reversed, a negative number) is a fault of the file."""
    try:
        return found.read(text, rounding)
    except ProblemFault as fault:
        raise InvalidProblem([fault]) from fault
