"""Small streets made by chance, and a yardstick that walks arcs one by one."""

from collections.abc import Iterator
from heapq import heappop, heappush
from random import Random

from field.gateways.roads.area import Area
from field.gateways.roads.build import build
from field.gateways.roads.classes import CLOSED
from field.gateways.roads.edges import cut
from field.gateways.roads.network import Network
from field.gateways.roads.restrictions import Reader
from field.gateways.roads.survey import Origin, Survey, Turn, Way
from field.gateways.roads.turns import Bans

EVERYWHERE = Area(-90, -180, 90, 180)
_KINDS = ("primary", "residential", "service", "footway", "living_street")
_NO = ("no_left_turn", "no_u_turn", "no_straight_on")
_ONLY = ("only_right_turn", "only_straight_on")


def by_seed(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - streets, not secrets


def survey(chance: Random, side: int = 6) -> Survey:
    """A grid with gaps, one-way streets, gang, and turns that are banned, by node and by way."""
    made = Survey(Origin("made", "", ""))
    for number in range(side * side):
        row, column = divmod(number, side)
        wobble = chance.uniform(-3e-4, 3e-4)
        made.nodes[number + 1] = (-6.6 + row / 1000 + wobble, 106.8 + column / 1000 - wobble)
    for begin, end in _neighbours(side):
        if chance.random() < 0.85:
            tags = {"highway": chance.choice(_KINDS)}
            if chance.random() < 0.25:
                tags["oneway"] = chance.choice(("yes", "-1"))
            made.ways.append(Way(len(made.ways) + 1, (begin, end), tags))
    for number in range(side):
        made.turns.extend(_turn(made, chance, number + 1))
    return made


def _neighbours(side: int) -> Iterator[tuple[int, int]]:
    for number in range(1, side * side + 1):
        if number % side:
            yield number, number + 1
        if number + side <= side * side:
            yield number, number + side


def _turn(made: Survey, chance: Random, number: int) -> Iterator[Turn]:
    """One way after another, from a way taken by chance: two, or three with a way between."""
    first = chance.choice(made.ways)
    node = chance.choice(first.refs)
    seconds = [way for way in made.ways if node in way.refs and way is not first]
    if not seconds:
        return
    second = chance.choice(seconds)
    kind = chance.choice(_NO if chance.random() < 0.7 else _ONLY)
    tags = {"restriction": kind} | ({"except": "motorcycle"} if chance.random() < 0.3 else {})
    other = next(ref for ref in second.refs if ref != node)
    thirds = [way for way in made.ways if other in way.refs and way is not second]
    if thirds and chance.random() < 0.4:
        third = chance.choice(thirds)
        yield Turn(number, first.id, None, (second.id,), third.id, tags)
    else:
        yield Turn(number, first.id, node, (), second.id, tags)


def streets(made: Survey) -> Network:
    network = build(made, EVERYWHERE, "made")
    assert network is not None
    return network


def bans(made: Survey) -> Bans:
    return Reader(cut(made, EVERYWHERE)).bans(made.turns)


def plainly(network: Network, banned: Bans, who: int, begin: int) -> dict[int, int]:
    """Milliseconds from a junction to each: every way is its last arcs, nothing is prepared."""
    longest = max(map(len, banned), default=2)
    weights = network.ms[:, :, who].reshape(-1).tolist()
    leaving: dict[int, list[int]] = {}
    for edge, ends in enumerate(zip(network.tail.tolist(), network.head.tolist(), strict=True)):
        for side, junction in enumerate(ends):
            leaving.setdefault(junction, []).append(2 * edge + side)
    reached: dict[int, int] = {}
    seen: set[tuple[int, tuple[int, ...]]] = set()
    waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, begin, ())]
    while waiting:
        ms, junction, last = heappop(waiting)
        if (junction, last) in seen:
            continue
        seen.add((junction, last))
        reached.setdefault(junction, ms)
        for arc in leaving.get(junction, ()):
            driven = (*last, arc)
            if weights[arc] == CLOSED or forbidden(driven, banned, who):
                continue
            far = network.tail if arc % 2 else network.head
            onward = driven[-(longest - 1) :]
            heappush(waiting, (ms + weights[arc], int(far[arc // 2]), onward))
    return reached


def forbidden(driven: tuple[int, ...], banned: Bans, who: int) -> bool:
    """Whether a banned chain ends here."""
    return any(banned.get(driven[start:], 0) >> who & 1 for start in range(len(driven)))
