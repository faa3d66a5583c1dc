"""What has happened since a plan was made, as a document: news, and what is new to do.

`done`, `positions` and all that names a visit use the names of the problem's document. Without
`done` and `positions` everything so far went as planned.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from routing.documents.fields import Fields, number
from routing.documents.names import ids_of, reference
from routing.documents.plan_in import read_plan
from routing.documents.problem_in import read_problem
from routing.fault import InvalidProblem, ProblemFault
from routing.matrix import MatrixSource
from routing.midday import Keep, News, Position, as_planned
from routing.plan import VISITS, Plan, Route, Step, StepKind
from routing.point import Point
from routing.problem import Kind, Problem

NEW = ("jobs", "shipments", "vehicles")
"""Added to those of the problem."""
INSTEAD = ("matrices", "points")
"""In place of those of the problem, for places that were none before."""
KEEP_FIELDS = {"moved", "tolerance", "most"}
POSITION_FIELDS = {"vehicle", "location", "location_index", "free", "heading", "rested"}
FETCHED_FIELDS = {"id", "at"}
PROMISED_FIELDS = {"type", "id", "at"}
CHANGES_FIELDS = {
    *("now", "done", "cancelled", "gone", "positions", "fetched", "aboard", "promised", "keep"),
    *NEW,
    *INSTEAD,
}


@dataclass(frozen=True, slots=True)
class Midday:
    """All that `replan` asks for."""

    problem: Problem
    plan: Plan
    news: News


def read_changes(
    document: object, problem: object, plan: object, source: MatrixSource | None = None
) -> Midday:
    """The day as it is known now, from the documents of the problem, its plan and the changes.

    Raises:
        InvalidProblem: when one of the three cannot be read.
    """
    try:
        fields = Fields("", document, CHANGES_FIELDS)
        now = fields.needed_number("now")
        places = [Fields(*each, POSITION_FIELDS) for each in fields.items("positions")]
        points = [point for each in places if (point := each.point("location"))]
        today = read_problem(_joined(problem, fields), source, points)
        driven = _placed(today, read_plan(plan, today))
        return Midday(today, driven, _Reader(fields, today, driven, now).news(places))
    except ProblemFault as fault:
        raise InvalidProblem([fault]) from fault


def _joined(problem: object, changes: Fields) -> dict[str, object]:
    old = Fields("", problem)
    lists = {
        name: [value for fields in (old, changes) for _, value in fields.items(name)]
        for name in NEW
        if changes.has(name)
    }
    instead = {name: changes.value[name] for name in INSTEAD if changes.has(name)}
    return old.value | lists | instead


def _placed(problem: Problem, plan: Plan) -> Plan:
    """The plan with places as the problem numbers them now: new ones may have come in between."""
    routes = (
        replace(route, steps=tuple(_step_placed(problem, route, step) for step in route.steps))
        for route in plan.routes
    )
    return replace(plan, routes=tuple(routes))


def _step_placed(problem: Problem, route: Route, step: Step) -> Step:
    vehicle = problem.vehicle.get(route.vehicle)
    visit = problem.job.get(-1 if step.id is None else step.id)
    location = step.location
    if step.kind in VISITS and visit is not None:
        location = visit.location
    elif vehicle is not None and step.kind is StepKind.START:
        location = vehicle.start
    elif vehicle is not None and step.kind is StepKind.END:
        location = vehicle.end
    return replace(step, location=location)


@dataclass(frozen=True)
class _Reader:
    fields: Fields
    problem: Problem
    plan: Plan
    now: int

    def news(self, places: list[Fields]) -> News:
        fields = self.fields
        so_far = News(now=self.now)
        if not fields.has("done") and not fields.has("positions"):
            so_far = as_planned(self.plan, self.now)
        return replace(
            so_far,
            done=so_far.done | self._visits(fields, "done"),
            positions={**so_far.positions, **dict(map(self._position, places))},
            cancelled=self._visits(fields, "cancelled"),
            gone=frozenset(fields.numbers("gone")),
            fetched=dict(self._moments("fetched", FETCHED_FIELDS)),
            aboard=self._visits(fields, "aboard"),
            promised=dict(self._moments("promised", PROMISED_FIELDS))
            if fields.has("promised")
            else None,
            keep=self._keep(),
        )

    def _keep(self) -> Keep:
        given = Fields("keep", self.fields.value.get("keep", {}), KEEP_FIELDS)
        return replace(Keep(), **{name: given.number(name) for name in given.value})

    def _visits(self, fields: Fields, name: str) -> frozenset[int]:
        return frozenset(self._visit(where, value) for where, value in fields.items(name))

    def _visit(self, where: str, value: object) -> int:
        kind, given = reference(where, value)
        found = self._ids.get((kind, given))
        if found is None:
            raise ProblemFault("unknown_id", kind=kind.value, id=given)
        return found

    @property
    def _ids(self) -> Mapping[tuple[Kind, int], int]:
        return ids_of(self.problem)

    def _moments(self, name: str, known: set[str]) -> Iterator[tuple[int, int]]:
        """Visits with a time; what is `fetched` is a pickup."""
        for where, value in self.fields.items(name):
            fields = Fields(where, value, known)
            whom = fields.value if "type" in known else {**fields.value, "type": Kind.PICKUP.value}
            yield self._visit(where, whom), fields.needed_number("at")

    def _position(self, fields: Fields) -> tuple[int, Position]:
        heading = fields.value.get("heading")
        where = Position(
            location=self._location(fields),
            free=fields.number("free", self.now),
            heading=None if heading is None else self._visit(fields.at("heading"), heading),
            rested=frozenset(number(at, value) for at, value in fields.items("rested")),
        )
        return fields.needed_number("vehicle"), where

    def _location(self, fields: Fields) -> int | None:
        """The row that is told; else the place that the problem knows under these coordinates."""
        point: Point | None = fields.point("location")
        if fields.has("location_index") or point is None:
            return fields.number_or_none("location_index")
        if point not in self.problem.points:
            raise ProblemFault("missing_field", where=fields.where, field="location_index")
        return self.problem.points.index(point)
