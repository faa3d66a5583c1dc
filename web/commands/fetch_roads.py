"""flask fetch-roads: fetch the map of the configured city from an Overpass server, and take it."""

import sys

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.services.roads import MapFile, fetch_map
from web.commands.import_roads import bring_in
from web.commands.say import refused
from web.doors import doors

STEP = 2**20


@click.command("fetch-roads")
@with_appcontext
def command() -> None:
    """Unduh peta kota ini dari server Overpass (pengaturan OVERPASS_URL), lalu masukkan."""
    meter = Meter()
    try:
        path = fetch_map(meter, doors())
    except Fault as fault:
        raise refused(fault) from None
    finally:
        meter.close()
    bring_in(MapFile(path))


class Meter:
    """How much has come, a line a megabyte; nobody knows beforehand how much it will be."""

    def __init__(self) -> None:
        self._tty = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, size: int) -> None:
        if size // STEP > self._shown:
            self._shown = size // STEP
            line = f"Mengunduh peta: {self._shown} MB"
            click.echo(f"\r{line:<40}" if self._tty else line, err=True, nl=not self._tty)

    def close(self) -> None:
        if self._tty and self._shown >= 0:
            click.echo(err=True)
