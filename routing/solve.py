"""From a problem to a plan that `check` finds nothing wrong with."""

from collections.abc import Iterator, Sequence

from routing.cost import loss
from routing.explain import explained
from routing.parts import split
from routing.plan import Plan
from routing.pool import run
from routing.price import built
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop, never, unwatched
from routing.task import Task, checked
from routing.validate import require_valid

DEFAULT_BUDGET = Budget(seconds=10)


def solve(
    problem: Problem,
    budget: Budget = DEFAULT_BUDGET,
    seed: int = 0,
    on_progress: OnProgress = unwatched,
    should_stop: ShouldStop = never,
    *,
    threads: int = 1,
) -> Plan:
    """The best plan found within the budget; stopping early returns the best so far.

    With several threads a problem that falls into parts has them solved side by side, and one that
    does not is solved from as many seeds.

    Raises:
        InvalidProblem: with every fault of the problem.
    """
    require_valid(problem)
    parts = split(problem)
    if len(parts) > 1:
        plans = solve_parts(parts, budget, seed, on_progress, should_stop, threads=threads)
        return _joined(problem, list(plans))
    tasks = [Task(problem, budget, seed + number) for number in range(threads)]
    return min(run(tasks, threads, on_progress, should_stop), key=lambda plan: loss(problem, plan))


def solve_parts(
    problems: Sequence[Problem],
    budget: Budget = DEFAULT_BUDGET,
    seed: int = 0,
    on_progress: OnProgress = unwatched,
    should_stop: ShouldStop = never,
    *,
    threads: int = 1,
) -> Iterator[Plan]:
    """The plan of each problem, in order; the budget is for all of them, shared by their jobs.

    Raises:
        InvalidProblem: with every fault of the first problem that has any.
    """
    for problem in problems:
        require_valid(problem)
    sizes = [_servable(problem) for problem in problems]
    at_once = min(threads, len(problems)) / (sum(sizes) or 1)
    tasks = [
        Task(problem, budget.share(at_once * size), seed)
        for problem, size in zip(problems, sizes, strict=True)
    ]
    yield from run(tasks, threads, on_progress, should_stop)


def _joined(problem: Problem, plans: Sequence[Plan]) -> Plan:
    orders = {vehicle: ids for plan in plans for vehicle, ids in plan.orders.items()}
    return checked(problem, built(problem, orders, explained(problem, orders)))


def _servable(problem: Problem) -> int:
    """How many jobs take time to plan: those that somebody may serve."""
    return sum(any(vehicle.able(job) for vehicle in problem.vehicles) for job in problem.visits)
