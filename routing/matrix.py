"""Seconds and metres from every location to every other, and who can tell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from routing.fault import ProblemFault
from routing.point import Point

UNREACHABLE = 2**31 - 1
"""The entry, in seconds and in metres, of a pair without a road between them."""

Grid = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Matrix:
    """`durations` in whole seconds, `distances` in whole metres, both [from][to], asymmetric.

    What driving costs is its seconds, unless `costs` say otherwise.
    """

    durations: Grid
    distances: Grid
    costs: Grid | None = None

    def __post_init__(self) -> None:
        shape = self.durations.shape
        if len(shape) != 2 or shape[0] != shape[1]:
            raise ProblemFault("matrix_shape")
        for grid in self._grids:
            if grid.shape != shape:
                raise ProblemFault("matrix_shape")
            if grid.dtype != np.int32 or (grid.size and grid.min() < 0):
                raise ProblemFault("matrix_value")
            grid.setflags(write=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Matrix):
            return NotImplemented
        return all(map(np.array_equal, self._grids, other._grids))  # one of ours

    __hash__ = None  # type: ignore[assignment]  # equal by content, so it has no cheap hash

    @classmethod
    def of(
        cls,
        durations: ArrayLike,
        distances: ArrayLike | None = None,
        costs: ArrayLike | None = None,
    ) -> "Matrix":
        """A matrix from any rows of whole numbers; without distances they are 0."""
        seconds = _grid(durations)
        metres = np.zeros_like(seconds) if distances is None else _grid(distances)
        return cls(seconds, metres, None if costs is None else _grid(costs))

    @property
    def cost(self) -> Grid:
        return self.durations if self.costs is None else self.costs

    @cached_property
    def metres_missing(self) -> bool:
        """Is there a way that has seconds but no metres? It cannot be taken, either."""
        missing = (self.distances == UNREACHABLE) & (self.durations != UNREACHABLE)
        return bool(missing.any())

    @property
    def _grids(self) -> tuple[Grid, ...]:
        return self.durations, self.distances, self.cost

    @property
    def size(self) -> int:
        return len(self.durations)

    def cut(self, locations: Sequence[int]) -> "Matrix":
        """The matrix of these locations only, renumbered in the order given."""
        pick = np.ix_(locations, locations)
        costs = None if self.costs is None else self.costs[pick]
        return Matrix(self.durations[pick], self.distances[pick], costs)


class MatrixSource(Protocol):
    """Who knows how long a trip takes: straight lines here, roads behind a gateway."""

    def matrix(
        self, points: Sequence[Point], profile: str, at: datetime | None = None
    ) -> Matrix: ...


def _grid(rows: ArrayLike) -> Grid:
    try:
        given = np.array(rows)
    except ValueError as ragged:
        raise ProblemFault("matrix_shape") from ragged
    if given.size == 0:
        return np.zeros((0, 0), dtype=np.int32)
    if given.dtype.kind not in "iu" or given.min() < 0 or given.max() > UNREACHABLE:
        raise ProblemFault("matrix_value")
    return given.astype(np.int32)
