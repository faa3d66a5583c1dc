"""A VRPLIB file taken apart: `NAME: value` lines, then sections of rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from routing.fault import InvalidProblem, ProblemFault
from routing.instances.lines import Misread, figures, whole_figure

NAME = "vrplib"
END = "EOF"
SECTION = "_SECTION"


@dataclass(frozen=True)
class VrplibFile:
    said: Mapping[str, str]
    sections: Mapping[str, Sequence[Sequence[float]]]
    ids: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def number(self, name: str, default: float) -> float:
        return figures(NAME, [self.said[name]])[0] if name in self.said else default

    def count(self, name: str, default: int) -> int:
        return whole_figure(NAME, self.number(name, default))

    def column(self, name: str, size: int, default: float) -> list[float]:
        """One figure a row, or one for all, said once at the top."""
        if name + SECTION not in self.sections:
            return [self.number(name, default)] * size
        return [row[0] for row in self.rows(name, size, 1)]

    def rows(self, name: str, size: int, at_least: int) -> Sequence[Sequence[float]]:
        found = self.sections.get(name + SECTION, ())
        if len(found) != size or any(len(row) < at_least for row in found):
            raise Misread(NAME, name + SECTION)
        return found

    def has(self, name: str) -> bool:
        return name in self.said or name + SECTION in self.sections

    def only(self, known: Sequence[str]) -> None:
        """Refuse what would be left out of account."""
        for name in [*self.said, *(name.removesuffix(SECTION) for name in self.sections)]:
            if name not in known:
                fault = ProblemFault("unsupported_field", where=NAME, field=name)
                raise InvalidProblem([fault])


def taken_apart(text: str) -> VrplibFile:
    said: dict[str, str] = {}
    sections: dict[str, list[list[float]]] = {}
    section: list[list[float]] | None = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line == END:
            break
        name, colon, value = (part.strip() for part in line.partition(":"))
        if name.endswith(SECTION):
            section = sections.setdefault(name, [])
        elif colon and section is None:
            said[name] = value.strip('"')
        elif section is not None:
            section.append(figures(NAME, line.split()))
        else:
            raise Misread(NAME, line)
    return VrplibFile(said, {name: _rows(name, found) for name, found in sections.items()})


def _rows(name: str, found: list[list[float]]) -> list[list[float]]:
    """Rows without the running number that leads them; a list of depots may close with -1."""
    if name == "DEPOT_SECTION":
        return [row for row in found if row[0] != -1]
    if name == "EDGE_WEIGHT_SECTION":
        return found
    for number, row in enumerate(found, start=1):
        if row[0] != number:
            raise Misread(NAME, f"{name} {number}")
    return [row[1:] for row in found]
