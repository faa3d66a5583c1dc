"""The rule on appointments: a booth holds so many at a time, whoever brings them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from routing.plan import Plan, Violation
from routing.problem import Problem


def booth_full(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """No moment sees more visits in a booth than it holds, over all routes."""
    for number, begins in _begins(problem, plan).items():
        booth = problem.booth[number]
        over = _at_once(begins, booth.duration) - booth.capacity
        if over > 0:
            yield Violation("booth_full", {"booth": number, "over": over})


def _begins(problem: Problem, plan: Plan) -> dict[int, list[int]]:
    begins = defaultdict(list)
    for route in plan.routes:
        for step in route.stops:
            booth = None if step.id is None else problem.job[step.id].booth
            if booth is not None:
                begins[booth].append(step.begin)
    return {booth: sorted(times) for booth, times in begins.items()}


def _at_once(begins: Sequence[int], duration: int) -> int:
    """The most there are at any moment: it is the moment when one of them begins.

    A stay is half open: who leaves makes room for who comes at that second, so that one of no
    length takes no place.
    """
    if duration == 0:
        return 0
    return max(
        bisect_right(begins, begin) - bisect_right(begins, begin - duration) for begin in begins
    )
