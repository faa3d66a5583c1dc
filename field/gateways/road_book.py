"""Which roads this installation goes by: its own network when one was imported, else main roads.

Every process reads the same file; a new one is taken up at the next question, without a restart.
"""

import fcntl
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

from field.domain.closures import Stretch
from field.domain.fault import Fault
from field.domain.roads import BUSY, NETWORK, RoadsInUse, Stand
from field.domain.speeds import Factors
from field.gateways.city_roads import roads_without_network
from field.gateways.detour import MainRoads
from field.gateways.roads.importing import import_map
from field.gateways.roads.network import About
from field.gateways.roads.network_file import read_network, write_network
from field.gateways.roads.opening import open_roads
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.stretches import Ground, rules_of
from field.gateways.roads.survey import Origin
from field.gateways.roads.today import RoadsToday
from routing.matrix import MatrixSource
from routing.point import Point

Place = tuple[float, float]  # lat, lon


class RoadSource(MatrixSource, Protocol):
    """A MatrixSource that also knows where vehicles stand."""

    def stands(self, points: Sequence[Point], profile: str) -> list[Stand | None]:
        """For each door where a vehicle of this profile stands; None: it does not get there."""
        ...

    def paced(self, factors: Factors) -> "RoadSource":
        """The same roads at the speeds of some hours."""
        ...


@dataclass(frozen=True)
class _Opened:
    """A network in use, or what stands in for it, and what is found on it by drawing."""

    source: RoadSource
    about: RoadsInUse

    @cached_property
    def graph(self) -> RoadTimes | None:
        """The roads that can be closed; straight lines know none."""
        if isinstance(self.source, MainRoads):
            return self.source.roads if isinstance(self.source.roads, RoadTimes) else None
        return self.source if isinstance(self.source, RoadTimes) else None

    @cached_property
    def ground(self) -> Ground | None:
        return Ground(self.graph.network) if self.graph else None


class RoadBook:
    """The roads of one installation."""

    def __init__(self, city: str, folder: Path) -> None:
        self._city, self._folder = city, folder
        self._path = folder / f"{city}.roads"
        self._lock = Lock()
        self._mark: tuple[int, int] | None = None
        self._open: _Opened | None = None

    def times(
        self, stretches: Iterable[Stretch] = (), factors: Factors | None = None
    ) -> RoadSource:
        """Return who knows how long a trip takes while these stretches, oldest first, count.

        Factors make it the speeds of some hours; without them it is what is usual.
        """
        source = self._under(tuple(stretches))
        return source.paced(factors) if factors else source

    def _under(self, drawn: tuple[Stretch, ...]) -> RoadSource:
        opened = self._current()
        source = opened.source
        if opened.graph is None:
            return source
        rules = rules_of(drawn, opened.ground) if drawn and opened.ground else ()
        today = RoadsToday(opened.graph, rules)
        return replace(source, roads=today) if isinstance(source, MainRoads) else today

    def meant(self, stretch: Stretch) -> list[list[Place]]:
        """Return the roads that a stretch means, as lines in the direction of the drawing."""
        ground = self._current().ground
        if ground is None:
            return []
        pieces = ground.pieces(stretch)
        return [[(point.lat, point.lon) for point in ground.shape(piece)] for piece in pieces]

    def in_use(self) -> RoadsInUse:
        return self._current().about

    def import_file(
        self, path: Path, now: datetime, origin: Origin, *, turn: bool = False
    ) -> RoadsInUse:
        """Read a map and put it in the place of the one before; refused, nothing is changed."""
        with self._alone():
            network = import_map(path, self._city, now, origin, turn=turn)
            write_network(network, self._path)
        return _in_use(network.about)

    def _current(self) -> _Opened:
        with self._lock:
            mark = self._mark_now()
            if self._open is None or mark != self._mark:
                self._open, self._mark = self._opened(mark), mark
            return self._open

    def _opened(self, mark: tuple[int, int] | None) -> _Opened:
        if mark is None:
            return _Opened(*roads_without_network(self._city))
        network = read_network(self._path)
        return _Opened(open_roads(network), _in_use(network.about))

    def _mark_now(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One import at a time; the lock falls with the process that holds it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / f"{self._city}.lock").open("w") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Fault(BUSY) from None
            yield


def stands_for(
    places: Iterable[Place], profiles: Iterable[str], source: RoadSource
) -> dict[str, dict[Place, Stand | None]]:
    """Return, by profile and then by door, where the vehicle stands."""
    doors = list(dict.fromkeys(places))
    points = [Point(*door) for door in doors]
    return {
        profile: dict(zip(doors, source.stands(points, profile), strict=True))
        for profile in profiles
    }


def _in_use(about: About) -> RoadsInUse:
    return RoadsInUse(NETWORK, about.source, about.licence, about.date, about.counts, about.doubts)
