"""What a second and a metre cost by the hour and the kilometre, and the unit that costs are in.

Costs of a Problem are whole numbers that must tell driving a minute from driving two, and stay
below the price of leaving a stop out. VROOM's usual costs (3600 an hour: one a second) do. Others
are multiplied by a `unit`, and divided by it again where a plan is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10
from typing import Any

from routing.cost import LEFT_OUT
from routing.documents.fields import Fields
from routing.fault import ProblemFault, whole

COST_FIELDS = {"fixed", "per_hour", "per_km", "per_task_hour"}
PER_HOUR = 3600
METRES_A_SECOND = 10
COARSEST, DEAREST = Fraction(1, 2), 20
"""A second of driving costs no less and no more than this, or all costs get another unit."""
TOO_COARSE = Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Costs:
    fixed: int = 0
    per_hour: int = PER_HOUR
    per_km: int = 0

    @property
    def usual(self) -> bool:
        return (self.per_hour, self.per_km) == (PER_HOUR, 0)

    @property
    def a_second(self) -> Fraction:
        """What a second of driving costs at a middling speed."""
        return Fraction(self.per_hour, 3600) + Fraction(self.per_km * METRES_A_SECOND, 1000)


def read_costs(vehicle: Fields) -> Costs:
    if not vehicle.has("costs"):
        return Costs()
    fields = Fields(vehicle.at("costs"), vehicle.value["costs"], COST_FIELDS)
    if fields.number("per_task_hour"):
        raise ProblemFault("unsupported_field", where=fields.where, field="per_task_hour")
    costs = Costs(
        fields.number("fixed"), fields.number("per_hour", PER_HOUR), fields.number("per_km")
    )
    whole("costs", costs.fixed, costs.per_hour, costs.per_km)
    return costs


def cost_unit(document: object) -> Fraction:
    """How many of a Problem's costs make one of this document's.

    Raises:
        ProblemFault: `costs_apart`, when no unit does justice to all of them.
    """
    given = list(_all_costs(document))
    seconds = [costs.a_second for costs in given if costs.a_second] or [Fraction(1)]
    least, most = min(seconds), max(seconds)
    fixed = Fraction(max((costs.fixed for costs in given), default=0), _cheapest(document) // 2)
    if least >= COARSEST and most <= DEAREST and fixed <= 1:
        return Fraction(1)
    unit = _step(ceil(-log10(least)))
    for times_too_dear in (most * unit / DEAREST, fixed * unit):
        if times_too_dear > 1:
            unit *= _step(floor(-log10(times_too_dear)))
    if unit * least < TOO_COARSE:
        raise ProblemFault("costs_apart")
    return unit


def _step(power: int) -> Fraction:
    return Fraction(10) ** power


def _cheapest(document: object) -> int:
    """What it costs at least to leave out a task that is required."""
    tasks = [*_objects(document, "jobs"), *_objects(document, "shipments")]
    given = [task.get("priority", 0) for task in tasks if "prize" not in task]
    return LEFT_OUT * (1 + min((max(0, n) for n in given if type(n) is int), default=0))


def _all_costs(document: object) -> Iterator[Costs]:
    """The costs of all vehicles that can be read: what is wrong with others is told elsewhere."""
    for vehicle in _objects(document, "vehicles"):
        try:
            yield read_costs(Fields("", vehicle))
        except ProblemFault:
            continue


def _objects(document: object, name: str) -> list[dict[str, Any]]:
    values = document.get(name) if isinstance(document, dict) else None
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []
