"""Batches: their list, and one batch from the printer to the office: print, spoil, check, undo."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.card import PLACE_WORDS
from field.domain.cetak.acts import ACT_WORDS
from field.domain.cetak.batch import NOTHING_THERE, STATE_WORDS, BatchFilter
from field.domain.fault import Fault, Nature
from field.domain.text import N_
from field.services import print_batches, print_crew, print_room
from field.services.print_batches import BatchView
from field.services.print_room import Written
from field.services.settings import settings
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.paging import Pager, here, page_number
from web.office.print import pdf
from web.office.printing import codes, who
from web.office.scope import within
from web.paper.batches import batch_document, batch_labels
from web.paper.pdf import can_make_pdf, pdf_of
from web.typed import number

blueprint = Blueprint(
    "office_batches", __name__, url_prefix="/kantor/cetak/kelompok", template_folder="templates"
)
Answer = Response | str | tuple[str, int]
# Measured: about 0.01 s a card on one core, and nobody waits for ten seconds.
AT_ONCE = 300


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    every = request.args.get("semua") == "ya"
    chosen = BatchFilter(only_open=not every, kelurahan=request.args.get("kelurahan", ""))
    rows, total = print_batches.lines(chosen, within(), page_number())
    return render_template(
        "office/cetak/batches.html", rows=rows, pager=Pager(page_number(), total), every=every,
        states=STATE_WORDS, chosen=chosen, mine=within(), here=here,
    )  # fmt: skip


@blueprint.get("/<int:batch_id>")
@requires(*OFFICE)
def one(batch_id: int) -> str:
    return _one(batch_id)


@blueprint.post("/<int:batch_id>/mulai")
@requires(*OFFICE)
def start(batch_id: int) -> Answer:
    def do() -> None:
        form = request.form
        room = _whole(form.get("mesin", "")), _whole(form.get("operator", ""))
        print_batches.start(batch_id, room, within(), me().id, doors())

    return _done(batch_id, do, gettext("Kelompok ini mulai dicetak."))


@blueprint.post("/<int:batch_id>/dicetak")
@requires(*OFFICE)
def printed(batch_id: int) -> Answer:
    """The next so many cards came out, or those with these codes."""

    def do() -> Written:
        if given := codes():
            return print_room.printed_codes(batch_id, given, who(), doors())
        count = _whole(request.form.get("jumlah", ""))
        return print_room.printed(batch_id, count, who(), doors())

    return _written(batch_id, do, N_("%(count)s kartu dicatat dicetak."))


@blueprint.post("/<int:batch_id>/rusak")
@requires(*OFFICE)
def spoiled(batch_id: int) -> Answer:
    def do() -> Written:
        why = request.form.get("alasan", "")
        return print_room.spoiled(batch_id, codes(), why, who(), doors())

    return _written(batch_id, do, N_("%(count)s kartu rusak kembali ke kepala antrean."))


@blueprint.post("/<int:batch_id>/periksa")
@requires(*OFFICE)
def checked(batch_id: int) -> Answer:
    """Cards are right and in their envelopes: those with these codes, or all that are printed."""

    def do() -> Written:
        read = None if request.form.get("act") == "all" else codes()
        return print_room.checked(batch_id, read, who(), doors())

    return _written(batch_id, do, N_("%(count)s kartu diperiksa, kini di kantor."))


@blueprint.post("/<int:batch_id>/catatan/<int:act_id>/batal")
@requires(*OFFICE)
def undo(batch_id: int, act_id: int) -> Answer:
    def do() -> None:
        print_room.undo(act_id, who(), doors())

    return _done(batch_id, do, gettext("Catatan dibatalkan; kartunya kembali ke tempat semula."))


@blueprint.post("/<int:batch_id>/bubarkan")
@requires(*OFFICE)
def take_apart(batch_id: int) -> Answer:
    def do() -> None:
        print_batches.take_apart(batch_id, within(), me().id, doors())

    return _done(batch_id, do, gettext("Yang belum dicetak kembali ke antrean."))


@blueprint.get("/<int:batch_id>/lembar")
@requires(*OFFICE)
def sheet(batch_id: int) -> Response | str:
    """The sheet to sign: each card with a box, the count, and who hands over to whom."""
    view = print_batches.whole_batch(batch_id, within())
    on_screen = _on_screen(view)
    document = batch_document(view, settings(), on_screen=on_screen)
    if on_screen:
        return document
    title = gettext("Kelompok cetak %(number)s", number=batch_id)
    return pdf(pdf_of([document], title), f"kelompok-{batch_id}.pdf")


@blueprint.get("/<int:batch_id>/label")
@requires(*OFFICE)
def labels(batch_id: int) -> Response | str:
    view = print_batches.whole_batch(batch_id, within())
    on_screen = _on_screen(view)
    document = batch_labels(view, on_screen=on_screen)
    if on_screen:
        return document
    return pdf(pdf_of([document], gettext("Label amplop")), f"label-kelompok-{batch_id}.pdf")


def _one(
    batch_id: int, fault: Fault | None = None, mismatches: list[dict[str, str]] | None = None
) -> str:
    view = print_batches.batch(batch_id, within(), page_number())
    machines, people = print_crew.room()
    return render_template(
        "office/cetak/batch.html", view=view, machines=machines, people=people,
        pager=Pager(page_number(), view.counts.cards), states=STATE_WORDS, words=ACT_WORDS,
        fault=fault_texts(fault) if fault else None, mismatches=mismatches or [],
        places=PLACE_WORDS,
    )  # fmt: skip


def _done(batch_id: int, act: Callable[[], None], said: str) -> Answer:
    try:
        act()
    except Fault as fault:
        return _refused(batch_id, fault)
    flash(said, "success")
    return redirect(url_for(".one", batch_id=batch_id))


def _refused(batch_id: int, fault: Fault) -> Answer:
    """Say on the batch's own page why not; a batch that is not there has no page."""
    if fault.kind.nature is Nature.NOT_FOUND:
        raise fault
    return _one(batch_id, fault), STATUS[fault.kind.nature]


def _written(batch_id: int, act: Callable[[], Written], said: str) -> Answer:
    try:
        written = act()
    except Fault as fault:
        return _refused(batch_id, fault)
    flash(gettext(said, count=written.cards), "success")
    if written.mismatches:
        return _one(batch_id, mismatches=[fault_texts(fault) for fault in written.mismatches])
    return redirect(url_for(".one", batch_id=batch_id))


def _on_screen(view: BatchView) -> bool:
    """Without Pango, for a long sheet, or when asked, the browser prints the page."""
    is_long = len(view.cards) > AT_ONCE
    return is_long or request.args.get("tampilan") == "html" or not can_make_pdf()


def _whole(text: str) -> int:
    try:
        return number(text)
    except ValueError:
        raise Fault(NOTHING_THERE) from None
