"""From a problem to a plan that `check` finds nothing wrong with."""

from collections.abc import Generator, Iterable, Iterator, Sequence

from routing.parts import split
from routing.plan import Plan, Unassigned
from routing.pool import Workers, run
from routing.problem import Problem
from routing.search import Budget, OnProgress, ShouldStop, never, unwatched
from routing.task import Found, Task, finished
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

    Raises:
        InvalidProblem: with every fault of the problem.
    """
    require_valid(problem)
    watch = on_progress, should_stop
    return finished(problem, _joined(problem, _found(split(problem), budget, seed, watch, threads)))


def solve_parts(
    problems: Sequence[Problem],
    budget: Budget = DEFAULT_BUDGET,
    seed: int = 0,
    on_progress: OnProgress = unwatched,
    should_stop: ShouldStop = never,
    *,
    threads: int | Workers = 1,
) -> Generator[Plan, None, None]:
    """The plan of each problem, in order; the budget is for all of them, shared by their visits.

    Closing it ends the searches that still run. Who calls it often lends it his `Workers`.

    Raises:
        InvalidProblem: with every fault of the first problem that has any.
    """
    for problem in problems:
        require_valid(problem)
    found = _found(problems, budget, seed, (on_progress, should_stop), threads)
    yield from map(finished, problems, found)


def _found(
    problems: Sequence[Problem],
    budget: Budget,
    seed: int,
    watch: tuple[OnProgress, ShouldStop],
    workers: int | Workers,
) -> Iterator[Found]:
    """Side by side, unless one is so large that the others would be done long before it."""
    threads = workers if isinstance(workers, int) else workers.count
    sizes = [_servable(problem) for problem in problems]
    total = sum(sizes) or 1
    apart = max(sizes, default=0) * threads <= total
    shares = [size * (threads if apart else 1) / total for size in sizes]
    each = 1 if apart else threads
    tasks = [
        Task(problem, budget.share(share), seed, each)
        for problem, share in zip(problems, shares, strict=True)
    ]
    if apart and isinstance(workers, Workers):
        yield from workers.run(tasks, *watch)
    else:
        yield from run(tasks, threads if apart else 1, *watch)


def _joined(problem: Problem, found: Iterable[Found]) -> Found:
    """The parts together: whoever is left out of one could not be served in another."""
    orders: dict[int, Sequence[int]] = {}
    reasons: dict[int, Unassigned] = {}
    for part in found:
        orders.update((vehicle, ids) for vehicle, ids in part.orders.items() if ids)
        reasons.update((each.job, each) for each in part.left_out)
    return Found(orders, [reasons[visit.id] for visit in problem.visits if visit.id in reasons])


def _servable(problem: Problem) -> int:
    """How many jobs take time to plan: those that somebody may serve."""
    return sum(any(vehicle.able(job) for vehicle in problem.vehicles) for job in problem.visits)
