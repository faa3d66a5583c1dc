"""A case by its family and name."""

from tests.benchmarks.routing.families import Case, best_known


def case(family: str, name: str) -> Case:
    return Case(family, name, best_known().get((family, name)))
