"""One solver on one problem in a process of its own: its orders, its seconds, its memory.

The clock runs from the problem in memory to the orders: models are built within it, files are not.
"""

import time

from tests.benchmarks.routing.apart import answer, megabytes, question
from tests.benchmarks.routing.cases import case
from tests.benchmarks.routing.contestants import contestant


def main() -> None:
    family, name, solver, allowed, threads, seed = question()
    problem = case(family, name).problem
    ask = contestant(solver).load()
    began = time.monotonic()
    orders = ask(problem, allowed, seed, threads)
    seconds = time.monotonic() - began
    told = [[vehicle, list(ids)] for vehicle, ids in orders.items()]
    answer({"orders": told, "seconds": round(seconds, 2), "megabytes": megabytes(threads)})


if __name__ == "__main__":
    main()
