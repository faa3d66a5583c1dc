"""flask build-basemap FILE: draw the map that phones and the office show."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.services.basemap import basemap_in_use, build_basemap
from web.commands.say import Bar, refused
from web.doors import doors


@click.command("build-basemap")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def command(file: Path) -> None:
    """Gambar peta dasar dari FILE (.osm.pbf, .osm) untuk HP kurir dan kantor."""
    bar = Bar()
    try:
        counts = build_basemap(file, None, bar, doors()).counts
    except Fault as fault:
        raise refused(fault) from None
    finally:
        bar.close()
    if about := basemap_in_use(doors()):
        click.echo(
            f"Peta dasar: {about.attribution}, tanggal {about.date}, "
            f"{about.size / 1e6:.1f} MB.\n"
            f"Jalan: {counts.get('roads', 0)}. Air: {counts.get('water', 0)}. "
            f"Lahan: {counts.get('landuse', 0)}. Kampung: {counts.get('places', 0)}. "
            f"Patokan: {counts.get('pois', 0)}."
        )
