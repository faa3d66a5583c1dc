"""flask import-roads FILE: bring a map of the city's roads in."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from field.domain.courier import VEHICLES
from field.domain.fault import Fault
from field.domain.roads import DOUBTS, RoadsInUse
from field.services.names import holds_names
from field.services.roads import MapFile, import_roads
from web.commands import import_names
from web.commands.say import refused
from web.doors import doors

SHOWN = 8  # numbers of ways a doubt; the rest is counted


@click.command("import-roads")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default="", help="Asal peta, bila berkasnya tidak menyebutkan.")
@click.option("--licence", default="", help="Lisensi peta, bila berkasnya tidak menyebutkan.")
@click.option("--date", default="", help="Tanggal peta, bila berkasnya tidak menyebutkan.")
@click.option("--turn", is_flag=True, help="Lintang dan bujur di berkas tertukar: balik keduanya.")
@with_appcontext
def command(file: Path, *, source: str, licence: str, date: str, turn: bool) -> None:
    """Masukkan peta jalan FILE (.osm.pbf, .osm, atau GeoJSON)."""
    bring_in(MapFile(file, source, licence, date, turn))


def bring_in(file: MapFile) -> None:
    """Take a map into use and tell what it holds; a refusal ends the command."""
    try:
        taken = import_roads(file, None, doors())
    except Fault as fault:
        raise refused(fault) from None
    for line in report(taken):
        click.echo(line)
    _names(file.path)


def _names(file: Path) -> None:
    """Take the names along; a map without them is still a map of roads."""
    if holds_names(file):
        try:
            import_names.tell(file)
        except Fault as fault:
            click.echo(f"! {fault.message} {fault.action}")


def report(roads: RoadsInUse) -> list[str]:
    """Tell what was taken in, what is cut off, and what should be looked at."""
    counts = roads.counts
    lines = [
        f"Peta jalan: {roads.source}, lisensi {roads.licence or 'tidak disebut'}, "
        f"tanggal {roads.date or 'tidak disebut'}.",
        f"Simpang: {counts['junctions']}. Ruas: {counts['edges']}. Jalan: {counts['ways']}. "
        f"Larangan belok: {counts['turns']}. Jembatan: {counts['bridges']}.",
    ]
    for profile, word in VEHICLES.items():
        whole, lost = counts[f"{profile}_m"] / 1000, counts[f"{profile}_island_m"] / 1000
        lines.append(f"{word}: {whole:.1f} km, {lost:.1f} km di antaranya terputus (tidak dipakai)")
    for code, where in roads.doubts.items():
        more = ", ..." if len(where) > SHOWN else ""
        shown = ", ".join(map(str, where[:SHOWN]))
        lines.append(f"! {len(where)} x {DOUBTS[code]} ({shown}{more})")
    return lines
