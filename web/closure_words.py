"""How a closed or turned road is said to a person, and what a map needs to draw it."""

from flask_babel import gettext

from field.domain.closures import REASONS, Effect
from field.domain.courier import VEHICLES
from field.domain.text import N_
from field.services.closures import Closure, Shown
from web.language import tanggal

EFFECTS: dict[str, str] = {
    Effect.CLOSED: N_("Ditutup"),
    Effect.ONE_WAY: N_("Satu arah"),
    Effect.BOTH_WAYS: N_("Dua arah"),
}
STATES: dict[str, str] = {
    "accepted": N_("Diterima"),
    "refused": N_("Ditolak"),
    "withdrawn": N_("Ditarik kembali kurir"),
}


def who(profiles: list[str]) -> str:
    """Motor, mobil."""
    return ", ".join(gettext(word) for name, word in VEHICLES.items() if name in profiles)


def term(row: Closure) -> str:
    if row.ends is None:
        return str(gettext("sejak %(day)s, seterusnya", day=tanggal(row.begins)))
    if row.ends == row.begins:
        return str(tanggal(row.begins))
    return str(
        gettext("%(first)s sampai %(last)s", first=tanggal(row.begins), last=tanggal(row.ends))
    )


def title(row: Closure) -> str:
    """Ditutup: banjir."""
    return f"{gettext(EFFECTS[row.effect])}: {gettext(REASONS[row.reason])}"


def sentence(row: Closure) -> str:
    """Ditutup: Banjir (Motor, Mobil), Selasa, 24 Nov 2026."""
    return f"{title(row)} ({who(row.profiles)}), {term(row)}"


def on_map(shown: Shown) -> dict[str, object]:
    row = shown.row
    return {
        "id": row.id,
        "effect": row.effect,
        "title": sentence(row),
        "lines": shown.lines,
        "shape": row.shape,
        "points": row.points,
    }
