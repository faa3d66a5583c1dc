"""A Plan becomes a document: what VROOM would say of it, and what it could not."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from routing.documents.names import number_of
from routing.documents.told import place, unassigned_document, violation_document
from routing.plan import VISITS, Plan, Route, Step, StepKind, Violation
from routing.problem import Job, Kind, Problem

Document = dict[str, Any]
SOLVER = "antarjemput"
"""Says whose plan this is, so that its costs are known to be in our terms."""


def write_plan(problem: Problem, plan: Plan, unit: Fraction = Fraction(1)) -> Document:
    """The document of this plan; `unit` as `cost_unit` has it for the problem's document."""
    return _Writer(problem, plan, unit).document()


def price_of(cost: int, unit: Fraction) -> int | float:
    """A cost in the document's unit."""
    exact = cost / unit
    return exact.numerator if exact.denominator == 1 else float(exact)


@dataclass(frozen=True)
class _Writer:
    problem: Problem
    plan: Plan
    unit: Fraction

    def document(self) -> Document:
        return {
            "code": 0,
            "solver": SOLVER,
            "summary": self._summary(),
            "unassigned": [unassigned_document(self.problem, o) for o in self.plan.unassigned],
            "routes": [self._route(route) for route in self.plan.routes],
        }

    def _summary(self) -> Document:
        return {
            "cost": price_of(self.plan.cost, self.unit),
            **({} if self.unit == 1 else {"cost_unit": float(self.unit)}),
            "routes": len(self.plan.routes),
            "unassigned": len(self.plan.unassigned),
            **self._totals(self.plan.routes),
            "violations": self._violations(self.plan.violations),
        }

    def _route(self, route: Route) -> Document:
        vehicle = self.problem.vehicle[route.vehicle]
        broken = [each for each in self.plan.violations if _concerns(each, route)]
        return {
            "vehicle": route.vehicle,
            "cost": price_of(route.cost, self.unit),
            **self._totals([route]),
            **({"description": vehicle.description} if vehicle.description else {}),
            "steps": [self._step(route, broken, n) for n in range(len(route.steps))],
            "violations": self._violations(broken),
        }

    def _step(self, route: Route, broken: Sequence[Violation], index: int) -> Document:
        step = route.steps[index]
        here = [v for v in broken if v.values.get("step") == index or _names(v, step)]
        return {
            "type": step.kind.value,
            **self._named(route, step),
            **({} if step.location is None else place(self.problem, step.location)),
            "arrival": step.arrival,
            "duration": step.travel,
            "setup": step.setup,
            "service": step.service,
            "waiting_time": step.waiting,
            "distance": step.distance,
            "load": list(step.load),
            "violations": self._violations(here),
        }

    def _named(self, route: Route, step: Step) -> Document:
        if step.id is None:
            return {}
        if step.kind is StepKind.BREAK:
            breaks = {rest.id: rest for rest in self.problem.vehicle[route.vehicle].breaks}
            number, description = step.id, breaks[step.id].description
        else:
            visit = self.problem.job[step.id]
            number, description = number_of(visit), visit.description
        return {"id": number, **({"description": description} if description else {})}

    def _violations(self, violations: Sequence[Violation]) -> list[Document]:
        return [violation_document(self.problem, each) for each in violations]

    def _totals(self, routes: Sequence[Route]) -> Document:
        steps = [step for route in routes for step in route.steps]
        visits = [self.problem.job[number] for route in routes for number in route.jobs]
        return {
            "setup": sum(step.setup for step in steps),
            "service": sum(step.service for step in steps),
            "duration": sum(route.travel for route in routes),
            "waiting_time": sum(step.waiting for step in steps),
            "distance": sum(route.distance for route in routes),
            "priority": sum(visit.priority for visit in visits),
            "delivery": self._carried(visits, Kind.DELIVERY),
            "pickup": self._carried(visits, Kind.PICKUP),
        }

    def _carried(self, visits: Sequence[Job], kind: Kind) -> list[int]:
        """All that is set down, or picked up: by jobs and by shipments."""
        own = [visit.delivery if kind is Kind.DELIVERY else visit.pickup for visit in visits]
        ends = [visit.id for visit in visits if visit.kind is kind]
        amounts = [self.problem.shipment[number].amount for number in ends]
        return [sum(axis) for axis in zip_longest(*own, *amounts, fillvalue=0)]


def _concerns(violation: Violation, route: Route) -> bool:
    vehicle = violation.values.get("vehicle")
    return (
        vehicle == route.vehicle
        if vehicle is not None
        else any(_names(violation, step) for step in route.steps)
    )


def _names(violation: Violation, step: Step) -> bool:
    named = (violation.values.get(name) for name in ("job", "pickup", "delivery"))
    return step.kind in VISITS and step.id is not None and step.id in named
