"""One of our engines alone: nothing is mended, parted or explained around it."""

from importlib import import_module

from routing import Budget, Problem
from routing.engines.engine import Engine
from routing.plan import Orders
from routing.search import never, unwatched


def ask(problem: Problem, seconds: float, seed: int, threads: int, *, engine: str) -> Orders:
    if threads != 1:
        raise ValueError("An engine has one thread")
    module, name = engine.split(":")
    one: Engine = getattr(import_module(module), name)()
    return one.solve(problem, Budget(seconds=seconds), seed, unwatched, never)
