"""The vehicles of a Problem in flat arrays."""

from collections.abc import Mapping, Sequence

import numpy as np

from routing.engines.ruin import columns as c
from routing.engines.ruin.compiled import Array
from routing.problem import Job, Problem, Vehicle


class Fleet:
    """What `Data` knows of vehicles, under the same names."""

    def __init__(
        self,
        problem: Problem,
        visits: Sequence[Job],
        places: Mapping[int | None, int],
    ) -> None:
        vehicles, kinds = problem.vehicles, problem.kinds
        self.profiles = sorted({vehicle.profile for vehicle in vehicles})
        self.limited = any(vehicle.max_distance is not None for vehicle in vehicles)
        self.axes = max(len(vehicle.capacity) for vehicle in vehicles)
        self.ends = [places[vehicle.start] for vehicle in vehicles]
        self.ends += [places[vehicle.end] for vehicle in vehicles]
        of_kind = {each.id: n for n, kind in enumerate(kinds) for each in kind}
        self.fleet = np.array([self._row(each, of_kind[each.id]) for each in vehicles])
        first = [kind[0] for kind in kinds]
        self.stray = np.zeros((len(kinds), len(visits) + len(self.ends)), dtype=np.int64)
        for n, each in enumerate(first):
            prices = [each.stray_cost(visit) if each.able(visit) else -1 for visit in visits]
            self.stray[n, : len(visits)] = prices
        self._breaks(first)

    def _row(self, vehicle: Vehicle, kind: int) -> Array:
        row = np.full(c.ROOM + self.axes, c.FAR, dtype=np.int64)
        row[c.ROOM : c.ROOM + len(vehicle.capacity)] = vehicle.capacity
        row[c.KIND], row[c.PROFILE] = kind, self.profiles.index(vehicle.profile)
        row[c.LEAVES], row[c.RETURNS] = vehicle.shift.open, vehicle.shift.close
        row[c.FIXED] = vehicle.fixed_cost
        row[c.MOST_STOPS] = _or_far(vehicle.max_stops)
        row[c.MOST_DURATION] = _or_far(vehicle.max_duration)
        row[c.MOST_TRAVEL] = _or_far(vehicle.max_travel)
        row[c.MOST_METRES] = _or_far(vehicle.max_distance)
        row[c.RESTS] = len(vehicle.breaks)
        limits = (vehicle.max_stops, vehicle.max_travel, vehicle.max_distance)
        row[c.LIMITED] = any(limit is not None for limit in limits)
        return row

    def _breaks(self, first: Sequence[Vehicle]) -> None:
        """The breaks of the first vehicle of each kind, in the order in which they are taken."""
        most = max(len(vehicle.breaks) for vehicle in first)
        rests = [rest for vehicle in first for rest in vehicle.breaks]
        windows = max((len(rest.windows) for rest in rests), default=0)
        self.rest = np.zeros((len(first), most + 1, c.REST_WINDOW + 2 * windows), dtype=np.int64)
        self.rest[:, :, c.REST_WINDOW :: 2] = c.FAR
        self.rest[:, :, c.REST_WINDOW + 1 :: 2] = -c.FAR
        for table, vehicle in zip(self.rest, first, strict=True):
            closes = [rest.windows[-1].close for rest in vehicle.rests]
            table[0, c.HOME] = -c.FAR
            for taken in range(len(closes) + 1):
                table[taken, c.TAIL] = min([vehicle.shift.close, *closes[taken:]])
            for taken, rest in enumerate(vehicle.rests):
                sides = [side for each in rest.windows for side in (each.open, each.close)]
                table[taken, c.SECONDS] = rest.service
                table[taken, c.REST_WINDOW : c.REST_WINDOW + len(sides)] = sides
                over = rest.windows[0].open + rest.service
                table[taken + 1, c.HOME] = max(table[taken, c.HOME], over)


def _or_far(limit: int | None) -> int:
    return c.FAR if limit is None else limit
