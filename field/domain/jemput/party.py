"""Parties: who of a household rides together, when no car takes them all."""

from collections.abc import Collection, Sequence

from field.domain.jemput.needs import Rider, Spaces, spaces_of


def parties(riders: Sequence[Rider], cars: Collection[Spaces]) -> list[list[int]]:
    """Split a household among as few cars as first come, first seated gives.

    Args:
        riders: the household, in the order in which it was told; companions stay with theirs.
        cars: what the cars in service take; none: nobody knows yet, and all stay together.

    Returns:
        The places in `riders` of each party. Who fits no car is a party of his own.
    """
    found: list[list[int]] = []
    for place, rider in enumerate(riders):
        for party in found:
            together = spaces_of([rider, *(riders[one] for one in party)])
            if not cars or any(together.within(car) for car in cars):
                party.append(place)
                break
        else:
            found.append([place])
    return found
