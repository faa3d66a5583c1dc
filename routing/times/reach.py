"""Where a vehicle may get to by way of other stops, when the way straight there is closed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from routing.matrix import UNREACHABLE, Matrix
from routing.problem import Job, Problem, Vehicle

Places = NDArray[np.bool_]


class Reach:
    """The places of a problem that lie on some way from a vehicle's start to its end."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._stops = np.array(sorted({visit.location for visit in problem.visits}), dtype=np.intp)
        self._known: dict[tuple[str, int | None, int | None], Places] = {}

    def holds(self, vehicle: Vehicle, visits: Sequence[Job]) -> bool:
        """Whether the vehicle gets to each of these and from each to its end."""
        key = vehicle.profile, vehicle.start, vehicle.end
        if key not in self._known:
            ways = _open(self._problem.matrix(vehicle))
            self._known[key] = self._from(vehicle.start, ways) & self._from(vehicle.end, ways.T)
        return all(bool(self._known[key][visit.location]) for visit in visits)

    def _from(self, origin: int | None, ways: Places) -> Places:
        """All places that can be got to, passing through stops only."""
        if origin is None:
            return np.ones(len(ways), dtype=np.bool_)
        reached: Places = ways[origin].copy()
        passed = np.zeros(len(ways), dtype=np.bool_)
        while len(new := self._stops[reached[self._stops] & ~passed[self._stops]]):
            passed[new] = True
            reached |= ways[new].any(axis=0)
        return reached


def _open(matrix: Matrix) -> Places:
    ways: Places = (matrix.durations != UNREACHABLE) & (matrix.distances != UNREACHABLE)
    return ways
