"""The big number of a route: one a courier and day, the same in every later version."""

from collections.abc import Iterable, Mapping


def numbered(couriers: Iterable[int], given: Mapping[int, int]) -> dict[int, int]:
    """Number couriers in their order; who has a number of this day already keeps it."""
    last = max(given.values(), default=0)
    numbers: dict[int, int] = {}
    for courier in couriers:
        if courier not in given:
            last += 1
        numbers[courier] = given.get(courier, last)
    return numbers
