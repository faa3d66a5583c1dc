"""A Problem made into the flat arrays of `data`."""

from collections.abc import Iterable, Sequence

import numpy as np

from routing.cost import LEFT_OUT, penalty
from routing.engines.ruin import columns as c
from routing.engines.ruin.build_fleet import Fleet
from routing.engines.ruin.compiled import Array
from routing.engines.ruin.data import Data
from routing.engines.ruin.near import nearest
from routing.matrix import UNREACHABLE
from routing.problem import Job, Kind, Problem
from routing.search import ShouldStop, never

THOROUGH = 110
"""With no more visits than this every place on every route is looked at."""
ADJACENT = 100
NEAR = 40
TORN = 101 * LEFT_OUT
"""The price of leaving out a delivery whose pickup is locked."""


def built(
    problem: Problem, visits: Sequence[Job], fleet_size: int, should_stop: ShouldStop = never
) -> Data:
    """The arrays of these visits; `fleet_size` counts the vehicles that balance is a mean of.

    Raises:
        Stopped: when asked to stop while it compares many visits.
    """
    return _Builder(problem, visits).data(fleet_size, should_stop)


class _Builder:
    def __init__(self, problem: Problem, visits: Sequence[Job]) -> None:
        self.problem = problem
        self.visits = visits
        self.number = {visit.id: n for n, visit in enumerate(visits)}
        self.locked = {u: n for n, each in enumerate(problem.vehicles) for u in each.locked}
        self.places = self._places()
        self.list: list[int] = []

    def _places(self) -> dict[int | None, int]:
        """The row of each location in our matrices, and of nowhere, the last."""
        ends = [place for each in self.problem.vehicles for place in (each.start, each.end)]
        used = {*(visit.location for visit in self.visits), *ends} - {None}
        places: dict[int | None, int] = {place: n for n, place in enumerate(sorted(used))}  # type: ignore[type-var]  # None was taken away
        return places | {None: len(places)}

    def data(self, fleet_size: int, should_stop: ShouldStop) -> Data:
        fleet = Fleet(self.problem, self.visits, self.places)
        node = self._nodes(fleet.ends, fleet.axes)
        ways, layers = self._ways(fleet.profiles, limited=fleet.limited)
        cost = ways[layers["paid"], 0]
        visits = len(self.visits)
        sizes = (min(visits - 1, ADJACENT), min(visits - 1, NEAR))
        near = nearest(node[:visits], ways[0, 0], cost, sizes, should_stop)
        return Data(
            visits=visits,
            vehicles=len(self.problem.vehicles),
            fleet_size=fleet_size,
            kinds=len(self.problem.kinds),
            axes=fleet.axes,
            balance=self.problem.balance,
            compact=self.problem.compact,
            thorough=int(visits <= THOROUGH),
            adjacents=sizes[0],
            **layers,
            node=node,
            fleet=fleet.fleet,
            rest=fleet.rest,
            stray=fleet.stray,
            ways=ways,
            near=np.concatenate(near, axis=1),
            order=self._order(node, cost, fleet.axes),
            list=np.array(self.list or [0], dtype=np.int64),
        )

    def _nodes(self, ends: Sequence[int], axes: int) -> Array:
        node = np.zeros((len(self.visits) + len(ends), c.DROP + 2 * axes), dtype=np.int64)
        node[:, [c.PARTNER, c.ORIGIN, c.GROUP, c.TIED]] = -1
        node[:, [c.CLOSES, c.RIDE]] = c.FAR
        node[:, c.OPENS] = -c.FAR
        node[len(self.visits) :, c.PLACE] = ends
        groups: dict[int, list[int]] = {}
        heirs: dict[int, list[int]] = {}
        for n, visit in enumerate(self.visits):
            self._plain(node[n], visit)
            if visit.group is not None:
                groups.setdefault(visit.group, []).append(n)
            before = [self.number[id_] for id_ in sorted(visit.after) if id_ in self.number]
            node[n, [c.AFTER_AT, c.AFTER_TO]] = self._listed(before)
            for other in before:
                heirs.setdefault(other, []).append(n)
        for n, those in heirs.items():
            node[n, [c.HEIR_AT, c.HEIR_TO]] = self._listed(those)
        for group, members in groups.items():
            node[members, c.GROUP] = group
            node[np.ix_(members, [c.GROUP_AT, c.GROUP_TO])] = self._listed(members)
        self._loads(node, axes)
        self._pairs(node)
        return node

    def _plain(self, row: Array, visit: Job) -> None:
        row[c.PLACE] = self.places[visit.location]
        row[c.SETUP], row[c.SERVICE] = visit.setup, visit.service
        row[c.PENALTY] = penalty(visit)
        row[c.OPTIONAL] = not visit.required
        row[c.LOCKED] = visit.id in self.locked
        if visit.windows:
            row[c.OPENS], row[c.CLOSES] = visit.windows[0].open, visit.windows[-1].close
            row[c.WINDOWS], row[c.WINDOW_AT] = len(visit.windows), len(self.list)
            self.list += [side for each in visit.windows for side in (each.open, each.close)]

    def _listed(self, nodes: Iterable[int]) -> tuple[int, int]:
        at = len(self.list)
        self.list += nodes
        return at, len(self.list)

    def _pairs(self, node: Array) -> None:
        for each in self.problem.shipments:
            if each.pickup.id not in self.number or each.delivery.id not in self.number:
                continue
            u, w = self.number[each.pickup.id], self.number[each.delivery.id]
            node[w, c.ORIGIN] = u
            node[w, c.RIDE] = c.FAR if each.max_ride is None else each.max_ride
            if node[u, c.LOCKED]:
                node[w, c.TIED] = self.locked[each.pickup.id]
                node[w, c.PENALTY] = TORN
            else:
                node[u, c.PARTNER], node[w, c.PARTNER], node[w, c.DELIVERS] = w, u, 1

    def _loads(self, node: Array, axes: int) -> None:
        drop, gain = node[:, c.DROP : c.DROP + axes], node[:, c.DROP + axes :]
        for n, visit in enumerate(self.visits):
            drop[n] = _padded(visit.delivery, axes)
            gain[n] = _padded(visit.pickup, axes) - drop[n]
            if visit.kind is not Kind.JOB:
                amount = _padded(self.problem.shipment[visit.id].amount, axes)
                gain[n] += amount if visit.kind is Kind.PICKUP else -amount

    def _ways(self, profiles: Sequence[str], *, limited: bool) -> tuple[Array, dict[str, int]]:
        """The ways by layer, and which layer is what; nowhere is the last place."""
        rows = [place for place in self.places if place is not None]
        matrices = [self.problem.matrices[profile].cut(rows) for profile in profiles]
        paid = int(any(matrix.costs is not None for matrix in matrices))
        measured = paid + limited
        missing = self.problem.compact and any(matrix.metres_missing for matrix in matrices)
        apart = measured + 1 if missing else 0
        alike = all(np.array_equal(matrix.cost, matrix.cost.T) for matrix in matrices)
        turned = paid if alike else max(measured, apart) + 1
        shape = (1 + max(measured, apart, turned), len(profiles), len(rows) + 1, len(rows) + 1)
        ways = np.zeros(shape, dtype=np.int32)
        for n, matrix in enumerate(matrices):
            far, time = matrix.distances, matrix.durations
            ways[measured, n, :-1, :-1] = far
            ways[apart, n, :-1, :-1] = time
            ways[paid, n, :-1, :-1] = matrix.cost
            ways[turned, n, :-1, :-1] = matrix.cost.T
            ways[0, n, :-1, :-1] = np.where(far >= UNREACHABLE, far, time)
        return ways, {"paid": paid, "measured": measured, "apart": apart, "turned": turned}

    def _order(self, node: Array, cost: Array, axes: int) -> Array:
        """Turns: large, far, near, narrow, early, late; a shipment's by its pickup."""
        visits = len(self.visits)
        drop, gain = node[:visits, c.DROP : c.DROP + axes], node[:visits, c.DROP + axes :]
        size = np.maximum(drop, drop + gain).sum(axis=1)
        far = cost[node[visits, c.PLACE], node[:visits, c.PLACE]].astype(np.int64)
        opens, closes = node[:visits, c.OPENS], node[:visits, c.CLOSES]
        return np.array([-size, -far, far, closes - opens, opens, -closes], dtype=np.int64)


def _padded(amounts: Sequence[int], axes: int) -> Array:
    return np.array([*amounts[:axes], *[0] * (axes - len(amounts))], dtype=np.int64)
