"""Ways cut into edges: from one junction to the next, with what each class may do on them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from field.gateways.roads.access import passes, untold_barriers
from field.gateways.roads.area import Area
from field.gateways.roads.judge import Ruling, judge
from field.gateways.roads.survey import Survey

Run = tuple[int, Ruling, list[int]]  # way id, its ruling, its points inside the area


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of road; `shape` are its points from tail to head, both included."""

    way: int
    ruling: Ruling
    shape: tuple[int, ...]
    tail: int
    head: int


@dataclass(slots=True)
class Pieces:
    """Edges in the order of their ways. A number below 0 is one side of a barrier."""

    edges: list[Edge] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)  # side of a barrier -> its point
    doubts: dict[str, list[int]] = field(default_factory=dict)

    def doubt(self, code: str, where: int) -> None:
        self.doubts.setdefault(code, []).append(where)


def cut(survey: Survey, area: Area) -> Pieces:
    """Judge each way and cut it where ways meet or something stands in the way."""
    pieces = Pieces()
    runs = list(_runs(survey, area, pieces))
    uses = Counter(ref for _, _, refs in runs for ref in refs)
    ends = {ref for _, _, refs in runs for ref in (refs[0], refs[-1])}
    standing = {ref for ref in survey.barriers if ref in uses}
    stops = {ref for ref, times in uses.items() if times > 1} | ends | standing
    for way, ruling, refs in runs:
        pieces.edges += (
            Edge(way, ruling, tuple(shape), shape[0], shape[-1])
            for shape in _stretches(refs, stops)
        )
    for ref in sorted(standing):
        for doubt in untold_barriers(survey.barriers[ref]):
            pieces.doubt(doubt, ref)
    _put_up(survey, standing, pieces)
    return pieces


def _runs(survey: Survey, area: Area, pieces: Pieces) -> Iterator[Run]:
    for way in survey.ways:
        ruling = judge(way.tags)
        if ruling is None:
            continue
        found = False
        for run in area.runs(way.refs, survey.nodes):
            refs = [ref for n, ref in enumerate(run) if n == 0 or ref != run[n - 1]]
            if len(refs) > 1:
                found = True
                yield way.id, ruling, refs
        if found:
            for doubt in ruling.doubts:
                pieces.doubt(doubt, way.id)


def _stretches(refs: Sequence[int], stops: set[int]) -> Iterator[Sequence[int]]:
    begin = 0
    for number in range(1, len(refs)):
        if refs[number] in stops or number == len(refs) - 1:
            yield from _no_loop(refs[begin : number + 1])
            begin = number


def _no_loop(shape: Sequence[int]) -> Iterator[Sequence[int]]:
    """A stretch that comes back to where it began becomes two: engines know no loops."""
    if shape[0] != shape[-1]:
        yield shape
    elif len(shape) > 2:
        middle = len(shape) // 2
        yield shape[: middle + 1]
        yield shape[middle:]


def _put_up(survey: Survey, standing: set[int], pieces: Pieces) -> None:
    """Part the ways that meet at a barrier; who gets past it goes by an edge without length."""
    tips: dict[int, list[tuple[int, bool]]] = {}
    for number, edge in enumerate(pieces.edges):
        for ref, at_head in ((edge.tail, False), (edge.head, True)):
            if ref in standing and not all(passes(survey.barriers[ref])):
                tips.setdefault(ref, []).append((number, at_head))
    for ref, found in tips.items():
        if len(found) > 2:
            pieces.doubt("barrier_at_junction", ref)
        past = _past(passes(survey.barriers[ref]))
        for number, at_head in found[1:]:
            side = -len(pieces.places) - 1
            pieces.places[side] = ref
            edge = pieces.edges[number]
            tail, head = (edge.tail, side) if at_head else (side, edge.head)
            pieces.edges[number] = Edge(edge.way, edge.ruling, edge.shape, tail, head)
            pieces.edges.append(Edge(0, past, (ref, ref), ref, side))


def _past(may: tuple[bool, bool, bool]) -> Ruling:
    speeds = (float(may[0]), float(may[1]), float(may[2]))
    return Ruling(
        speeds, speeds, stops=False, bridge=False, circle=False, kind="barrier", name="", doubts=()
    )
