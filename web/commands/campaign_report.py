"""What a tried campaign says: the same tables on screen, in files and on the mayor's page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from flask_babel import gettext

from field.domain.cetak.figures import comparison, day_table
from field.domain.cetak.tracking import BurnPoint
from field.domain.settings import Settings
from field.domain.table import Table
from field.services.campaign_trial import TriedOut
from field.services.demo_campaign import Yardstick
from field.services.tables import tables_file
from web.language import sel
from web.office.burn_plot import burn_plot
from web.office.campaign_remedies import remedy_words
from web.office.mayor_page import MayorPage, mayor_document
from web.paper.pdf import can_make_pdf, pdf_of


def tables_of(found: TriedOut) -> tuple[Table, Table]:
    """Return the days, and the comparison."""
    return day_table(found.days, gettext), comparison(found.trial, gettext)


def write_files(found: TriedOut, asked: Yardstick, folder: Path) -> list[Path]:
    """Write the tables as CSV and XLSX, and the page for the mayor where Pango is there."""
    tables = tables_of(found)
    name = f"kampanye-{asked.cards}-{asked.seed}"
    bodies = {kind: tables_file(tables, kind) for kind in ("csv", "xlsx")}
    if can_make_pdf():
        page = _page(found, asked, tables)
        bodies["pdf"] = pdf_of([mayor_document(page, Settings())], page.title)
    paths = [folder / f"{name}.{kind}" for kind in bodies]
    for path, body in zip(paths, bodies.values(), strict=True):
        path.write_bytes(body)
    return paths


def left_out_words(found: TriedOut, begins: date) -> Iterator[str]:
    """Say what does not fit, and what would help."""
    if found.left_out:
        yield gettext("%(count)s kartu tidak muat.", count=sel(found.left_out))
    for code, values in found.ways_out:
        yield remedy_words(code, values, begins)


def _page(found: TriedOut, asked: Yardstick, tables: tuple[Table, ...]) -> MayorPage:
    ours = found.trial.ours
    begins = sel(asked.begins)
    facts = (
        (sel(ours.cards), gettext("kartu dalam kampanye")),
        (sel(ours.printed), gettext("dicetak")),
        (sel(ours.delivered), gettext("sampai di tangan")),
        (sel(ours.days), gettext("hari cetak")),
        (sel(ours.travel_minutes_per_card), gettext("menit jalan per kartu")),
    )
    notes = [gettext(
        "Kota contoh: %(printers)s mesin, %(operators)s operator, %(couriers)s kurir. Kedua cara "
        "menjalani hari yang sama: hujan, mesin rusak, petugas sakit, rumah kosong.",
        printers=asked.printers, operators=asked.operators, couriers=asked.couriers,
    )]  # fmt: skip
    if found.stopped:
        notes.append(gettext("Dihentikan sebelum selesai: angka sejauh yang sudah dihitung."))
    return MayorPage(
        title=gettext("Kampanye %(count)s kartu", count=sel(ours.cards)),
        subtitle=gettext("mulai %(first)s, %(days)s hari", first=begins, days=asked.days),
        facts=facts,
        plots=(
            (gettext("Belum dicetak"), burn_plot(ours.cards, _burn(found, "to_print"), None)),
            (gettext("Belum sampai"), burn_plot(ours.cards, _burn(found, "to_deliver"), None)),
        ),
        tables=tables,
        notes=(*notes, *left_out_words(found, asked.begins)),
    )  # fmt: skip


def _burn(found: TriedOut, name: str) -> list[BurnPoint]:
    left, points = found.trial.ours.cards, []
    for day in found.days:
        left -= getattr(day, name)
        points.append(BurnPoint(day.day, max(0, left), None))
    return points
