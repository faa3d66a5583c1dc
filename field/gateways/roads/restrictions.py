"""Turn relations as chains of arcs: `no_*` bans one way on, `only_*` bans all the others."""

from collections.abc import Iterator, Sequence

from field.gateways.roads.classes import BIT, DRIVEN
from field.gateways.roads.edges import Pieces
from field.gateways.roads.survey import Turn
from field.gateways.roads.turns import Bans, Chain

_EXCEPT = {
    "motorcycle": BIT["motor"],
    "motorcar": BIT["mobil"],
    "motor_vehicle": DRIVEN,
    "foot": BIT["foot"],
}


class Reader:
    """Looks turns up among the edges; what is unclear becomes a doubt and bans nothing."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.leaving: dict[int, list[int]] = {}
        self.ways = {edge.way for edge in pieces.edges}
        self.read = 0
        for number, edge in enumerate(pieces.edges):
            self.leaving.setdefault(edge.tail, []).append(2 * number)
            self.leaving.setdefault(edge.head, []).append(2 * number + 1)

    def bans(self, turns: Sequence[Turn]) -> Bans:
        found: Bans = {}
        for turn in turns:
            if not {turn.origin, turn.target} <= self.ways:
                continue  # beyond the edge of the map
            classes = _classes(turn)
            kind = next((v for k, v in turn.tags.items() if k.startswith("restriction")), "")
            if not classes or not kind.startswith(("no_", "only_")):
                self.pieces.doubt("turn_unclear", turn.id)
                continue
            chains = list(self._chains(turn, kind))
            if not chains:
                self.pieces.doubt("turn_unclear", turn.id)
            for chain in chains:
                found[chain] = found.get(chain, 0) | classes
            self.read += bool(chains)
        for chain, classes in list(found.items()):
            for trick in self._tricks(chain):
                found[trick] = found.get(trick, 0) | classes
        return found

    def _tricks(self, banned: Chain) -> Iterator[Chain]:
        """Driving on and turning round at the very next junction, unless the road ends there."""
        *middle, target = banned
        for onward in self.leaving[self._tail(target)]:
            if onward not in (target, middle[-1] ^ 1) and len(self.leaving[self._head(onward)]) > 1:
                yield (*middle, onward, onward ^ 1)

    def _chains(self, turn: Turn, kind: str) -> Iterator[Chain]:
        for begin in self._into(turn):
            for middle in self._along(begin, turn.via_ways):
                after = self._head(middle[-1])
                onward = self._of_way(after, turn.target, kind, middle[-1])
                if len(onward) != 1:
                    continue  # none, or the way runs on through the junction: which half?
                if kind.startswith("no_"):
                    yield (*middle, onward[0])
                else:
                    yield from (
                        (*middle, arc)
                        for arc in self.leaving[after]
                        if arc not in (onward[0], middle[-1] ^ 1)
                    )

    def _into(self, turn: Turn) -> list[Chain]:
        """The arcs of the first way that come to where the turn begins, if that is clear."""
        if turn.via_node is not None:
            out = self._of_way(turn.via_node, turn.origin, "", -1)
            return [(out[0] ^ 1,)] if len(out) == 1 else []
        first = {self._tail(arc) for arc in self._arcs(turn.via_ways[0])}
        return [(arc,) for arc in self._arcs(turn.origin) if self._head(arc) in first]

    def _along(self, begin: Chain, ways: tuple[int, ...]) -> Iterator[Chain]:
        """Follow whole ways one after another; each may be several edges."""
        if not ways:
            yield begin
            return
        for arc in self._of_way(self._head(begin[-1]), ways[0], "", begin[-1]):
            chain = (*begin, arc)
            yield from self._along(chain, ways[1:])
            while onward := self._of_way(self._head(chain[-1]), ways[0], "", chain[-1]):
                if onward[0] in chain:
                    break  # a way that runs in a circle
                chain = (*chain, onward[0])
                yield from self._along(chain, ways[1:])

    def _of_way(self, node: int, way: int, kind: str, came: int) -> list[int]:
        """The arcs of a way that leave a junction; back where one came from only as a U-turn."""
        back = came ^ 1 if came >= 0 and kind != "no_u_turn" else None
        edges = self.pieces.edges
        leaving = self.leaving.get(node, [])
        return [arc for arc in leaving if edges[arc // 2].way == way and arc != back]

    def _arcs(self, way: int) -> Iterator[int]:
        for number, edge in enumerate(self.pieces.edges):
            if edge.way == way:
                yield from (2 * number, 2 * number + 1)

    def _tail(self, arc: int) -> int:
        edge = self.pieces.edges[arc // 2]
        return edge.head if arc % 2 else edge.tail

    def _head(self, arc: int) -> int:
        return self._tail(arc ^ 1)


def _classes(turn: Turn) -> int:
    """Whom a turn concerns: who drives, unless it names one class or excepts some."""
    classes = 0
    for key in turn.tags:
        if key == "restriction":
            classes |= DRIVEN
        elif key.startswith("restriction:"):
            classes |= _EXCEPT.get(key.partition(":")[2], 0)
    for who in turn.tags.get("except", "").split(";"):
        classes &= ~_EXCEPT.get(who.strip(), 0)
    return classes
