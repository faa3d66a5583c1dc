"""Which roads this installation goes by: its own network when one was imported, else main roads.

Every process reads the same file; a new one is taken up at the next question, without a restart.
"""

import fcntl
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock

from field.domain.closures import Stretch
from field.domain.fault import Fault
from field.domain.roads import BUSY, NETWORK, NO_MAP_SERVER, RoadsInUse, Stand
from field.domain.speeds import Factors
from field.gateways.city_roads import roads_without_network
from field.gateways.detour import MainRoads
from field.gateways.overpass import Overpass
from field.gateways.road_servers.by_url import ByUrl
from field.gateways.road_servers.desk import Desk
from field.gateways.road_servers.server import RoadServer
from field.gateways.road_source import RoadSource
from field.gateways.roads.importing import import_map
from field.gateways.roads.network import About
from field.gateways.roads.network_file import NotANetwork, read_network, write_network
from field.gateways.roads.opening import open_roads
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.stretches import Ground, rules_of
from field.gateways.roads.survey import Origin
from field.gateways.roads.today import RoadsToday
from routing.point import Point

Place = tuple[float, float]  # lat, lon
_log = logging.getLogger(__name__)


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

    def __init__(
        self,
        city: str,
        folder: Path,
        servers: Sequence[RoadServer] = (),
        overpass: Overpass | None = None,
    ) -> None:
        self._overpass = overpass
        self._city, self._folder = city, folder
        self._desk = Desk(servers) if servers else None
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
            return self._served(source)
        rules = rules_of(drawn, opened.ground) if drawn and opened.ground else ()
        today = RoadsToday(opened.graph, rules)
        own = replace(source, roads=today) if isinstance(source, MainRoads) else today
        return own if rules else self._served(own)  # no server knows what is closed today

    def meant(self, stretch: Stretch) -> list[list[Place]]:
        """Return the roads that a stretch means, as lines in the direction of the drawing."""
        ground = self._current().ground
        if ground is None:
            return []
        pieces = ground.pieces(stretch)
        return [[(point.lat, point.lon) for point in ground.shape(piece)] for piece in pieces]

    def in_use(self) -> RoadsInUse:
        about = self._current().about
        return replace(about, servers=self._desk.names) if self._desk else about

    def missed(self) -> str:
        """Name the server that did not answer when it was last asked how long trips take."""
        return self._desk.missed if self._desk else ""

    def fetch(self, told: Callable[[int], None]) -> Path:
        """Fetch the city's map into this folder; it is imported like any other file."""
        if self._overpass is None:
            raise Fault(NO_MAP_SERVER, host="-", why="OVERPASS_URL")
        return self._overpass.fetch(self._city, self._folder, told)

    def off_road(self, points: Sequence[Point]) -> list[bool]:
        """Tell which points no street is near to; where roads are guessed, none is told."""
        if self._current().about.estimated:
            return [False] * len(points)
        return [stand is None for stand in self.times().stands(points, "foot")]

    def import_file(
        self, path: Path, now: datetime, origin: Origin, *, turn: bool = False
    ) -> RoadsInUse:
        """Read a map and put it in the place of the one before; refused, nothing is changed."""
        with self._alone():
            network = import_map(path, self._city, now, origin, turn=turn)
            write_network(network, self._path)
        return _in_use(network.about)

    def _served(self, own: RoadSource) -> RoadSource:
        return ByUrl(own, self._desk) if self._desk else own

    def _current(self) -> _Opened:
        with self._lock:
            mark = self._mark_now()
            if self._open is None or mark != self._mark:
                self._open, self._mark = self._opened(mark), mark
            return self._open

    def _opened(self, mark: tuple[int, int] | None) -> _Opened:
        if mark is None:
            return _Opened(*roads_without_network(self._city))
        try:
            network = read_network(self._path)
        except NotANetwork as other:  # of an older version of the program, or torn
            _log.warning("The map of roads is left aside, import it again: %s", other)
            lines, about = roads_without_network(self._city)
            return _Opened(lines, replace(about, left_aside=True))
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
