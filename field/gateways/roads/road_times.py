"""Travel times on roads: a MatrixSource over a network, with roads closed and opened while it runs.

A trip begins and ends at doors: the way from the door back to the vehicle, the drive, and the walk
to the next door. A point that lies on a road where the class may stand needs no walk.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import RLock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from field.domain.roads import WALK_MS, Stand
from field.domain.speeds import Factors
from field.gateways.roads.classes import CLOSED, FOOT, PROFILES
from field.gateways.roads.closures import Arcs, Rule, changes, laid
from field.gateways.roads.driving import Drive, Driving, Leaving
from field.gateways.roads.engine import NO_WAY, Engine, Table
from field.gateways.roads.measure import Numbers
from field.gateways.roads.network import Network
from field.gateways.roads.paced import paced_network
from field.gateways.roads.parts import edges_within
from field.gateways.roads.same_edge import along
from field.gateways.roads.standing import LOST_M, Spots, Standing, Stood, Streets
from routing.fault import ProblemFault
from routing.matrix import UNREACHABLE, Matrix
from routing.point import Point

Trip = tuple[Point, Point]
_PACES = 12  # kept ready: a week of work has few different ones


class EngineFor(Protocol):
    """Makes the engine of a class."""

    def __call__(self, who: int) -> Engine: ...

    def at(self, network: Network) -> "EngineFor":
        """Engines for the same network with other weights."""
        ...


@dataclass
class _Class:
    """What one class needs, made when it is first asked for."""

    engine: Engine
    base: NDArray[np.int64]
    weights: NDArray[np.int64]
    laid: dict[int, int]  # arcs that weigh something else today
    standing: Standing | None = None


class RoadTimes:
    """Seconds and metres by road. May be asked and told of closures from several threads."""

    def __init__(
        self,
        network: Network,
        engine_for: EngineFor,
        far_m: float = LOST_M,
        streets: Streets | None = None,
    ) -> None:
        self.network = network
        self._engine_for = engine_for
        self._arcs = Arcs.of(network)
        self._spots = Spots(network, self._arcs)
        self._streets = streets or Streets(network, far_m)
        self._leaving = Leaving(network)
        self._classes: dict[int, _Class] = {}
        self._closures: tuple[Rule, ...] = ()
        self._paced: dict[str, RoadTimes] = {}
        self._lock = RLock()

    def matrix(self, points: Sequence[Point], profile: str, at: datetime | None = None) -> Matrix:  # noqa: ARG002  # see paced
        with self._lock:
            stands = self._stands(points, profile)
            known = [stood for stood in stands if stood is not None]
            distinct = {stood.where: number for number, stood in enumerate(known)}
            rows = {where: row for row, where in enumerate(distinct)}
            ms, cm = self._table([known[number] for number in distinct.values()], profile)
        row = np.array([rows[stood.where] if stood else -1 for stood in stands], np.int64)
        walks = np.array([stood.walk_m if stood else 0.0 for stood in stands])
        return _matrix(ms, cm, row, walks, points)

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:
        """For each door where the vehicle stands; None where it does not get."""
        with self._lock:
            found = self._stands(points, profile)
            standing = self._standing(profile)
            return [Stand(*standing.place(each), each.walk_m) if each else None for each in found]

    def paced(self, factors: Factors) -> "RoadTimes":
        """The same roads at the speeds of some hours, over the same hierarchy.

        What is closed when it is asked for is closed there too.
        """
        key = repr(sorted((who, sorted(own.items())) for who, own in factors.items()))
        with self._lock:
            twin = self._paced.get(key)
            if twin is None:
                network = paced_network(self.network, factors)
                engine_for = self._engine_for.at(network)
                twin = RoadTimes(network, engine_for, streets=self._streets)
                while len(self._paced) >= _PACES:
                    del self._paced[next(iter(self._paced))]
                self._paced[key] = twin
            twin.close(self._closures)
            return twin

    def drives(self, trips: Sequence[Trip], profile: str) -> list[Drive | None]:
        """The way from stand to stand for each trip; None where there is none."""
        points = [point for trip in trips for point in trip]
        with self._lock:
            stands, state = self._stands(points, profile), self._class(profile)
            known = [stood for stood in stands if stood is not None]
            spots = iter(self._spots.spots(known, state.weights))
            ends = [None if stood is None else next(spots) for stood in stands]
            driving = Driving(self.network, state.weights, self._leaving)
            return [
                driving.between(origin, target, state.engine) if origin and target else None
                for origin, target in zip(ends[::2], ends[1::2], strict=True)
            ]

    def close(self, rules: Iterable[Rule]) -> None:
        """From now on these rules hold, and no others; the network itself stays as it is."""
        wanted = tuple(rules)
        with self._lock:
            if wanted == self._closures:
                return
            self._closures = wanted
            for who, state in self._classes.items():
                self._apply(who, state)

    @contextmanager
    def under(self, rules: Iterable[Rule]) -> Iterator[None]:
        """Hold these rules until the block ends, whatever other threads ask for meanwhile."""
        with self._lock:
            self.close(rules)
            yield

    def _apply(self, who: int, state: _Class) -> None:
        after = laid(self._closures, who, self.network, self._arcs)
        if new := changes(state.laid, after, state.base):
            state.engine.reweigh(new)
            state.weights[list(new)] = list(new.values())
        state.laid, state.standing = after, None

    def _class(self, profile: str) -> _Class:
        if profile not in PROFILES:
            raise ProblemFault("no_matrix", profile=profile)
        who = PROFILES.index(profile)
        if who not in self._classes:
            base = self.network.arc_weights(who)
            state = _Class(self._engine_for(who), base, base.copy(), {})
            self._apply(who, state)
            self._classes[who] = state
        return self._classes[who]

    def _standing(self, profile: str) -> Standing:
        state = self._class(profile)
        if state.standing is None:
            who = PROFILES.index(profile)
            shut = self._shut_edges(who)
            if state.laid:  # what lies behind a closed road is cut off with it
                usable = self.network.usable[who] & edges_within(self.network, state.weights)
                shut = np.union1d(shut, np.flatnonzero(~usable))
            state.standing = Standing.of(self._streets, who, shut, self._shut_edges(FOOT))
        return state.standing

    def _shut_edges(self, who: int) -> NDArray[np.int64]:
        """Edges that are closed today whichever way one comes."""
        weights = laid(self._closures, who, self.network, self._arcs)
        base = self.network.ms[:, :, who]
        edges = {int(self.network.topology.arc[arc]) // 2 for arc in weights}
        shut = [
            edge
            for edge in sorted(edges)
            if all(weights.get(2 * edge + side, base[edge, side]) == CLOSED for side in (0, 1))
        ]
        return np.array(shut, np.int64)

    def _stands(self, points: Sequence[Point], profile: str) -> list[Stood | None]:
        places = np.array([(point.lat, point.lon) for point in points], np.float64)
        return self._standing(profile).stands(places.reshape(-1, 2))

    def _table(self, stands: Sequence[Stood], profile: str) -> tuple[Table, Table]:
        if not stands:
            return np.zeros((0, 0), np.int32), np.zeros((0, 0), np.int32)
        state = self._class(profile)
        spots = self._spots.spots(stands, state.weights)
        ms, cm = state.engine.table(spots)
        along(spots, state.weights, self.network.cm, (ms, cm))
        return ms, cm


def _matrix(
    ms: Table,
    cm: Table,
    row: NDArray[np.int64],
    walks: Numbers,
    points: Sequence[Point],
) -> Matrix:
    """Whole seconds, rounded up, and metres: from door to door with both walks."""
    count = len(points)
    seconds, metres = (np.full((count, count), UNREACHABLE, np.int32) for _ in range(2))
    reached = np.flatnonzero(row >= 0)
    columns, ends = row[reached], walks[reached]
    for number in reached:  # row by row: a large matrix is held once, not five times
        way, long = ms[row[number]][columns], cm[row[number]][columns]
        walk = walks[number] + ends
        took = np.ceil(way / 1000 + walk / WALK_MS)
        seconds[number, reached] = np.where(way == NO_WAY, UNREACHABLE, took)
        metres[number, reached] = np.where(way == NO_WAY, UNREACHABLE, np.rint(long / 100 + walk))
    for numbers in _same_places(points):
        seconds[numbers] = metres[numbers] = 0
    return Matrix(seconds, metres)


def _same_places(points: Sequence[Point]) -> Iterator[tuple[NDArray[np.intp], ...]]:
    """No way leads from a place to itself, nor to another name of it."""
    together: dict[Point, list[int]] = {}
    for number, point in enumerate(points):
        together.setdefault(point, []).append(number)
    for numbers in together.values():
        yield np.ix_(numbers, numbers)
