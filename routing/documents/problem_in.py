"""A document becomes a Problem, or the list of all that is wrong with it."""

from collections.abc import Mapping

from routing.documents.fields import Fields, gathered
from routing.documents.places import Places
from routing.fault import InvalidProblem, ProblemFault
from routing.matrix import UNREACHABLE, Matrix, MatrixSource
from routing.problem import ALWAYS, Break, Job, Problem, Vehicle

PROBLEM_FIELDS = {"jobs", "vehicles", "matrices", "points", "balance"}
JOB_FIELDS = {
    *("id", "description", "location", "location_index", "setup", "service", "delivery"),
    *("skills", "priority", "time_windows", "prize", "vehicles", "preferred_vehicles"),
    "stray_cost",
}
VEHICLE_FIELDS = {
    *("id", "profile", "description", "start", "start_index", "end", "end_index", "capacity"),
    *("skills", "time_window", "breaks", "max_tasks", "max_duration"),
}
BREAK_FIELDS = {"id", "time_windows", "service", "description"}
DEFAULT_PROFILE = "car"


def read_problem(document: object, source: MatrixSource | None = None) -> Problem:
    """The problem in this document.

    Raises:
        InvalidProblem: with every fault of it, whatever the document holds.
    """
    faults: list[ProblemFault] = []
    try:
        fields = Fields("", document, PROBLEM_FIELDS)
        places = Places(fields.points("points"), indexed=fields.has("matrices"))
        jobs = gathered(fields.items("jobs"), lambda at, v: _job(places, at, v), faults)
        fleet = gathered(fields.items("vehicles"), lambda at, v: _vehicle(places, at, v), faults)
        if not faults:
            matrices = _matrices(fields, places, fleet, source)
            balance = fields.number("balance")
            return Problem(tuple(jobs), tuple(fleet), matrices, places.points, balance)
    except ProblemFault as fault:
        faults.append(fault)
    raise InvalidProblem(faults)


def _job(places: Places, where: str, value: object) -> Job:
    fields = Fields(where, value, JOB_FIELDS)
    fields.need("id")
    return Job(
        id=fields.number("id"),
        location=places.needed(fields, "location", "location_index"),
        service=fields.number("service"),
        setup=fields.number("setup"),
        windows=fields.windows("time_windows"),
        delivery=fields.numbers("delivery"),
        skills=frozenset(fields.numbers("skills")),
        priority=fields.number("priority"),
        prize=fields.number_or_none("prize"),
        vehicles=frozenset(fields.numbers("vehicles")) if fields.has("vehicles") else None,
        preferred=frozenset(fields.numbers("preferred_vehicles")),
        stray_cost=fields.number("stray_cost"),
        description=fields.text("description"),
    )


def _vehicle(places: Places, where: str, value: object) -> Vehicle:
    fields = Fields(where, value, VEHICLE_FIELDS)
    fields.need("id")
    return Vehicle(
        id=fields.number("id"),
        profile=fields.text("profile", DEFAULT_PROFILE),
        start=places.found(fields, "start", "start_index"),
        end=places.found(fields, "end", "end_index"),
        shift=fields.window("time_window", ALWAYS),
        breaks=tuple(_break(at, rest) for at, rest in fields.items("breaks")),
        capacity=fields.numbers("capacity"),
        skills=frozenset(fields.numbers("skills")),
        max_stops=fields.number_or_none("max_tasks"),
        max_duration=fields.number_or_none("max_duration"),
        description=fields.text("description"),
    )


def _break(where: str, value: object) -> Break:
    fields = Fields(where, value, BREAK_FIELDS)
    fields.need("id")
    return Break(
        id=fields.number("id"),
        windows=fields.windows("time_windows"),
        service=fields.number("service"),
        description=fields.text("description"),
    )


def _matrices(
    fields: Fields, places: Places, fleet: list[Vehicle], source: MatrixSource | None
) -> Mapping[str, Matrix]:
    if fields.has("matrices"):
        given = Fields("matrices", fields.value["matrices"])
        return {name: _matrix(f"matrices.{name}", given.value[name]) for name in given.value}
    if source is None:
        raise ProblemFault("no_matrix_source")
    profiles = sorted({vehicle.profile for vehicle in fleet})
    return {profile: source.matrix(places.points, profile) for profile in profiles}


def _matrix(where: str, value: object) -> Matrix:
    fields = Fields(where, value, {"durations", "distances"})
    fields.need("durations")
    durations = _rows(fields, "durations")
    return Matrix.of(durations, _rows(fields, "distances") if fields.has("distances") else None)


def _rows(fields: Fields, name: str) -> list[list[int]]:
    rows = []
    for where, row in fields.items(name):
        if not isinstance(row, list):
            raise ProblemFault("wrong_shape", where=where, want="[...]")
        entries = [UNREACHABLE if entry is None else entry for entry in row]
        if not all(type(entry) is int for entry in entries):
            raise ProblemFault("matrix_value")
        rows.append(entries)
    return rows
