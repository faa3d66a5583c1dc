"""Where servers are asked: in turn, block by block, within a bound of time; and what they told."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from math import isqrt
from threading import Lock
from time import monotonic

import numpy as np

from field.gateways.road_servers.ask import NoAnswer
from field.gateways.road_servers.server import Numbers, RoadServer
from field.gateways.roads.driving import Drive
from field.gateways.roads.road_times import Trip
from routing.point import Point

LONGEST_S = 180.0
"""For one table, or for the ways of one route: who is slower has not answered."""

_KEPT = 8  # tables: a plan that is changed by hand asks for the same one again

Tables = tuple[Numbers, Numbers]


class Desk:
    """The servers of an installation. May be asked from several threads."""

    def __init__(
        self, servers: Sequence[RoadServer], clock: Callable[[], float] = monotonic
    ) -> None:
        self._servers, self._clock = tuple(servers), clock
        self._kept: OrderedDict[tuple[object, ...], Tables] = OrderedDict()
        self._lock = Lock()
        self.missed = ""
        """The server that did not answer when it was last asked for a table."""

    @property
    def names(self) -> str:
        return ", ".join(server.name for server in self._servers)

    def table(self, places: Sequence[Point], profile: str) -> Tables | None:
        """Return seconds and metres of all pairs, nan where there is no way; None: nobody told."""
        key = (profile, *places)
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        for server in self._servers:
            if server.serves(profile):
                try:
                    found = self._whole(server, places, profile)
                except NoAnswer:
                    self.missed = server.name
                    continue
                self.missed = ""
                self._keep(key, found)
                return found
        return None

    def routes(self, trips: Sequence[Trip], profile: str) -> list[Drive]:
        """Return the ways of the first trips: of all, unless the server ceased to answer."""
        server = next((each for each in self._servers if each.serves(profile)), None)
        found: list[Drive] = []
        until = self._clock() + LONGEST_S
        try:
            for origin, target in trips if server else ():
                self._in_time(until)
                assert server is not None  # noqa: S101 - for the type checker
                found.append(server.route(origin, target, profile) if origin != target else ())
        except NoAnswer:
            pass
        return found

    def _whole(self, server: RoadServer, places: Sequence[Point], profile: str) -> Tables:
        """Servers bound how many pairs they tell at once."""
        seconds, metres = (np.empty((len(places), len(places))) for _ in range(2))
        until = self._clock() + LONGEST_S
        for rows in _blocks(len(places), isqrt(server.pairs)):
            for columns in _blocks(len(places), isqrt(server.pairs)):
                self._in_time(until)
                found = server.table(places[rows], places[columns], profile)
                seconds[rows, columns], metres[rows, columns] = found
        return seconds, metres

    def _in_time(self, until: float) -> None:
        if self._clock() > until:
            raise NoAnswer("too slow")

    def _keep(self, key: tuple[object, ...], tables: Tables) -> None:
        with self._lock:
            self._kept[key] = tables
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _blocks(count: int, size: int) -> Iterator[slice]:
    for begin in range(0, count, size):
        yield slice(begin, min(begin + size, count))
