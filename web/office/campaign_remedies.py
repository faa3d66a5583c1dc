"""What would make room for the cards that are left out, as a sentence in the reader's language."""

from collections.abc import Mapping
from datetime import date, timedelta

from flask_babel import gettext

from field.domain.text import N_
from web.language import sel

# By the code of routing.campaign.ways_out; days as dates and by their number from 1.
REMEDIES = {
    "later_finish": N_("Selesai mencetak %(last)s, hari ke-%(last_number)s."),
    "more_operators": N_(
        "%(operators)s operator lagi dari %(first)s sampai %(last)s "
        "(hari ke-%(first_number)s sampai %(last_number)s)."
    ),
    "more_printers": N_("%(printers)s mesin cetak lagi, masing-masing dengan operatornya."),
    "more_blanks": N_("%(blanks)s blangko lagi, paling lambat %(day)s (hari ke-%(day_number)s)."),
    "more_couriers": N_("%(couriers)s kurir lagi di samping tiap kurir."),
    "fewer_cards": N_("%(cards)s kartu lebih sedikit."),
}
DAYS = ("first", "last", "day")


def remedy_words(code: str, values: Mapping[str, object], begins: date) -> str:
    """Return the sentence; `begins` is the campaign's first day."""
    told: dict[str, object] = {}
    for name, value in values.items():
        number = int(str(value))
        if name in DAYS:
            told |= {name: sel(begins + timedelta(days=number)), f"{name}_number": number + 1}
        else:
            told[name] = sel(number)
    return str(gettext(REMEDIES[code]) % told)
