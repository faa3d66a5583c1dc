"""What a plan costs, in seconds: travel, setup, strays, imbalance, and what is left out."""

from collections.abc import Iterable, Sequence

from routing.plan import Plan, Route, Step
from routing.problem import Job, Kind, Problem, Vehicle

LEFT_OUT = 1_000_000
"""The price of leaving out a required job: more than any detour of a day, less than two jobs."""


def penalty(job: Job) -> int:
    """The price of leaving this job out; a shipment's is paid at its pickup."""
    if job.kind is Kind.DELIVERY:
        return 0
    return LEFT_OUT * (1 + job.priority) if job.prize is None else job.prize


def route_cost(vehicle: Vehicle, jobs: Iterable[Job], steps: Sequence[Step]) -> int:
    setup = sum(step.setup for step in steps)
    return steps[-1].travel + setup + sum(vehicle.stray_cost(job) for job in jobs)


def plan_cost(problem: Problem, routes: Sequence[Route]) -> int:
    """Routes, and how much longer the busiest vehicle works than the mean of all, idle ones too."""
    cost = sum(route.cost for route in routes)
    if problem.balance and routes:
        work = [route.work for route in routes]
        cost += problem.balance * (max(work) - sum(work) // len(problem.vehicles))
    return cost


def loss(problem: Problem, plan: Plan) -> int:
    """What solvers minimise: the cost of the plan and the price of every job left out."""
    return plan.cost + sum(penalty(problem.job[left.job]) for left in plan.unassigned)
