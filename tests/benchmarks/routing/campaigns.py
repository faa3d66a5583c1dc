"""A campaign measured in a process of its own: spread over its days, then each day routed."""

import time
from collections import Counter

from routing import Budget
from routing.campaign.days import spread
from routing.crow_flies import CrowFlies
from routing.parts import problems
from routing.solve import solve_parts
from tests.benchmarks.routing.apart import Failed, answer, megabytes, question, side_by_side
from tests.benchmarks.routing.bogor_campaign import SIZES, campaign
from tests.benchmarks.routing.race import Judged, failed, judged, recorded
from tests.benchmarks.routing.record import Entry, Record


def measured(entry: Entry) -> Record:
    """`allowed` is for the routes of all its days."""
    try:
        (told,) = side_by_side(__name__, [entry], entry.allowed)
    except Failed as failure:
        return failed(entry, failure)
    return recorded(entry, Judged(**told["judged"]), [told])


def main() -> None:
    _, name, _, allowed, threads, seed = question()
    given = campaign(SIZES[name])
    began = time.monotonic()
    days = spread(given, CrowFlies())
    found = []
    for day in days:
        apart = list(problems(day, CrowFlies()))
        budget = Budget(seconds=allowed * len(day.jobs) / len(given.jobs))
        plans = solve_parts(apart, budget, seed, threads=threads)
        found += [judged(*each) for each in zip(apart, plans, strict=True)]
    seconds = round(time.monotonic() - began, 1)
    answer({"judged": vars(_summed(found)), "seconds": seconds, "megabytes": megabytes(threads)})


def _summed(parts: list[Judged]) -> Judged:
    return Judged(
        sum(part.cost for part in parts),
        sum(part.plan_cost for part in parts),
        sum(part.left_out for part in parts),
        sum(part.served for part in parts),
        dict(sum((Counter(part.violations) for part in parts), Counter())),
    )


if __name__ == "__main__":
    main()
