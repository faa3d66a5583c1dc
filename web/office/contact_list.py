"""The list of residents as a file, with the columns of the page."""

from collections.abc import Sequence
from datetime import date

from flask import current_app
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.contact import Outcome
from field.domain.text import N_
from field.services.tomorrow import Resident, list_file
from web.office.resident_words import window_of

HEAD = (
    N_("Rute"), N_("Urutan"), N_("Nama"), N_("Kelurahan"), N_("RT"), N_("RW"),
    N_("Sekitar (WIB)"), N_("Telepon"), N_("Kode amplop"), N_("Keadaan"),
)  # fmt: skip
STATES = {
    None: N_("Belum dihubungi"),
    Outcome.REACHED: N_("Sudah dihubungi"),
    Outcome.UNREACHED: N_("Tidak terjangkau"),
}


def contact_list(residents: Sequence[Resident], day: date) -> Response:
    body = list_file([gettext(word) for word in HEAD], [_cells(one) for one in residents])
    response = current_app.response_class(body, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="warga-{day}.csv"'
    return response


def _cells(one: Resident) -> list[str]:
    return [
        str(one.route),
        str(one.sequence),
        ", ".join(one.names),
        one.kelurahan_name,
        one.rt,
        one.rw,
        window_of(one),
        one.phone.display if one.phone else "",
        ", ".join(one.codes),
        gettext(STATES[one.outcome]),
    ]
