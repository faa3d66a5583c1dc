"""A document becomes a Problem, or the list of all that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from routing.documents.costs import cost_unit
from routing.documents.fields import Fields, gathered
from routing.documents.matrix_in import read_matrices
from routing.documents.names import Names
from routing.documents.places import Places
from routing.documents.task_in import TaskReader, read_booth
from routing.documents.vehicle_in import read_vehicle
from routing.fault import InvalidProblem, ProblemFault
from routing.matrix import MatrixSource
from routing.point import Point
from routing.problem import Kind, Problem

NOTES = {"name", "format", "rounding", "factor"}
"""Where a problem comes from, as `convert` tells it: for people, not for solvers."""
PROBLEM_FIELDS = NOTES | {
    *("jobs", "shipments", "vehicles", "matrices", "matrix", "points", "booths"),
    *("balance", "compact"),
}


def read_problem(
    document: object, source: MatrixSource | None = None, also: Iterable[Point] = ()
) -> Problem:
    """The problem in this document; without matrices in it, the source is asked for them.

    Where places are numbered as they come, those `also` given get numbers too, after all others.

    Raises:
        InvalidProblem: with every fault of it, whatever the document holds.
    """
    faults: list[ProblemFault] = []
    try:
        return _read(Fields("", document, PROBLEM_FIELDS), source, also, faults)
    except ProblemFault as fault:
        faults.append(fault)
    raise InvalidProblem(faults)


def _read(
    fields: Fields, source: MatrixSource | None, also: Iterable[Point], faults: list[ProblemFault]
) -> Problem:
    """Vehicles first: what a task takes may depend on their type, what it costs on theirs."""
    if fields.has("matrices") and fields.has("matrix"):
        raise ProblemFault("unsupported_field", where="JSON", field="matrix")
    indexed = fields.has("matrices") or fields.has("matrix")
    places = Places(fields.points("points"), indexed=indexed)
    drivers = gathered(fields.items("vehicles"), lambda at, v: read_vehicle(places, at, v), faults)
    names = Names()
    for kind, numbers in _numbers(fields).items():
        faults += names.given(kind, numbers)
    unit = cost_unit(fields.value)
    tasks = TaskReader(places, names, drivers, unit)
    jobs = gathered(fields.items("jobs"), tasks.job, faults)
    shipments = gathered(fields.items("shipments"), tasks.shipment, faults)
    booths = gathered(fields.items("booths"), read_booth, faults)
    fleet = gathered(
        ((driver.fields.where, driver) for driver in drivers),
        lambda _, driver: driver.ready(unit, names),
        faults,
    )
    if faults:
        raise InvalidProblem(faults)
    places.add(also)
    matrices = read_matrices(fields, places, drivers, unit, source)
    size = max((matrix.size for matrix in matrices.values()), default=0)
    return Problem(
        tuple(jobs),
        tuple(fleet),
        matrices,
        places.points(size),
        shipments=tuple(shipments),
        booths=tuple(booths),
        **_prices(fields, unit),
    )


def _prices(fields: Fields, unit: Fraction) -> Mapping[str, int]:
    return {name: round(fields.number(name) * unit) for name in ("balance", "compact")}


def _numbers(fields: Fields) -> Mapping[Kind, list[int]]:
    """The ids of all tasks; one that cannot be read is told where its task is."""
    ends: dict[Kind, list[int]] = {Kind.JOB: list(_ids(_values(fields, "jobs")))}
    for kind in (Kind.PICKUP, Kind.DELIVERY):
        steps = (each.get(kind) for each in _values(fields, "shipments") if isinstance(each, dict))
        ends[kind] = list(_ids(steps))
    return ends


def _values(fields: Fields, name: str) -> Iterator[object]:
    return (value for _, value in fields.items(name))


def _ids(steps: Iterator[Any]) -> Iterator[int]:
    for step in steps:
        number = step.get("id") if isinstance(step, dict) else None
        if type(number) is int:
            yield number
