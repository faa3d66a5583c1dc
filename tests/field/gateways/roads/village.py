"""The village of `village.osm`: small enough to see, places told in steps of 0.001 degree."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from field.gateways.roads.importing import import_map
from field.gateways.roads.network import Network
from field.gateways.roads.opening import open_roads
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.survey import Origin
from routing.point import Point

CITY = "32.71"
OSM = Path(__file__).parent / "village.osm"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
UNSAID = Origin("", "", "")
STEP_E, STEP_N = 110.46, 111.195  # metres of a step at this latitude


def at(east: float, north: float) -> Point:
    return Point(round(-6.6 + north / 1000, 7), round(106.8 + east / 1000, 7))


def network(path: Path = OSM) -> Network:
    return import_map(path, CITY, NOW, UNSAID)


def village() -> RoadTimes:
    return open_roads(network())


def copy_of(folder: Path, name: str = "village.osm") -> Path:
    return Path(shutil.copy(OSM, folder / name))


def metres(roads: RoadTimes, begin: Point, end: Point, profile: str = "motor") -> int:
    return int(roads.matrix([begin, end], profile).distances[0, 1])
