"""The map to draw: build it from an extract, and tell which one is in use."""

from pathlib import Path

from field.domain.basemap import Basemap
from field.domain.text import N_
from field.gateways.basemap.build import Drawn
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.store import audit
from field.store.db import transaction


def build_basemap(path: Path, by: int | None, progress: Progress, doors: Doors) -> Drawn:
    """Take a map into use; an extract that is refused leaves the one before in its place."""
    step = N_("Menggambar peta dasar")
    progress.say(0, step)
    drawn = doors.basemap.build(path, lambda share: progress.say(share, step))
    now = doors.clock.now()
    with transaction() as live:
        audit.record(live, "basemap.build", at=now, by=by, counts=drawn.counts)
    return drawn


def basemap_in_use(doors: Doors) -> Basemap | None:
    return doors.basemap.in_use()


def basemap_file(doors: Doors) -> Path:
    return doors.basemap.path
