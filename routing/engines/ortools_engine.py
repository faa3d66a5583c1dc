"""OR-Tools: the engine that knows every constraint. Insertion first, then guided local search."""

import math
import time

import numpy as np
from ortools.constraint_solver import pywrapcp, routing_enums_pb2, routing_parameters_pb2

from routing.engines.model import Model
from routing.fit import over
from routing.plan import Orders
from routing.problem import Job, Problem
from routing.search import Budget, OnProgress, Progress, ShouldStop

A_DAY = 86_400
"""OR-Tools wants some limit, also when it is to be stopped by iterations."""


class OrToolsEngine:
    """An Engine. The seed orders the jobs, which decides between equals all along the way.

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
        jobs = _shuffled(_servable(problem), seed)
        if not jobs or not problem.vehicles:
            return {}
        model = Model(problem, jobs)
        watch = _Watch(model, budget, on_progress, should_stop)
        model.routing.AddAtSolutionCallback(watch.solution)
        model.routing.AddSearchMonitor(model.solver.CustomLimit(watch.stopped))
        assignment = self._search(model, _parameters(budget))
        return {} if assignment is None else _orders(model, assignment)

    def _search(
        self, model: Model, parameters: routing_parameters_pb2.RoutingSearchParameters
    ) -> pywrapcp.Assignment | None:
        model.routing.CloseModelWithParameters(parameters)
        start = None if self.start is None else _started(model, self.start)
        if start is None:
            return model.routing.SolveWithParameters(parameters)
        return model.routing.SolveFromAssignmentWithParameters(start, parameters)


class _Watch:
    """Tells of each better solution, and asks now and then whether to stop."""

    ASK_EVERY = 100
    STEPS_AN_ITERATION = 1000

    def __init__(
        self, model: Model, budget: Budget, on_progress: OnProgress, should_stop: ShouldStop
    ) -> None:
        self.model = model
        self.steps: float = math.inf
        if budget.iterations is not None:
            self.steps = budget.iterations * self.STEPS_AN_ITERATION
        self.on_progress = on_progress
        self.should_stop = should_stop
        self.began = time.monotonic()
        self.best: int | None = None
        self.asked = 0

    def solution(self) -> None:
        loss = self.model.routing.CostVar().Max()
        if self.best is not None and loss >= self.best:
            return
        self.best = loss
        routing, manager = self.model.routing, self.model.manager
        left = [
            job
            for node, job in enumerate(self.model.jobs)
            if routing.ActiveVar(manager.NodeToIndex(node)).Max() == 0
        ]
        seconds = time.monotonic() - self.began
        served = len(self.model.jobs) - len(left)
        self.on_progress(Progress(seconds, loss, served, len(self.model.problem.jobs)))

    def stopped(self) -> bool:
        self.asked += 1
        over = self.asked > self.steps and self.best is not None
        return over or (self.asked % self.ASK_EVERY == 0 and self.should_stop())


def _servable(problem: Problem) -> list[Job]:
    """Jobs that some vehicle could serve were it alone: the model has no place for the rest."""
    return [
        job
        for job in problem.jobs
        if any(
            vehicle.able(job) and over(problem, vehicle, [job]).fits for vehicle in problem.vehicles
        )
    ]


def _shuffled(jobs: list[Job], seed: int) -> list[Job]:
    return [jobs[number] for number in np.random.default_rng(seed).permutation(len(jobs))]


def _parameters(budget: Budget) -> routing_parameters_pb2.RoutingSearchParameters:
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    strategies = routing_enums_pb2.FirstSolutionStrategy
    heuristics = routing_enums_pb2.LocalSearchMetaheuristic
    parameters.first_solution_strategy = strategies.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = heuristics.GUIDED_LOCAL_SEARCH
    seconds = A_DAY if budget.seconds is None else budget.seconds
    parameters.time_limit.FromMilliseconds(max(1, round(seconds * 1000)))
    return parameters


def _started(model: Model, orders: Orders) -> pywrapcp.Assignment | None:
    """The assignment of these orders, or nothing when the model does not take them."""
    nodes = {job.id: node for node, job in enumerate(model.jobs)}
    routes = [
        [nodes[job] for job in orders.get(vehicle.id, ()) if job in nodes]
        for vehicle in model.problem.vehicles
    ]
    indices = [[model.manager.NodeToIndex(node) for node in route] for route in routes]
    return model.routing.ReadAssignmentFromRoutes(indices, True)


def _orders(model: Model, assignment: pywrapcp.Assignment) -> Orders:
    orders: dict[int, list[int]] = {}
    for number, vehicle in enumerate(model.problem.vehicles):
        index = assignment.Value(model.routing.NextVar(model.routing.Start(number)))
        route = []
        while not model.routing.IsEnd(index):
            route.append(model.jobs[model.manager.IndexToNode(index)].id)
            index = assignment.Value(model.routing.NextVar(index))
        if route:
            orders[vehicle.id] = route
    return orders
