"""Ours: `routing.solve` as everybody calls it."""

from routing import Budget, Problem, solve
from routing.plan import Orders


def ask(problem: Problem, seconds: float, seed: int, threads: int) -> Orders:
    return solve(problem, Budget(seconds=seconds), seed, threads=threads).orders
