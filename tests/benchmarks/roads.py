"""Roads measured on a made city of 75,000 junctions: speed, and that nothing is wrong.

Each step runs in a process of its own, so that its memory can be told.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np

from field.domain.closures import Effect, Shape, Stretch
from field.domain.place import Point as Place
from field.gateways.roads.classes import PROFILES
from field.gateways.roads.edges import cut
from field.gateways.roads.engine import Engine
from field.gateways.roads.importing import city_area, import_map
from field.gateways.roads.network import Network
from field.gateways.roads.network_file import read_network, write_network
from field.gateways.roads.opening import Dijkstras, hierarchies, open_roads, with_order
from field.gateways.roads.read_osm import read_osm
from field.gateways.roads.restrictions import Reader
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.stretches import Ground, rules_of
from field.gateways.roads.survey import Origin
from field.gateways.roads.turns import Bans, expand
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point
from tests.benchmarks.made_city import make_city, some_places, write_city

CITY = "32.71"
Found = TypeVar("Found")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        extract, kept = Path(folder) / "kota.osm.pbf", Path(folder) / "kota.roads"
        write_city(make_city(), extract)
        for step in (imported, loaded, large_matrix, small_matrices, equal_to_dijkstra, lengths):
            _alone(step, extract, kept)
        _alone(turns, extract, kept)


def _alone(step: Callable[[Path, Path], list[str]], extract: Path, kept: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        lines, peak = pool.submit(_measured, step, extract, kept).result()
    say(f"roads, {step.__name__.replace('_', ' ')} (peak {peak:.0f} MB):")
    for line in lines:
        say(f"  {line}")


def _measured(
    step: Callable[[Path, Path], list[str]], extract: Path, kept: Path
) -> tuple[list[str], float]:
    lines = step(extract, kept)
    return lines, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@dataclass(frozen=True)
class Took:
    """Time by the clock, and of all cores together: what tells on a busy machine."""

    wall: float
    cores: float

    def __str__(self) -> str:
        if self.wall < 1:
            return f"{self.wall * 1000:.0f} ms ({self.cores * 1000:.0f} ms of a core)"
        return f"{self.wall:.1f} s ({self.cores:.1f} s of a core)"


def _timed(act: Callable[[], Found]) -> tuple[Took, Found]:
    began, spent = time.perf_counter(), time.process_time()
    found = act()
    return Took(time.perf_counter() - began, time.process_time() - spent), found


def imported(extract: Path, kept: Path) -> list[str]:
    def act() -> Network:
        network = import_map(extract, CITY, datetime.now(UTC), Origin("", "", ""))  # noqa: TID251 - no service here
        write_network(network, kept)
        return network

    took, network = _timed(act)
    size = kept.stat().st_size / 2**20
    counts = network.about.counts
    return [
        f"import of {counts['junctions']} junctions, {counts['edges']} edges, "
        f"{counts['turns']} turns: {took} (goal 20 s, 1 GB); file {size:.1f} MB"
    ]


def loaded(extract: Path, kept: Path) -> list[str]:  # noqa: ARG001 - each step takes both
    took, roads = _timed(lambda: open_roads(read_network(kept)))
    first, _ = _timed(lambda: roads.matrix(list(_doors(1, 2)), "motor"))
    return [f"load at start: {took} (goal 1 s); first question of a class {first} more"]


def large_matrix(extract: Path, kept: Path) -> list[str]:  # noqa: ARG001 - likewise
    roads = open_roads(read_network(kept))
    doors = list(_doors(2, 4_300))
    took, matrix = _timed(lambda: roads.matrix(doors, "motor"))
    return [f"{_shape(matrix)}: {took} (goal 15 s, 1 GB)"]


def small_matrices(extract: Path, kept: Path) -> list[str]:  # noqa: ARG001 - likewise
    roads = open_roads(read_network(kept))
    doors = list(_doors(3, 60))
    before = {profile: roads.matrix(doors, profile) for profile in PROFILES}
    usual = min(
        (_timed(lambda: roads.matrix(doors, "mobil"))[0] for _ in range(9)),
        key=lambda took: took.wall,
    )
    shut = [_drawn(roads.network, edge) for edge in _some_edges(roads.network, 50)]
    prepared, ground = _timed(lambda: Ground(roads.network))

    def close_and_ask() -> Matrix:
        roads.close(rules_of(shut, ground))
        return roads.matrix(doors, "mobil")

    took, closed = _timed(close_and_ask)
    slower = (closed.durations > before["mobil"].durations).sum()
    same = all(roads.matrix(doors, other) == before[other] for other in ("motor", "foot"))
    roads.close([])
    again = roads.matrix(doors, "mobil") == before["mobil"]
    return [
        f"{_shape(closed)}: {usual} (goal 50 ms)",
        f"50 roads drawn as closed, found, and the next matrix: {took} (goal 500 ms; once before "
        f"{prepared}), "
        f"{slower} pairs slower; other classes unchanged: {same}; as before when opened: {again}",
    ]


def _drawn(network: Network, edge: int) -> Stretch:
    """An edge as somebody would draw it along the road."""
    points = tuple(Place(lat, lon) for lat, lon in network.shape(edge))
    return Stretch(Shape.LINE, points, Effect.CLOSED, frozenset({"mobil"}))


def equal_to_dijkstra(extract: Path, kept: Path) -> list[str]:  # noqa: ARG001 - likewise
    network = read_network(kept)
    shared, plain = hierarchies(network), Dijkstras(network)
    lines = []
    for who, profile in enumerate(PROFILES):
        engines = shared(who), plain(who)
        pairs = _pairs(network, who, 200)
        wrong = _different(engines, pairs)
        arcs = [arc for edge in _some_edges(network, 50) for arc in (2 * edge, 2 * edge + 1)]
        for engine in engines:
            engine.reweigh(dict.fromkeys(arcs, 2**31 - 1))
        lines.append(
            f"{profile}: 200 pairs against scipy's Dijkstra, {wrong} differ; "
            f"after a closure {_different(engines, pairs)} differ (goal 0)"
        )
    return lines


def lengths(extract: Path, kept: Path) -> list[str]:  # noqa: ARG001 - likewise
    network = read_network(kept)
    doors = list(_doors(4, 150))
    both = open_roads(network), RoadTimes(network, Dijkstras(network))
    lines = []
    for profile in PROFILES:
        fast, exact = (roads.matrix(doors, profile) for roads in both)
        known = (exact.durations < UNREACHABLE) & (exact.durations > 0)
        seconds = int((fast.durations != exact.durations).sum())
        apart = np.abs(fast.distances[known].astype(np.int64) - exact.distances[known])
        share = np.percentile(apart / np.maximum(exact.distances[known], 1), 99)
        lines.append(
            f"{profile}: metres at p99 within {np.percentile(apart, 99):.0f} m and {share:.2%} "
            f"(goal 50 m, 0.5 %) of {known.sum()} pairs; seconds that differ: {seconds}"
        )
    return lines


def turns(extract: Path, kept: Path) -> list[str]:
    network = read_network(kept)
    survey = read_osm(extract)
    bans = Reader(cut(survey, city_area(CITY))).bans(survey.turns)
    pairs = _pairs(network, 1, 2_000)
    kept_to = _driven_bans(network, hierarchies(network)(1), pairs, bans)
    free = _without_bans(network)
    control = _driven_bans(free, hierarchies(free)(1), pairs, bans)
    return [f"2,000 routes: {kept_to} banned turns (goal 0); without the ban {control} (over 100)"]


def _without_bans(network: Network) -> Network:
    bare = expand(network.topology.junctions, network.tail, network.head, {})
    main = network.main[:, : bare.nodes]
    values = {**vars(network), "topology": bare, "main": main, "order": np.zeros(0, np.uint32)}
    return with_order(Network(**{name: values[name] for name in Network.__dataclass_fields__}))


def _driven_bans(network: Network, engine: Engine, pairs: list[tuple[int, int]], bans: Bans) -> int:
    longest, count = max(map(len, bans)), 0
    for pair in pairs:
        way = engine.way(*pair)
        driven = tuple(network.topology.arc[list(way.arcs)].tolist()) if way else ()
        count += sum(
            bool(bans.get(driven[start : start + size], 0) & 2)
            for start in range(len(driven))
            for size in range(2, longest + 1)
        )
    return count


def _different(engines: tuple[Engine, Engine], pairs: list[tuple[int, int]]) -> int:
    one, other = ([_ms(engine, *pair) for pair in pairs] for engine in engines)
    return sum(here != there for here, there in zip(one, other, strict=True))


def _ms(engine: Engine, begin: int, end: int) -> int | None:
    way = engine.way(begin, end)
    return way.ms if way else None


def _pairs(network: Network, who: int, count: int) -> list[tuple[int, int]]:
    chance = Random(5)  # noqa: S311 - streets, not secrets
    main = np.flatnonzero(network.main[who, : network.topology.junctions]).tolist()
    return [(chance.choice(main), chance.choice(main)) for _ in range(count)]


def _some_edges(network: Network, count: int) -> list[int]:
    wide = np.flatnonzero(np.isin(network.kind, [network.kinds.index("secondary")]))
    return Random(6).sample(wide.tolist(), count)  # noqa: S311 - likewise


def _doors(seed: int, count: int) -> Iterator[Point]:
    return (Point(*place) for place in some_places(seed, count))


def _shape(matrix: Matrix) -> str:
    reached = (matrix.durations < UNREACHABLE).mean()
    return f"matrix {matrix.size} x {matrix.size}, times and metres, {reached:.0%} reached"
