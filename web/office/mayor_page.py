"""One page for the mayor: how far the campaign is, when it ends, and what stands in the way."""

from dataclasses import dataclass

from flask import render_template
from flask_babel import gettext

from field.domain.settings import Settings
from field.domain.table import Table
from field.services.campaign_tracking import Tracking
from field.services.campaigns import CampaignLine
from web.language import sel
from web.office.burn_plot import BurnPlot, burn_plot
from web.office.campaign_words import forecast_words, kecamatan_table, tracking_table


@dataclass(frozen=True, slots=True)
class MayorPage:
    """All that the paper shows; `facts` are a figure and what it counts."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    plots: tuple[tuple[str, BurnPlot | None], ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def mayor_page(line: CampaignLine, seen: Tracking) -> MayorPage:
    facts = (
        (sel(seen.cards), gettext("kartu dalam kampanye")),
        (sel(seen.printing.done), gettext("sudah dicetak")),
        (sel(seen.delivering.done), gettext("sudah di tangan warga")),
        (sel(seen.print_end.likely), gettext("perkiraan cetak selesai")),
        (sel(seen.door_end.likely), gettext("perkiraan kartu terakhir sampai")),
    )
    behind = [
        gettext("Cetak: %(count)s kartu di belakang rencana.", count=sel(seen.printing.behind))
        if seen.printing.behind > 0 else gettext("Cetak: sesuai rencana."),
        gettext("Antar: %(count)s kartu di belakang rencana.", count=sel(seen.delivering.behind))
        if seen.delivering.behind > 0 else gettext("Antar: sesuai rencana."),
    ]  # fmt: skip
    if seen.spoiled:
        behind.append(gettext("%(count)s cetakan rusak dan diulang.", count=sel(seen.spoiled)))
    return MayorPage(
        title=line.name,
        subtitle=gettext(
            "%(first)s sampai %(last)s, keadaan %(today)s",
            first=sel(line.first_day),
            last=sel(line.last_day),
            today=sel(seen.today),
        ),
        facts=facts,
        plots=(
            (gettext("Belum dicetak"), burn_plot(seen.cards, seen.printing.burn(), seen.print_end)),
            (gettext("Belum sampai"), burn_plot(seen.cards, seen.delivering.burn(), seen.door_end)),
        ),
        tables=(tracking_table(seen), kecamatan_table(seen)),
        notes=(*behind, forecast_words(seen)),
    )


def mayor_document(page: MayorPage, office: Settings) -> str:
    """Return the page as a document for paper."""
    return render_template("office/campaign/mayor.html", page=page, office=office)
