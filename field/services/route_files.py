"""Routes of a day, or one, as a file for another map: written on demand, kept nowhere."""

from collections.abc import Callable, Sequence

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.route_sheet import RouteSheet
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.route_files.geojson import geojson
from field.gateways.route_files.gpx import gpx
from field.gateways.route_files.kml import kml
from field.gateways.route_files.table import table
from field.gateways.route_files.told import Wish as Wish
from field.gateways.route_files.told import Words as Words
from field.gateways.sheet_writer import MEDIA_TYPES, Download

NOTHING_TO_WRITE = FaultKind(
    "route_file.nothing",
    Nature.NOT_FOUND,
    N_("Tidak ada rute untuk ditulis ke berkas."),
    N_("Pilih tanggal, kecamatan, atau rute lain."),
)
_WRITERS: dict[str, Callable[[Sequence[RouteSheet], Wish], bytes]] = {
    "gpx": gpx,
    "kml": kml,
    "geojson": geojson,
}
_TYPES = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "geojson": "application/geo+json",
    "csv": MEDIA_TYPES["csv"],
}


def route_file(sheets: Sequence[RouteSheet], form: str, wish: Wish, doors: Doors) -> Download:
    """Write routes as gpx, kml, geojson or csv; raises when there is none."""
    if not sheets:
        raise Fault(NOTHING_TO_WRITE)
    write = _WRITERS.get(form)
    body = write(sheets, wish) if write else table(sheets, wish, doors.zone)
    one = f"-{sheets[0].number}" if len(sheets) == 1 else ""
    return Download(f"rute{one}-{sheets[0].date}.{form}", _TYPES[form], body)
