"""The names on the map: bring in those of an extract, for addresses to be found by."""

from pathlib import Path

from data.regions import regions
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.roads import BROKEN, UNKNOWN_FORMAT
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.names.places import NameIndex
from field.gateways.names.read_osm import names_of
from field.store import audit
from field.store.db import transaction

NO_NAMES = FaultKind(
    "names.none_here",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s tidak memuat nama jalan atau tempat di %(city)s."),
    N_("Ambil peta daerah yang benar, atau periksa pengaturan CITY."),
)
_ENDINGS = (".osm.pbf", ".pbf", ".osm")


def holds_names(path: Path) -> bool:
    """Tell by its name whether a map is one that names are read from."""
    return path.name.lower().endswith(_ENDINGS)


def import_names(path: Path, by: int | None, doors: Doors) -> NameIndex:
    """Take the names of an extract into use; a bad file leaves those before in their place.

    Raises:
        Fault: the file is no extract, breaks off, or knows no name in the city.
    """
    if not holds_names(path):
        raise Fault(UNKNOWN_FORMAT, name=path.name)
    city = regions(doors.city)
    try:
        index = names_of(path, city)
    except RuntimeError as broken:
        raise Fault(BROKEN, name=path.name) from broken
    if not any(place.kelurahan for place in index.places):
        raise Fault(NO_NAMES, name=path.name, city=city.name)
    doors.geocoders.names.replace(index)
    now = doors.clock.now()
    with transaction() as live:
        audit.record(live, "names.import", at=now, by=by, counts=index.counts())
    return index
