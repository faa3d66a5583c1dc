"""The map of roads: bring one in, and tell which one travel times rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from field.domain.roads import RoadsInUse
from field.gateways.doors import Doors
from field.gateways.roads.survey import Origin
from field.store import audit
from field.store.db import transaction


@dataclass(frozen=True)
class MapFile:
    """A map to bring in, and what it does not say of itself."""

    path: Path
    source: str = ""
    licence: str = ""
    date: str = ""
    turned: bool = False  # latitude and longitude are swapped in it


def import_roads(file: MapFile, by: int | None, doors: Doors) -> RoadsInUse:
    """Take a map into use; a map that is refused leaves the one before in its place."""
    now = doors.clock.now()
    origin = Origin(file.source, file.licence, file.date)
    taken = doors.roads.import_file(file.path, now, origin, turn=file.turned)
    with transaction() as live:
        audit.record(live, "roads.import", at=now, by=by, counts=taken.counts)
    return taken


def fetch_map(told: Callable[[int], None], doors: Doors) -> Path:
    """Fetch the map of the city; `told` hears how many bytes have come. Nothing is taken in yet."""
    return doors.roads.fetch(told)


def roads_in_use(doors: Doors) -> RoadsInUse:
    return doors.roads.in_use()
