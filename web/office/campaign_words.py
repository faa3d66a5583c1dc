"""A campaign in tables and sentences, in the reader's language."""

from collections.abc import Mapping

from flask_babel import gettext

from field.domain.cetak.forecast import Finish
from field.domain.cetak.tracking import TrackedDay
from field.domain.job import JobState
from field.domain.table import Cell, Table
from field.services.campaign_tracking import Tracking
from field.services.city import kecamatan_names, kelurahan_names
from field.services.jobs import JobView
from web.doors import doors
from web.errors import fault_texts


def tracking_table(seen: Tracking) -> Table:
    """Return planned beside done, by day: the same on screen, in files and on paper."""
    head = (
        gettext("Hari"), gettext("Rencana cetak"), gettext("Dicetak"), gettext("Rusak"),
        gettext("Rencana antar"), gettext("Diterima warga"), gettext("Pintu gagal"),
    )  # fmt: skip

    def told(day: TrackedDay, *figures: int) -> tuple[Cell, ...]:
        return figures if day.day <= seen.today else (None,) * len(figures)

    rows = tuple(
        (day.day, day.to_print, *told(day, day.printed, day.spoiled),
         day.to_deliver, *told(day, day.delivered, day.failed))
        for day in seen.days
    )  # fmt: skip
    sums = tuple(
        sum(getattr(day, name) for day in seen.days)
        for name in ("to_print", "printed", "spoiled", "to_deliver", "delivered", "failed")
    )
    return Table(gettext("Hari demi hari"), head, rows, (gettext("Jumlah"), *sums))


def kelurahan_table(seen: Tracking) -> Table:
    names = kelurahan_names(doors().city)
    return _table(gettext("Kelurahan"), {
        names.get(code, code): counts for code, counts in sorted(seen.by_kelurahan.items())
    })  # fmt: skip


def kecamatan_table(seen: Tracking) -> Table:
    found: dict[str, tuple[int, int]] = {}
    for code, (cards, done) in seen.by_kelurahan.items():
        name = kecamatan_names(doors().city).get(code[:8], code[:8])
        before = found.get(name, (0, 0))
        found[name] = (before[0] + cards, before[1] + done)
    return _table(gettext("Kecamatan"), found)


def _table(title: str, counts: Mapping[str, tuple[int, int]]) -> Table:
    head = (title, gettext("Kartu"), gettext("Diterima warga"), gettext("Belum"), gettext("Persen"))
    rows = tuple(
        (name, cards, done, cards - done, 100 * done / cards if cards else 0.0)
        for name, (cards, done) in counts.items()
    )
    cards, done = (sum(row[place] for row in counts.values()) for place in (0, 1))
    share = 100 * done / cards if cards else 0.0
    return Table(title, head, rows, (gettext("Jumlah"), cards, done, cards - done, share))


def ended_words(job: JobView) -> str:
    """Say how the last planning ended when no plan came of it."""
    if job.fault:
        told = fault_texts(job.fault)
        return f"{told['message']} {told['action']}"
    if job.state is JobState.CANCELLED:
        return str(gettext("Perencanaannya dibatalkan; tidak ada yang berubah."))
    return ""


def forecast_words(seen: Tracking) -> str:
    """Say what the forecast rests on, and how sure it is."""
    finish: Finish = seen.print_end
    days, percent = finish.days_seen, round(100 * finish.pace)
    if not days:
        text = gettext("Belum ada hari yang tercatat: perkiraan ini menurut rencana saja.")
    elif not finish.sure:
        text = gettext(
            "Baru %(days)s hari tercatat; rencana ikut diperhitungkan. Laju cetak %(percent)s%% "
            "dari rencana.", days=days, percent=percent,
        )  # fmt: skip
    else:
        text = gettext(
            "Menurut %(days)s hari yang tercatat, laju cetak %(percent)s%% dari rencana.",
            days=days, percent=percent,
        )  # fmt: skip
    span = gettext("Delapan dari sepuluh kali, akhirnya jatuh di antara kedua tanggal itu.")
    more = ""
    if seen.recorded:
        more = " " + gettext(
            "Termasuk %(count)s orang dari perekaman malam dan jemput yang menyusul ke antrean.",
            count=seen.recorded,
        )
    return f"{text} {span}{more}"
