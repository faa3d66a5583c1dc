"""`python -m routing.engines.ruin`: compile the kernel now, so that no plan has to wait for it."""

from routing.engines.ruin.engine import RuinEngine
from routing.matrix import Matrix
from routing.problem import Job, Problem, Vehicle
from routing.search import Budget, never, unwatched

NOBODY_WAITS = Problem(
    (Job(id=1, location=1),), (Vehicle(id=1, start=0),), {"motor": Matrix.of([[0, 1], [1, 0]])}
)

RuinEngine().solve(NOBODY_WAITS, Budget(iterations=0), 0, unwatched, never)
