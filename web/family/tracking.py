"""Following a request: a page behind a link that nobody can guess, and the family's answers."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.services import tracking
from web.access import public
from web.doors import doors
from web.family.words import page_words
from web.limits import limiter

blueprint = Blueprint(
    "family_tracking", __name__, url_prefix="/jemput/lihat", template_folder="templates"
)
PER_LINE = "60 per minute"  # guessing 128 bits is hopeless; hammering is rude all the same


@blueprint.get("/<token>")
@public
@limiter.limit(PER_LINE)
def page(token: str) -> Response:
    shown = tracking.follow(token, doors())
    html = render_template("family/tracking.html", one=shown, **page_words())
    response = current_app.make_response(html)
    response.headers["Referrer-Policy"] = "no-referrer"  # the link is the key
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@blueprint.get("/<token>/petugas.jpg")
@public
@limiter.limit(PER_LINE)
def officer(token: str) -> Response:
    picture = tracking.officer_photo(token, doors())
    return current_app.response_class(picture.body, mimetype=picture.media_type)


@blueprint.post("/<token>/<any(batal, pindah, setuju, lapor):act>")
@public
@limiter.limit(PER_LINE)
def answer(token: str, act: str) -> Response:
    why = request.form.get("alasan", "")
    if act == "batal":
        tracking.cancel(token, why, doors())
        flash(gettext("Permohonan dibatalkan. Terima kasih sudah memberi tahu."), "success")
    elif act == "pindah":
        tracking.another_day(token, why, doors())
        flash(gettext("Kantor akan menawarkan hari lain."), "success")
    elif act == "setuju":
        tracking.agree(token, doors())
        flash(gettext("Terima kasih. Waktunya sudah pasti."), "success")
    else:
        tracking.report(token, why, doors())
        flash(gettext("Laporan sudah kami terima dan segera diperiksa."), "success")
    return redirect(url_for(".page", token=token))
