"""Ids of a document and ids of a Problem.

In a document jobs, pickups and deliveries count apart; the visits of a Problem have ids of their
own. Whoever names a visit in a document says `7` for a job, or {"type": "pickup", "id": 7}.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from routing.documents.fields import Fields
from routing.fault import ProblemFault
from routing.problem import Job, Kind, Problem

KINDS = tuple(Kind)


class Names:
    """Gives the visits of a document ids of their own, and finds them again by name."""

    def __init__(self) -> None:
        self.ids: dict[tuple[Kind, int], int] = {}

    def given(self, kind: Kind, numbers: Iterable[int]) -> list[ProblemFault]:
        """Take in names of one kind; a name that was given before is a fault."""
        faults = []
        taken = set(self.ids.values())
        spare = max(taken, default=0) + 1
        for number in numbers:
            if (kind, number) in self.ids:
                faults.append(ProblemFault("duplicate_id", kind=kind.value, id=number))
                continue
            while number in taken and spare in taken:
                spare += 1
            new = spare if number in taken else number
            taken.add(new)
            self.ids[kind, number] = new
        return faults

    def visits(self, fields: Fields, name: str) -> tuple[int, ...]:
        """The visits named in this list."""
        return tuple(self.id_of(*reference(where, value)) for where, value in fields.items(name))

    def id_of(self, kind: Kind, number: int) -> int:
        if (kind, number) not in self.ids:
            raise ProblemFault("unknown_id", kind=kind.value, id=number)
        return self.ids[kind, number]


def reference(where: str, value: object) -> tuple[Kind, int]:
    """Which visit is named here."""
    if type(value) is int:
        return Kind.JOB, value
    fields = Fields(where, value)
    return kind_of(fields), fields.needed_number("id")


def kind_of(fields: Fields) -> Kind:
    kind = fields.text("type", Kind.JOB)
    if kind not in KINDS:
        raise ProblemFault("wrong_shape", where=fields.at("type"), want=" | ".join(KINDS))
    return Kind(kind)


def number_of(visit: Job) -> int:
    """The id that a document gives this visit."""
    return visit.id if visit.number is None else visit.number


def named(visit: Job) -> int | dict[str, Any]:
    """How a document names this visit."""
    number = number_of(visit)
    return number if visit.kind is Kind.JOB else {"type": visit.kind.value, "id": number}


def ids_of(problem: Problem) -> Mapping[tuple[Kind, int], int]:
    """The visit of each name."""
    return {(visit.kind, number_of(visit)): visit.id for visit in problem.visits}
