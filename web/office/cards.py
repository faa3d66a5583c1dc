"""Kartu: the table of cards, searched and filtered by its address, and the custody of one."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.card import PLACE_WORDS
from field.domain.card_search import CardFilter, SearchKind, read_search
from field.services import card_list
from web.access import OFFICE, requires
from web.doors import doors
from web.office.paging import Pager, here, page_number
from web.office.scope import within
from web.office.sending import send

blueprint = Blueprint(
    "office_cards", __name__, url_prefix="/kantor/data/kartu", template_folder="templates"
)
PARTS = ("cari", "kelurahan", "tempat", "mendesak", "urut", "arah")


def chosen() -> CardFilter:
    """Return what the address asks for."""
    args = request.args
    return CardFilter(
        search=read_search(args.get("cari", "")),
        kelurahan=args.get("kelurahan", ""),
        place=args.get("tempat", ""),
        urgent=args.get("mendesak") == "ya",
        sort=args.get("urut", "waiting"),
        turned=args.get("arah") == "turun",
    )


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    total = card_list.count_cards(chosen(), within())
    pager = Pager(page_number(), total)
    cards = card_list.cards(chosen(), within(), pager.page, doors())
    return render_template(
        "office/cards.html", cards=cards, pager=pager, chosen=chosen(), here=here,
        places=PLACE_WORDS, kecamatan=within(), args=request.args,
    )  # fmt: skip


@blueprint.post("/cari")
@requires(*OFFICE)
def search() -> Response:
    """Turn a search into an address. A whole NIK is looked up here and goes no further."""
    query = {name: request.form[name] for name in PARTS if request.form.get(name)}
    asked = read_search(query.get("cari", ""))
    if asked.kind is SearchKind.WHOLE_NUMBER:
        found = card_list.find_number(asked.first, within(), doors())
        if found:
            return redirect(url_for("office_cards.one", card_id=found))
        query = {"cari": asked.first[-4:]}
    return redirect(f"{url_for('office_cards.page')}?{urlencode(query)}")


@blueprint.get("/kartu.<any(xlsx, csv):form>")
@requires(*OFFICE)
def export(form: str) -> Response:
    return send(card_list.export(chosen(), within(), form, gettext, doors()))


@blueprint.get("/<int:card_id>")
@requires(*OFFICE)
def one(card_id: int) -> str:
    card = card_list.card(card_id, within(), doors())
    moves = card_list.custody(card_id, within(), doors())
    return render_template("office/card.html", card=card, moves=moves, places=PLACE_WORDS)
