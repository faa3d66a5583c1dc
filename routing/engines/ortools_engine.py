"""OR-Tools: the engine that knows every constraint. Insertion first, then guided local search."""

import numpy as np
from ortools.constraint_solver import pywrapcp, routing_enums_pb2, routing_parameters_pb2

from routing.engines.fleet import servable, trimmed
from routing.engines.model import Model
from routing.engines.watch import Watch
from routing.plan import Orders
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, ShouldStop

A_DAY = 86_400
"""OR-Tools wants some limit, also when it is to be stopped by iterations."""

INSERTED = 1000
"""With more visits than this an insertion of OR-Tools', which nobody can stop, takes too long."""


class OrToolsEngine:
    """An Engine. The seed orders the visits, which decides between equals all along the way.

    With a `start` it begins from these orders rather than from its own insertion.
    """

    def __init__(self, start: Orders | None = None) -> None:
        self.start = start

    def solve(
        self,
        problem: Problem,
        budget: Budget,
        seed: int,
        on_progress: OnProgress,
        should_stop: ShouldStop,
    ) -> Orders:
        fewer = trimmed(problem, self.start)
        visits = _shuffled(servable(fewer), seed) if fewer.vehicles else []
        if not visits:
            return {}
        model = Model(fewer, visits)
        watch = Watch(model, budget, on_progress, should_stop)
        model.routing.AddAtSolutionCallback(watch.solution)
        model.routing.AddSearchMonitor(model.solver.CustomLimit(watch.stopped))
        assignment = self._search(model, _parameters(budget))
        return _orders(model, assignment) if assignment else self.start or _settled(fewer)

    def _search(
        self, model: Model, parameters: routing_parameters_pb2.RoutingSearchParameters
    ) -> pywrapcp.Assignment | None:
        model.routing.CloseModelWithParameters(parameters)
        start = None if self.start is None else _started(model, self.start)
        if start is None and len(model.visits) > INSERTED:
            start = _started(model, _settled(model.problem))
        if start is None:
            return model.routing.SolveWithParameters(parameters)
        return model.routing.SolveFromAssignmentWithParameters(start, parameters)


def _shuffled(visits: list[Job], seed: int) -> list[Job]:
    return [visits[number] for number in np.random.default_rng(seed).permutation(len(visits))]


def _parameters(budget: Budget) -> routing_parameters_pb2.RoutingSearchParameters:
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    strategies = routing_enums_pb2.FirstSolutionStrategy
    heuristics = routing_enums_pb2.LocalSearchMetaheuristic
    parameters.first_solution_strategy = strategies.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = heuristics.GUIDED_LOCAL_SEARCH
    seconds = A_DAY if budget.seconds is None else budget.seconds
    parameters.time_limit.FromMilliseconds(max(1, round(seconds * 1000)))
    return parameters


def _settled(problem: Problem) -> Orders:
    """The least that a plan has: the beginnings that are locked."""
    return {vehicle.id: vehicle.locked for vehicle in problem.vehicles if vehicle.locked}


def _started(model: Model, orders: Orders) -> pywrapcp.Assignment | None:
    """The assignment of these orders, or nothing when the model does not take them."""
    indices = [
        [model.index[visit] for visit in orders.get(vehicle.id, ()) if visit in model.index]
        for vehicle in model.problem.vehicles
    ]
    return model.routing.ReadAssignmentFromRoutes(indices, True)


def _orders(model: Model, assignment: pywrapcp.Assignment) -> Orders:
    orders: dict[int, list[int]] = {}
    for number, vehicle in enumerate(model.problem.vehicles):
        index = assignment.Value(model.routing.NextVar(model.routing.Start(number)))
        route = []
        while not model.routing.IsEnd(index):
            route.append(model.visits[model.manager.IndexToNode(index)].id)
            index = assignment.Value(model.routing.NextVar(index))
        if route:
            orders[vehicle.id] = route
    return orders
