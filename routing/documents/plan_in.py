"""A document becomes a Plan: one of ours, or one that VROOM wrote."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from routing.documents.fields import Fields
from routing.documents.names import ids_of, kind_of
from routing.documents.plan_out import SOLVER
from routing.documents.told import understood
from routing.fault import InvalidProblem, ProblemFault
from routing.matrix import Matrix
from routing.plan import VISITS, Plan, Route, Step, StepKind, Unassigned, Violation
from routing.point import Point
from routing.problem import Kind, Problem, Vehicle
from routing.words import VIOLATIONS, Value

STEP_KINDS = tuple(StepKind)
ELSEWHERE = -1
"""A place that is none of the problem's."""


def read_plan(document: object, problem: Problem) -> Plan:
    """The plan in this document, as it claims to be: only `check` says whether it is true.

    A plan that is not ours costs 0: its costs are of another kind. What else it leaves unsaid
    (places, metres, why a task is left out) is taken from the problem.

    Raises:
        InvalidProblem: when it cannot be read.
    """
    try:
        return _Reader(Fields("", document), problem).plan()
    except ProblemFault as fault:
        raise InvalidProblem([fault]) from fault


@dataclass(frozen=True)
class _Reader:
    fields: Fields
    problem: Problem

    def plan(self) -> Plan:
        if self.fields.number("code"):
            raise ProblemFault("no_plan", detail=self.fields.text("error"))
        self.fields.need("routes")
        return Plan(
            tuple(self._route(where, value) for where, value in self.fields.items("routes")),
            tuple(self._unassigned(at, value) for at, value in self.fields.items("unassigned")),
            self._cost(self._summary),
            tuple(self._violations()),
        )

    @cached_property
    def ours(self) -> bool:
        return self.fields.value.get("solver") == SOLVER

    @cached_property
    def ids(self) -> Mapping[tuple[Kind, int], int]:
        return ids_of(self.problem)

    @cached_property
    def locations(self) -> Mapping[Point, int]:
        return {point: location for location, point in enumerate(self.problem.points)}

    @cached_property
    def _summary(self) -> Fields:
        return Fields("summary", self.fields.value.get("summary", {}))

    def _cost(self, fields: Fields) -> int:
        cost = fields.real("cost", 0)
        return round(Fraction(str(cost)) * self._unit) if self.ours else 0

    @cached_property
    def _unit(self) -> Fraction:
        return Fraction(str(self._summary.real("cost_unit", 1)))

    def _route(self, where: str, value: object) -> Route:
        fields = Fields(where, value)
        number = fields.needed_number("vehicle")
        vehicle = self.problem.vehicle.get(number)
        given = [Fields(at, step) for at, step in fields.items("steps")]
        steps = tuple(self._step(step, vehicle) for step in given)
        if vehicle is not None and not all(step.has("distance") for step in given):
            steps = _measured(self.problem.matrices.get(vehicle.profile), steps)
        return Route(number, steps if self.ours else _whole_ways(steps), self._cost(fields))

    def _step(self, fields: Fields, vehicle: Vehicle | None) -> Step:
        name = fields.text("type")
        if name not in STEP_KINDS:
            raise ProblemFault("wrong_shape", where=fields.at("type"), want=" | ".join(STEP_KINDS))
        kind = StepKind(name)
        number = fields.number_or_none("id")
        if number is not None and kind in VISITS:
            number = self._visit(Kind(name), number)
        return Step(
            kind=kind,
            id=number,
            location=self._location(fields, self._right_place(kind, number, vehicle)),
            arrival=fields.number("arrival"),
            setup=fields.number("setup"),
            waiting=fields.number("waiting_time"),
            service=fields.number("service"),
            travel=fields.number("duration"),
            distance=fields.number("distance"),
            load=fields.numbers("load"),
        )

    def _visit(self, kind: Kind, number: int) -> int:
        """The visit of this name; where there is none, `check` will say so of the bare number."""
        return self.ids.get((kind, number), number)

    def _right_place(self, kind: StepKind, number: int | None, who: Vehicle | None) -> int | None:
        if kind in VISITS:
            visit = self.problem.job.get(-1 if number is None else number)
            return None if visit is None else visit.location
        if who is None or kind is StepKind.BREAK:
            return None
        return who.start if kind is StepKind.START else who.end

    def _location(self, fields: Fields, right: int | None) -> int | None:
        """As it is told; VROOM names a place for a start or an end that may be anywhere."""
        if self.ours or (right is not None and fields.has("location_index")):
            return fields.number_or_none("location_index")
        point = fields.point("location")
        if point is None or right is None or not self.problem.points:
            return right
        same = self.problem.points[right] == point
        return right if same else self.locations.get(point, ELSEWHERE)

    def _unassigned(self, where: str, value: object) -> Unassigned:
        fields = Fields(where, value)
        visit = self._visit(kind_of(fields), fields.needed_number("id"))
        if not self.ours and not fields.has("reason"):
            return Unassigned(visit, "not_planned")
        reason = Fields(f"{where}.reason", fields.value.get("reason", {}))
        return Unassigned(visit, reason.text("code"), self._values(reason))

    def _violations(self) -> Iterator[Violation]:
        """What we once found; VROOM's are not in these terms, and `check` finds them again."""
        for where, value in self._summary.items("violations") if self.ours else ():
            fields = Fields(where, value)
            cause = fields.text("cause")
            if cause not in VIOLATIONS:
                raise ProblemFault(
                    "wrong_shape", where=fields.at("cause"), want=" | ".join(VIOLATIONS)
                )
            yield Violation(cause, self._values(fields))

    def _values(self, fields: Fields) -> Mapping[str, Value]:
        given = Fields(fields.at("values"), fields.value.get("values", {}))
        return understood(
            self.ids,
            {name: n if isinstance(n, int) else str(n) for name, n in given.value.items()},
        )


def _whole_ways(steps: Sequence[Step]) -> tuple[Step, ...]:
    """VROOM shares the metres of a way out to the breaks on it; here a way counts at its end."""
    counted: list[Step] = []
    for step in steps:
        rest = step.kind is StepKind.BREAK and counted
        counted.append(replace(step, distance=counted[-1].distance) if rest else step)
    return tuple(counted)


def _measured(matrix: Matrix | None, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps with the metres that their plan does not tell."""
    measured: list[Step] = []
    place, metres = None, 0
    for step in steps:
        if step.kind is not StepKind.BREAK:
            if place is not None and step.location is not None and matrix is not None:
                metres += _metres(matrix, place, step.location)
            place = step.location
        measured.append(replace(step, distance=metres))
    return tuple(measured)


def _metres(matrix: Matrix, origin: int, target: int) -> int:
    inside = min(origin, target) >= 0 and max(origin, target) < matrix.size
    return int(matrix.distances[origin, target]) if inside else 0
