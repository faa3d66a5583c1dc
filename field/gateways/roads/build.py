"""From a survey to a network: cut, weigh, forbid turns, find the islands."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.area import Area
from field.gateways.roads.classes import CLOSED, PROFILES
from field.gateways.roads.edges import Edge, Pieces, cut
from field.gateways.roads.measure import Plane
from field.gateways.roads.network import About, Ints, Network
from field.gateways.roads.parts import largest_part
from field.gateways.roads.restrictions import Reader
from field.gateways.roads.survey import Place, Survey
from field.gateways.roads.turns import Topology, expand

_LEAST_MS = 1  # an edge without length, past a barrier
_NO_ORDER = np.zeros(0, np.uint32)


def build(survey: Survey, area: Area, city: str) -> Network | None:
    """Return the network within the area; None when no road lies in it."""
    pieces = cut(survey, area)
    if not pieces.edges:
        return None
    reader = Reader(pieces)
    bans = reader.bans(survey.turns)
    numbers = _numbers(pieces.edges)
    tail = np.array([numbers[edge.tail] for edge in pieces.edges], np.int32)
    head = np.array([numbers[edge.head] for edge in pieces.edges], np.int32)
    spots = [survey.nodes[pieces.places.get(number, number)] for number in numbers]
    shapes = [[survey.nodes[ref] for ref in edge.shape] for edge in pieces.edges]
    cm = _lengths(shapes)
    ms = _weights(pieces.edges, cm)
    topology = expand(len(numbers), tail, head, bans)
    main = np.array([_main(topology, ms, who) for who in range(len(PROFILES))])
    parts = (tail, head, cm, ms, topology, main)
    network = _network(survey, city, pieces, spots, shapes, parts)
    network.about.counts["turns"] = reader.read
    return network


Parts = tuple[Ints, Ints, Ints, Ints, Topology, NDArray[np.bool_]]


def _network(
    survey: Survey,
    city: str,
    pieces: Pieces,
    spots: Sequence[Place],
    shapes: Sequence[Sequence[Place]],
    parts: Parts,
) -> Network:
    tail, head, cm, ms, topology, main = parts
    edges, origin = pieces.edges, survey.origin
    names, name = _table([edge.ruling.name for edge in edges])
    kinds, kind = _table([edge.ruling.kind for edge in edges])
    flat = _coordinates([place for shape in shapes for place in shape])
    lat, lon = _coordinates(spots)
    network = Network(
        about=About(city, origin.source, origin.licence, origin.date),
        lat=lat,
        lon=lon,
        tail=tail,
        head=head,
        cm=cm,
        ms=ms,
        way=np.array([edge.way for edge in edges], np.int64),
        name=name,
        kind=kind.astype(np.uint8),
        stops=np.array([edge.ruling.stops for edge in edges]),
        bridge=np.array([edge.ruling.bridge for edge in edges]),
        circle=np.array([edge.ruling.circle for edge in edges]),
        shape_start=np.cumsum([0, *map(len, shapes)]).astype(np.int32),
        shape_lat=flat[0],
        shape_lon=flat[1],
        names=names,
        kinds=kinds,
        topology=topology,
        main=main,
        order=_NO_ORDER,
    )
    network.about.counts.update(_counts(network))
    network.about.doubts.update(pieces.doubts)
    return network


def _numbers(edges: Sequence[Edge]) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for edge in edges:
        numbers.setdefault(edge.tail, len(numbers))
        numbers.setdefault(edge.head, len(numbers))
    return numbers


def _lengths(shapes: Sequence[Sequence[Place]]) -> Ints:
    places = np.array([place for shape in shapes for place in shape])
    starts = np.cumsum([0, *map(len, shapes)])
    steps = Plane.around(places).steps(places)
    total = np.concatenate([[0.0], np.cumsum(steps)])
    metres = total[starts[1:] - 1] - total[starts[:-1]]
    lengths: Ints = np.rint(metres * 100).astype(np.int32)
    return lengths


def _weights(edges: Sequence[Edge], cm: Ints) -> Ints:
    """Milliseconds [edge, direction, class] by the speeds of the rulings."""
    speeds = np.array([(edge.ruling.forward, edge.ruling.backward) for edge in edges])
    with np.errstate(divide="ignore", invalid="ignore"):
        ms = np.rint(cm[:, None, None] * 10 / speeds)
    ms = np.where(speeds > 0, np.clip(ms, _LEAST_MS, CLOSED - 1), CLOSED)
    return ms.astype(np.int32)


def _main(topology: Topology, ms: Ints, who: int) -> NDArray[np.bool_]:
    is_open = ms[:, :, who].reshape(-1)[topology.arc] != CLOSED
    is_open &= (topology.banned >> who) & 1 == 0
    return largest_part(topology, is_open)


def _coordinates(places: Sequence[Place]) -> tuple[Ints, Ints]:
    found = np.rint(np.array(places).reshape(-1, 2) * 1e7).astype(np.int32)
    return np.ascontiguousarray(found[:, 0]), np.ascontiguousarray(found[:, 1])


def _table(words: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    numbers: dict[str, int] = {}
    column = [numbers.setdefault(word, len(numbers)) for word in words]
    return tuple(numbers), np.array(column, np.int32)


def _counts(network: Network) -> dict[str, int]:
    """Junctions, edges, ways, turns; metres of road for each class, and of them on islands."""
    counts = {
        "junctions": network.topology.junctions,
        "edges": network.edges,
        "ways": len(np.unique(network.way[network.way > 0])),
        "bridges": int(network.bridge.sum()),
    }
    for who, profile in enumerate(PROFILES):
        open_ = (network.ms[:, :, who] != CLOSED).any(axis=1)
        counts[f"{profile}_m"] = int(network.cm[open_].sum(dtype=np.int64) // 100)
        lost = open_ & ~network.usable[who]
        counts[f"{profile}_island_m"] = int(network.cm[lost].sum(dtype=np.int64) // 100)
    return counts
