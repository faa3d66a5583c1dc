"""flask campaign: plan the demo city's campaign, and show what it comes to."""

import json
import os
import signal
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from field.domain.job import time_left
from field.domain.table import Cell, Table, spoken
from field.services.campaign_trial import Tried, TriedOut, try_out
from field.services.demo_campaign import Yardstick, demo_campaign
from field.services.planning import local_today
from web.commands.campaign_report import left_out_words, tables_of, write_files
from web.commands.say import Bar
from web.doors import doors
from web.paper.pdf import can_make_pdf

_NO_PANGO = (
    "Tanpa Pango tidak ada halaman PDF. Pasang dengan make system, lalu ulangi perintah ini."
)


class Stoppable(Bar):
    """A bar with the time left that Ctrl-C brings to its end instead of breaking off."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = False
        self._began = time.monotonic()
        signal.signal(signal.SIGINT, self._ask)

    def say(self, done: float, step: str) -> None:
        left = time_left(done, timedelta(seconds=time.monotonic() - self._began))
        super().say(done, step if left is None else f"{step}, kira-kira {_long(left)} lagi")

    def cancelled(self) -> bool:
        return self._asked

    def _ask(self, *_: object) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
        click.echo("\nDihentikan: yang sudah jadi disimpan ...", err=True)


@click.command("campaign")
@click.option("--cards", type=click.IntRange(1, 200_000), default=60_000, help="Jumlah kartu.")
@click.option("--days", type=click.IntRange(1, 60), default=14, help="Hari cetak berturut-turut.")
@click.option("--printers", type=click.IntRange(1, 50), default=4, help="Jumlah mesin cetak.")
@click.option("--operators", type=click.IntRange(1, 100), default=4, help="Jumlah operator.")
@click.option("--couriers", type=click.IntRange(1, 1_000), default=136, help="Jumlah kurir.")
@click.option("--seed", type=int, default=1, help="Kota dan nasib yang sama untuk angka yang sama.")
@click.option("--first", type=click.DateTime(["%Y-%m-%d"]), help="Hari pertama; bila kosong Senin.")
@click.option("--over-days", is_flag=True, help="Kartu siap cetak sedikit demi sedikit.")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="Folder berkas hasil.")
@click.option("--json", "as_json", is_flag=True, help="Cetak satu baris JSON saja.")
@with_appcontext
def campaign(
    first: datetime | None,
    to: Path | None,
    *,
    as_json: bool,
    over_days: bool,
    **asked: int,
) -> None:
    """Rencanakan cetak dan antar di kota contoh, lalu bandingkan dengan antrean biasa."""
    begins = first.date() if first else _next_monday(local_today(doors()))
    yardstick = Yardstick(city=doors().city, begins=begins, over_days=over_days, **asked)
    folder = to or current_app.config["INSTANCE"] / "campaign"
    _open(folder)
    bar = Stoppable()
    found = try_out(demo_campaign(yardstick), Tried(doors().city, begins, yardstick.seed, bar))
    bar.close()
    if as_json:
        ways = list(left_out_words(found, begins))
        click.echo(json.dumps(found.trial.written() | ({"ways_out": ways} if ways else {})))
    else:
        show(found, begins)
    files = write_files(found, yardstick, folder)
    if not as_json:
        click.echo("Berkas: " + ", ".join(str(path) for path in files))
    if not can_make_pdf():
        click.echo(_NO_PANGO, err=True)


def _open(folder: Path) -> None:
    """Find out before a quarter of an hour of work whether its result has a place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise click.ClickException(f"Folder {folder} tidak bisa ditulisi. Pilih yang lain: --to.")


def show(found: TriedOut, begins: date) -> None:
    """Print the tables, and what does not fit."""
    if found.stopped:
        click.echo("Dihentikan sebelum selesai; angka di bawah ini sejauh yang sudah dihitung.")
    for table in tables_of(found):
        _print(table)
    for line in left_out_words(found, begins):
        click.echo(line)
    trial = found.trial
    click.echo(
        f"{trial.seconds:.0f} detik, {trial.peak_memory_mb:.0f} MB, "
        f"{trial.violations} pelanggaran aturan."
    )


def _print(table: Table) -> None:
    rows = [list(table.head), *table.texts(_told)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    click.echo(f"\n{table.title}")
    for row in rows:
        cells = [
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())


def _told(cell: Cell) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, date) else spoken(cell)


def _long(left: timedelta) -> str:
    seconds = round(left.total_seconds())
    return f"{seconds} detik" if seconds < 90 else f"{round(seconds / 60)} menit"


def _next_monday(today: date) -> date:
    return today + timedelta(days=(7 - today.weekday()) % 7)
