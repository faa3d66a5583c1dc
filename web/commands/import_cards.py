"""flask import-cards FILE: bring a list of residents in from the terminal."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.services import intake
from field.services.import_report import FileReport, Problem, file_report, problems
from web.commands.say import Bar, refused
from web.doors import doors

SHOWN = 40  # problems; the rest is counted


@click.command("import-cards")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--commit/--preview-only", "wanted", default=True, help="Masukkan baris yang baik.")
@click.option("--print-ready", is_flag=True, help="Kartunya belum dicetak: masuk antrean cetak.")
@with_appcontext
def command(file: Path, *, wanted: bool, print_ready: bool) -> None:
    """Masukkan daftar warga FILE (CSV atau XLSX)."""
    try:
        import_id = intake.upload(
            file.name, file.read_bytes(), doors(), None, queued=False, printed=not print_ready
        )
        _with_bar(intake.preview, import_id)
        report = file_report(import_id, None)
        _show(report, problems(import_id, None))
        if not wanted or report.good == 0:
            intake.cancel(import_id, doors(), None, None)
        if not wanted:
            return
        if report.good == 0:
            raise Fault(intake.NOTHING_GOOD)
        intake.commit(import_id, doors(), None, None, queued=False)
        _with_bar(intake.bring_in, import_id)
    except Fault as fault:
        raise refused(fault) from None
    click.echo(f"Kartu baru: {file_report(import_id, None).added}")


def _with_bar(act: Callable[..., None], import_id: int) -> None:
    bar = Bar()
    try:
        act(import_id, bar, doors())
    finally:
        bar.close()


def _show(report: FileReport, found: Sequence[Problem]) -> None:
    click.echo(
        f"Baris: {report.rows}. Baru: {report.good}. "
        f"Sudah ada: {report.known}. Bermasalah: {report.bad}."
    )
    for problem in found[:SHOWN]:
        fault = problem.fault
        what = f"{problem.field} {problem.shown}".strip()
        click.echo(f"{'x' if problem.fatal else '!'} baris {problem.line}, {what}: {fault.message}")
        click.echo(f"    {fault.action}")
    if len(found) > SHOWN:
        click.echo(f"... dan {len(found) - SHOWN} masalah lagi.")
