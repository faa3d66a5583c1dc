"""One solver on one problem in a process of its own: its orders, its seconds, its memory.

The clock runs from the problem in memory to the orders: models are built within it, files are not.
"""

import json
import re
import resource
import sys
import time
from pathlib import Path

from tests.benchmarks.routing.cases import case
from tests.benchmarks.routing.contestants import contestant

MOST_BYTES = 6 * 2**30
"""Who asks for more fails, rather than the machine."""


def main() -> None:
    family, name, solver, allowed, threads, seed = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    problem = case(family, name).problem
    ask = contestant(solver).load()
    began = time.monotonic()
    orders = ask(problem, allowed, seed, threads)
    seconds = time.monotonic() - began
    told = {
        "orders": [[vehicle, list(ids)] for vehicle, ids in orders.items()],
        "seconds": round(seconds, 2),
        "megabytes": _megabytes(threads),
    }
    sys.stdout.write("\n" + json.dumps(told) + "\n")


def _megabytes(workers: int) -> int:
    """At most this much: the largest worker counts for each of them.

    What rusage tells of oneself begins with what the parent had: so the kernel is asked.
    """
    told = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    own = int(told[1]) if told else 0
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + workers * largest) // 1024


if __name__ == "__main__":
    main()
