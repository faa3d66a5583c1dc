"""Every refusal as a person or a phone reads it: code, message, what to do."""

import logging

from flask import Flask, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response

from field.domain.fault import BODY_TOO_LARGE, NOT_FOUND, Fault, FaultKind, Nature
from field.domain.text import N_
from web.access import LOGIN_NEEDED

log = logging.getLogger("antarjemput.errors")

STATUS = {
    Nature.BAD_INPUT: 422,
    Nature.NOT_ALLOWED: 403,
    Nature.NOT_FOUND: 404,
    Nature.CONFLICT: 409,
    Nature.TOO_LARGE: 413,
    Nature.UNAVAILABLE: 503,
}

STALE_FORM = FaultKind(
    "stale_form",
    Nature.BAD_INPUT,
    N_("Halaman ini sudah terlalu lama terbuka."),
    N_("Muat ulang halaman, lalu kirim sekali lagi."),
)
TOO_MANY = FaultKind(
    "too_many_tries",
    Nature.UNAVAILABLE,
    N_("Terlalu banyak percobaan dalam waktu singkat."),
    N_("Tunggu satu menit, lalu coba lagi."),
)
METHOD = FaultKind(
    "wrong_method",
    Nature.BAD_INPUT,
    N_("Halaman ini tidak menerima cara kirim itu."),
    N_("Kembali ke halaman sebelumnya dan pakai tombol yang ada."),
)
BAD_REQUEST = FaultKind(
    "bad_request",
    Nature.BAD_INPUT,
    N_("Isi kiriman tidak bisa dibaca."),
    N_("Muat ulang halaman, lalu coba lagi."),
)
BROKEN = FaultKind(
    "broken",
    Nature.UNAVAILABLE,
    N_("Ada yang rusak di pihak kami; data Anda tidak berubah."),
    N_("Coba lagi sebentar. Bila tetap gagal, beri tahu admin kode %(reference)s."),
)


def fault_texts(fault: Fault) -> dict[str, str]:
    """Return the fault in the reader's language."""
    # A value may be a marked word itself ("Akun tidak ditemukan").
    values = {k: gettext(v) if isinstance(v, str) and v else v for k, v in fault.values.items()}
    return {
        "code": fault.code,
        "message": gettext(fault.kind.message) % values,
        "action": gettext(fault.kind.action) % values,
    }


def answer(fault: Fault, status: int | None = None) -> tuple[Response | str, int]:
    """Answer JSON to a phone and a page to a person."""
    status = status or STATUS[fault.kind.nature]
    if request.path.startswith("/api/"):
        return jsonify(fault_texts(fault)), status
    return render_template("fault.html", fault=fault_texts(fault), status=status), status


def _on_fault(fault: Fault) -> tuple[Response | str, int] | Response:
    if fault.kind is LOGIN_NEEDED:
        if request.path.startswith("/api/"):
            return answer(fault, 401)
        return redirect(url_for("login.page", next=request.full_path.rstrip("?")))
    return answer(fault)


def _on_http(error: HTTPException) -> tuple[Response | str, int] | HTTPException:
    code = error.code or 500
    if code < 400:
        return error  # a redirect is no error
    kinds = {404: NOT_FOUND, 405: METHOD, 429: TOO_MANY}
    if isinstance(error, RequestEntityTooLarge):
        return answer(Fault(BODY_TOO_LARGE, limit=(request.max_content_length or 0) // 2**20))
    if isinstance(error, CSRFError):
        return answer(Fault(STALE_FORM), 400)
    return answer(Fault(kinds.get(code, BAD_REQUEST), what=gettext("Halaman")), code)


def init_errors(app: Flask) -> None:
    """Answer every error in words; the trace goes to the log, under a reference."""

    def on_crash(error: Exception) -> tuple[Response | str, int]:
        reference = request.environ.get("antarjemput.reference", "-")
        log.error("crash %s", reference, exc_info=error)
        return answer(Fault(BROKEN, reference=reference), 500)

    app.register_error_handler(Fault, _on_fault)
    app.register_error_handler(HTTPException, _on_http)
    app.register_error_handler(Exception, on_crash)
