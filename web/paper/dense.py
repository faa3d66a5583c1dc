"""Finds the blocks of a map whose numbers stand too near to each other to be read."""

from collections.abc import Sequence

Spot = tuple[float, float]
Block = list[int]  # which spots

NEAR = 5.0  # mm: numbers of 7.4 mm would hide one another
FEWEST = 4  # a smaller heap is pushed apart on the map itself
WIDEST, HIGHEST = 34.0, 28.0  # what is wider would not become much larger in an inset


def dense_blocks(spots: Sequence[Spot]) -> list[Block]:
    """Return groups of neighbours, each small enough for an inset, in the order of the spots."""
    blocks = [part for group in _neighbours(spots) for part in _cut(group, spots)]
    return sorted(sorted(block) for block in blocks if len(block) >= FEWEST)


def _neighbours(spots: Sequence[Spot]) -> list[Block]:
    """Return which spots are joined by short steps from one to the next."""
    left = set(range(len(spots)))
    groups = []
    while left:
        group, fresh = set(), {min(left)}
        while fresh:
            left -= fresh
            group |= fresh
            fresh = {j for i in fresh for j in left if _near(spots[i], spots[j])}
        groups.append(sorted(group))
    return groups


def _near(one: Spot, other: Spot) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < NEAR**2


def _cut(group: Block, spots: Sequence[Spot]) -> list[Block]:
    """Halve a group along its longer side until each part is small enough."""
    xs, ys = [spots[i][0] for i in group], [spots[i][1] for i in group]
    wide, high = (max(xs) - min(xs)) / WIDEST, (max(ys) - min(ys)) / HIGHEST
    if max(wide, high) <= 1:
        return [group]
    side = 0 if wide >= high else 1
    middle = (min(spots[i][side] for i in group) + max(spots[i][side] for i in group)) / 2
    parts = (
        [i for i in group if spots[i][side] <= middle],
        [i for i in group if spots[i][side] > middle],
    )
    return [small for part in parts for small in _cut(part, spots)]
