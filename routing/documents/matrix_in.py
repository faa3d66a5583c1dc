"""The matrices of a document, or of a source, and those of its profiles at other paces."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from routing.documents.fields import Fields
from routing.documents.places import Places
from routing.documents.vehicle_in import DEFAULT_PROFILE, Driver, Pace
from routing.fault import ProblemFault
from routing.matrix import UNREACHABLE, Grid, Matrix, MatrixSource

MATRIX_FIELDS = {"durations", "distances", "costs"}


@dataclass(frozen=True, slots=True)
class Given:
    """A matrix as it came: whether metres were told, and what is called so in faults."""

    matrix: Matrix
    where: str
    metres: bool = True


def read_matrices(
    fields: Fields,
    places: Places,
    drivers: Sequence[Driver],
    unit: Fraction,
    source: MatrixSource | None,
) -> Mapping[str, Matrix]:
    """A matrix for each profile of the document, and for each pace that a vehicle asks for."""
    if places.indexed:
        given = _given(fields)
    elif source is None:
        raise ProblemFault("no_matrix_source")
    else:
        asked = sorted({driver.pace.profile for driver in drivers})
        given = {name: Given(source.matrix(places.asked_for, name), name) for name in asked}
    matrices = {name: each.matrix for name, each in given.items()}
    for pace in {driver.pace for driver in drivers}:
        if pace.profile not in given:
            raise ProblemFault("no_matrix", profile=pace.profile)
    _need_metres(drivers, given)
    return matrices | {
        pace.name: _paced(given[pace.profile], pace, unit)
        for pace in {driver.pace for driver in drivers}
    }


def _given(fields: Fields) -> dict[str, Given]:
    if not fields.has("matrices"):
        return {DEFAULT_PROFILE: Given(Matrix.of(_rows(fields, "matrix")), "matrix", metres=False)}
    each = Fields("matrices", fields.value["matrices"])
    return {name: _matrix(f"matrices.{name}", each.value[name]) for name in each.value}


def _matrix(where: str, value: object) -> Given:
    fields = Fields(where, value, MATRIX_FIELDS)
    fields.need("durations")
    metres, costs = fields.has("distances"), fields.has("costs")
    matrix = Matrix.of(
        _rows(fields, "durations"),
        _rows(fields, "distances") if metres else None,
        _rows(fields, "costs") if costs else None,
    )
    return Given(matrix, where, metres)


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


def _need_metres(drivers: Iterable[Driver], given: Mapping[str, Given]) -> None:
    for driver in drivers:
        asked = driver.pace.costs.per_km or driver.vehicle.max_distance is not None
        each = given[driver.pace.profile]
        if asked and not each.metres:
            raise ProblemFault("missing_field", where=each.where, field="distances")


def _paced(given: Given, pace: Pace, unit: Fraction) -> Matrix:
    matrix = given.matrix
    durations = matrix.durations
    if pace.speed != 100:
        scaled = np.rint(durations.astype(np.float64) * 100 / pace.speed)
        durations = _grid(scaled, durations == UNREACHABLE)
    return Matrix(durations, matrix.distances, _costs(given, durations, pace, unit))


def _costs(given: Given, durations: Grid, pace: Pace, unit: Fraction) -> Grid | None:
    """Costs of their own, or by the hour and the kilometre; None where a second costs one."""
    matrix, rates = given.matrix, pace.costs
    if matrix.costs is not None:
        if not rates.usual:
            raise ProblemFault("costs_twice", where=given.where)
        scaled = matrix.costs * float(unit)
        return matrix.costs if unit == 1 else _grid(scaled, matrix.costs == UNREACHABLE)
    if rates.usual and unit == 1:
        return None
    hours, kilometres = durations / 3600, matrix.distances / 1000
    costs = (hours * rates.per_hour + kilometres * rates.per_km) * float(unit)
    return _grid(np.rint(costs), (durations == UNREACHABLE) | (matrix.distances == UNREACHABLE))


def _grid(values: np.ndarray, closed: np.ndarray) -> Grid:
    """Whole numbers again; a way that does not exist still does not."""
    values = np.where(closed, UNREACHABLE, np.rint(values))
    if values.size and values.max() > UNREACHABLE:
        raise ProblemFault("matrix_value")
    return values.astype(np.int32)
