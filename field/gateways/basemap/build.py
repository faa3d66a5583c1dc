"""From an extract to a PMTiles file in a folder of drafts: judged whole before it is used."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from data.regions import regions
from field.domain.basemap import BROKEN, EMPTY, NO_ROADS, NOT_DRAWN, UNKNOWN_FORMAT
from field.domain.fault import Fault
from field.gateways.basemap.read_osm import Drawing
from field.gateways.basemap.tiles import cut_tiles
from field.gateways.roads.area import Area

ENDINGS = (".osm.pbf", ".pbf", ".osm")
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0"
MAGIC = b"PMTiles\x03"
Say = Callable[[float], None]


@dataclass(frozen=True)
class Drawn:
    """What was drawn: how many things in each layer, and how old the extract is."""

    date: str
    counts: dict[str, int]


def draw(extract: Path, city: str, out: Path, say: Say) -> Drawn:
    """Draw the city's part of an extract into `out`; what is wrong with it has a code."""
    if not extract.name.lower().endswith(ENDINGS):
        raise Fault(UNKNOWN_FORMAT, name=extract.name)
    if extract.stat().st_size == 0:
        raise Fault(EMPTY, name=extract.name)
    box = regions(city).box
    here = Area(box.south, box.west, box.north, box.east)
    drawn = draw_area(extract, here.grown(), here, out, say)
    if drawn is None:
        raise Fault(NO_ROADS, name=extract.name, city=regions(city).name)
    return drawn


def draw_area(extract: Path, area: Area, city: Area, out: Path, say: Say) -> Drawn | None:
    """Draw all in an area; None when no road of the city is in the extract."""
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        features = Path(folder) / "features.json"
        try:
            drawing = Drawing(extract, area, city)
            with features.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in drawing.lines())
        # What osmium meets in a torn file comes as RuntimeError.
        except RuntimeError as broken:
            raise Fault(BROKEN, name=extract.name) from broken
        if not drawing.roads_in_city:
            return None
        say(0.3)
        cut_tiles(features, out, area, lambda share: say(0.3 + 0.7 * share))
    with out.open("rb") as made:
        if made.read(len(MAGIC)) != MAGIC:
            raise Fault(NOT_DRAWN)
    return Drawn(_day(drawing.date, extract), drawing.counts)


def _day(told: str, path: Path) -> str:
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
