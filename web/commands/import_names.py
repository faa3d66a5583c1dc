"""flask import-names FILE: bring the names of streets and landmarks in from a map."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.services.names import import_names
from web.commands.say import refused
from web.doors import doors


@click.command("import-names")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def command(file: Path) -> None:
    """Masukkan nama jalan, kampung, perumahan dan patokan dari FILE (.osm.pbf, .osm)."""
    try:
        tell(file)
    except Fault as fault:
        raise refused(fault) from None


def tell(file: Path) -> None:
    """Bring names in and say how many."""
    index = import_names(file, None, doors())
    about, counts = index.about, index.counts()
    click.echo(
        f"Nama di peta: {about.source}, lisensi {about.licence}, tanggal {about.date}.\n"
        f"Jalan dan gang: {counts['street']}. Kampung: {counts['kampung']}. "
        f"Perumahan: {counts['estate']}, blok: {counts['block']}. "
        f"Patokan: {counts['landmark']}. Nomor rumah: {counts['house']}."
    )
