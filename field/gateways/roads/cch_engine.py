"""Customizable contraction hierarchies (routingkit_cch): a city's matrix in seconds.

Its objects are not safe to share, and misuse raises an exception that `except Exception` does not
catch: so one lock guards them, each thread has queries of its own, and panics become errors.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from routingkit_cch import (
    CCH,
    CCHManyToOne,
    CCHMetric,
    CCHMetricPartialUpdater,
    CCHOneToMany,
    CCHQuery,
    compute_order_inertial,
)

from field.gateways.roads.classes import CLOSED
from field.gateways.roads.engine import NO_WAY, Found, Spot, Table, Tips
from field.gateways.roads.packing import Packing
from field.gateways.roads.turns import Topology

_THREADED = 32  # spots; below it a second thread costs more than it brings
_STRAY_MS = 3_000  # between both metrics; more is no rounding but another way, or an overflow


@dataclass(frozen=True)
class Hierarchy:
    """What all classes share: the topology, prepared once."""

    topology: Topology
    cch: CCH

    @classmethod
    def over(cls, topology: Topology, order: NDArray[np.uint32]) -> "Hierarchy":
        cch = CCH(
            order.tolist(),
            topology.tail.tolist(),
            topology.head.tolist(),
            filter_always_inf_arcs=False,
        )
        return cls(topology, cch)


def order_of(
    topology: Topology, lat: NDArray[np.float64], lon: NDArray[np.float64]
) -> NDArray[np.uint32]:
    """The order in which nodes are contracted: seconds of work, so it is kept in the file."""
    place = topology.copy_of
    order = compute_order_inertial(
        topology.nodes, topology.tail.tolist(), topology.head.tolist(),
        lat[place].tolist(), lon[place].tolist(),
    )  # fmt: skip
    return np.array(order, np.uint32)


class CchEngine:
    """An Engine for one class: one metric of exact milliseconds, one that carries lengths too."""

    def __init__(
        self,
        hierarchy: Hierarchy,
        ms: NDArray[np.int64],
        cm: NDArray[np.int64],
        main: NDArray[np.int64],
        speed: float | None = None,
    ) -> None:
        """Customise the hierarchy for one class.

        Args:
            hierarchy: what all classes share.
            ms: the weight of each of the engine's arcs.
            cm: how long it is.
            main: the nodes of the largest part.
            speed: in cm a ms; when it is the same everywhere, no second metric is needed.
        """
        self._lock = Lock()
        self._hierarchy, self._ms, self._cm, self._speed = hierarchy, ms, cm, speed
        self._times = CCHMetric(hierarchy.cch, ms.tolist())
        self._packing: Packing | None = None
        if speed is None and len(main):
            self._packing = self._spans(main, ms, cm)
            self._packed = self._all_packed(ms)
            self._lengths = CCHMetric(hierarchy.cch, self._packed.tolist())

    def table(self, spots: Sequence[Spot]) -> tuple[Table, Table]:
        exits, entries = Tips.of([s.exits for s in spots]), Tips.of([s.entries for s in spots])
        shape = (len(spots), len(spots))
        ms, cm = np.full(shape, NO_WAY), np.full(shape, NO_WAY)
        with self._lock, _no_panic():
            times = Sweep.of(exits, entries)
            lengths = Sweep.of(self._packed_tips(exits), self._packed_tips(entries))

            def fill(rows: range) -> list[tuple[int, int]]:
                ask = CCHOneToMany(self._times, times.pinned)
                ask_long = CCHOneToMany(self._lengths, times.pinned) if self._packing else None
                doubtful: list[tuple[int, int]] = []
                for row in rows:
                    ms[row] = times.row(ask, row)
                    if ask_long is None:
                        cm[row] = self._steady(ms[row])
                    else:
                        cm[row], far = self._parted(ms[row], lengths.row(ask_long, row))
                        doubtful += ((row, int(column)) for column in far)
                return doubtful

            for row, column in _in_threads(fill, len(spots)):
                cm[row, column] = self._driven(spots[row], spots[column])
        return ms, cm

    def way(self, origin: int, target: int) -> Found | None:
        with self._lock, _no_panic():
            found = CCHQuery(self._times).run(origin, target)
            if found.distance is None:
                return None
            return Found(found.distance, tuple(found.arc_path))

    def reweigh(self, changes: dict[int, int]) -> None:
        with self._lock, _no_panic():
            updater = CCHMetricPartialUpdater(self._hierarchy.cch)  # bound to its thread
            updater.apply(self._times, changes)
            if self._packing is not None:
                updater.apply(self._lengths, self._repacked(changes))

    def _spans(
        self, main: NDArray[np.int64], ms: NDArray[np.int64], cm: NDArray[np.int64]
    ) -> Packing:
        """No way is longer than to the middle and out again."""
        middle, nodes = int(main[len(main) // 2]), main.tolist()
        out = max(_numbers(CCHOneToMany(self._times, nodes).distances_from(middle)))
        into = max(_numbers(CCHManyToOne(self._times, nodes).distances_to(middle)))
        longest = float(out + into)
        fastest = np.max(cm / np.maximum(ms, 100), initial=0.1)
        return Packing.for_spans(longest, longest * float(fastest))

    def _all_packed(self, ms: NDArray[np.int64]) -> NDArray[np.int64]:
        """Neighbours share rounding along the plain arcs; a copy weighs what its arc weighs."""
        assert self._packing is not None  # noqa: S101 - for the type checker
        topology = self._hierarchy.topology
        plain = int(topology.arc.max(initial=-1)) + 1
        packed = self._packing.pack(ms[:plain], self._cm[:plain])[topology.arc]
        return np.where(ms >= CLOSED, CLOSED, packed)

    def _repacked(self, changes: dict[int, int]) -> dict[int, int]:
        """An arc that opens again weighs to the unit what it weighed before."""
        assert self._packing is not None  # noqa: S101 - for the type checker
        new: dict[int, int] = {}
        for arc, ms in changes.items():
            if ms == self._ms[arc]:
                new[arc] = int(self._packed[arc])
            elif ms >= CLOSED:
                new[arc] = CLOSED
            else:
                new[arc] = min(self._packing.one(ms, int(self._cm[arc])), CLOSED - 1)
        return new

    def _packed_tips(self, tips: Tips) -> Tips:
        if self._packing is None:
            return tips
        pairs = zip(tips.ms.tolist(), tips.cm.tolist(), strict=True)
        packed = np.array([self._packing.one(*pair) for pair in pairs], np.int64)
        return Tips(tips.node, packed, tips.cm, tips.start)

    def _steady(self, ms: Table) -> Table:
        lengths = np.rint(ms * (self._speed or 0.0))
        return np.where(ms == NO_WAY, NO_WAY, lengths).astype(np.int32)

    def _parted(self, ms: Table, packed: Table) -> tuple[Table, NDArray[np.int64]]:
        """A row's lengths, and where they are of another way than the times, or overflowed."""
        assert self._packing is not None  # noqa: S101 - for the type checker
        times, lengths = self._packing.parted(packed)
        apart = (packed == NO_WAY) | (np.abs(times - ms) > _STRAY_MS)
        cm = np.where(ms == NO_WAY, NO_WAY, lengths).astype(np.int32)
        return cm, np.flatnonzero(apart & (ms != NO_WAY))

    def _driven(self, origin: Spot, target: Spot) -> int:
        """Centimetres of the fastest way, arc by arc: exact, and for few pairs only."""
        query = CCHQuery(self._times)
        found = query.run_multi(
            [(tip.node, tip.ms) for tip in origin.exits],
            [(tip.node, tip.ms) for tip in target.entries],
        )
        nodes, arcs = found.node_path, found.arc_path
        ends = next(tip.cm for tip in origin.exits if tip.node == nodes[0])
        ends += next(tip.cm for tip in target.entries if tip.node == nodes[-1])
        return int(self._cm[list(arcs)].sum()) + ends


@dataclass(frozen=True)
class Sweep:
    """From one spot to all: every entry is pinned once, and each spot takes its best one."""

    pinned: list[int]
    column: NDArray[np.int64]
    reach: NDArray[np.int64]
    start: NDArray[np.int64]
    sources: list[list[tuple[int, int]]]

    @classmethod
    def of(cls, exits: Tips, entries: Tips) -> "Sweep":
        pinned, column = np.unique(entries.node, return_inverse=True)
        pairs = list(zip(exits.node.tolist(), exits.ms.tolist(), strict=True))
        ends = [*exits.start.tolist(), len(pairs)]
        sources = [pairs[begin:end] for begin, end in pairwise(ends)]
        return cls(pinned.tolist(), column, entries.ms, entries.start, sources)

    def row(self, query: CCHOneToMany, row: int) -> Table:
        """None becomes a nan on its way, and fmin takes the other entry where there is one."""
        found = query.distances_from_multi(self.sources[row])
        try:
            line = np.fromiter(found, np.float64, len(found))
        except TypeError:  # there is a None in it
            line = np.array(found, np.float64)
        best = np.fmin.reduceat(line[self.column] + self.reach, self.start)
        reached: Table = np.where(best < NO_WAY, best, NO_WAY).astype(np.int32)
        return reached


def _in_threads(
    fill: Callable[[range], list[tuple[int, int]]], count: int
) -> Iterator[tuple[int, int]]:
    threads = min(os.cpu_count() or 1, 4) if count > _THREADED else 1
    parts = [range(number, count, threads) for number in range(threads)]
    if threads == 1:
        yield from fill(parts[0])
        return
    with ThreadPoolExecutor(threads) as pool:
        for found in pool.map(fill, parts):
            yield from found


def _numbers(found: Sequence[int | None]) -> Iterator[int]:
    yield 0
    yield from (number for number in found if number is not None)


@contextmanager
def _no_panic() -> Iterator[None]:
    try:
        yield
    except BaseException as panic:
        if type(panic).__name__ == "PanicException":
            raise RuntimeError(f"routingkit_cch: {panic}") from panic
        raise
