"""The empty model, and the way between its indices and our ids."""

from collections.abc import Sequence

from ortools.constraint_solver import pywrapcp

from routing.engines.grid import Grid, Numbers
from routing.problem import Job, Problem

TIME = "time"
STOPS = "stops"
PLENTY = 10**12
"""A limit that no sum reaches, and that no sum of which overflows."""


class Frame:
    """Nodes are the grid's; a node has an index, and each vehicle two of its own."""

    def __init__(self, problem: Problem, visits: Sequence[Job]) -> None:
        self.problem = problem
        self.visits = visits
        self.grid = Grid(problem, visits)
        starts, ends = zip(*map(self.grid.ends, problem.vehicles), strict=True)
        self.manager = pywrapcp.RoutingIndexManager(
            self.grid.size, len(problem.vehicles), list(starts), list(ends)
        )
        self.routing = pywrapcp.RoutingModel(self.manager)
        self.solver = self.routing.solver()
        self.index: dict[int, int] = {
            visit.id: self.manager.NodeToIndex(node) for node, visit in enumerate(visits)
        }
        self._registered: dict[int, int] = {}

    def matrix(self, numbers: Numbers) -> int:
        """The solver's number of this matrix, registered once: the grid hands out the same."""
        if id(numbers) not in self._registered:
            self._registered[id(numbers)] = self.routing.RegisterTransitMatrix(numbers.tolist())
        return self._registered[id(numbers)]

    def active(self, visit: int) -> pywrapcp.IntVar:
        return self.routing.ActiveVar(self.index[visit])

    def vehicle(self, visit: int) -> pywrapcp.IntVar:
        """The number of the vehicle that serves this visit, -1 when none does."""
        return self.routing.VehicleVar(self.index[visit])

    def begin(self, visit: int) -> pywrapcp.IntVar:
        """When service begins."""
        return self.routing.GetDimensionOrDie(TIME).CumulVar(self.index[visit])
