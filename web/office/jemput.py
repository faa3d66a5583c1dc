"""Jemput: what families ask, looked over and decided; every step with who, when and why."""

from datetime import date, time

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput.doubts import DOUBT_WORDS
from field.domain.jemput.letters import TEMPLATE_WORDS, Template
from field.domain.jemput.request import (
    STATE_WORDS,
    Act,
    Channel,
    RequestFilter,
    RequestState,
    may,
)
from field.services import completing, deciding, evenings, tracking
from field.services.city import office_list
from field.services.completing import Told
from field.services.deciding import Appointment, Decider
from field.services.evenings import Night
from field.services.planning import local_today
from field.services.settings import settings
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts
from web.office.paging import Pager, here, page_number
from web.office.scope import within
from web.typed import day, number

blueprint = Blueprint(
    "office_jemput", __name__, url_prefix="/kantor/jemput", template_folder="templates"
)
EVENING = "malam-"
LAPSED = "lewat"
ACTS = {
    "periksa": Act.DOUBT,
    "beres": Act.CLEAR,
    "tolak": Act.REFUSE,
    "batalkan": Act.CANCEL,
    "buka": Act.REOPEN,
    "setuju": Act.AGREE,
}


def _decider() -> Decider:
    return Decider(me().id, within())


def _chosen() -> RequestFilter:
    args = request.args
    states = [args["keadaan"]] if args.get("keadaan") in list(RequestState) else []
    channel = args.get("lewat", "")
    return RequestFilter(
        states=tuple(states),
        kelurahan=args.get("kelurahan", ""),
        channel=channel if channel in list(Channel) else "",
        accepted_before=local_today(doors()) if args.get("keadaan") == LAPSED else None,
    )


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    rows, total = deciding.requests(_chosen(), within(), page_number())
    return render_template(
        "office/jemput/list.html", requests=rows, pager=Pager(page_number(), total), here=here,
        chosen=_chosen(), counts=deciding.counts(within()), states=STATE_WORDS,
        today=local_today(doors()), lapsed=deciding.count_lapsed(local_today(doors()), within()),
        doubts=DOUBT_WORDS, kecamatan=within(), channels=list(Channel),
    )  # fmt: skip


def _one(request_id: int, fault: Fault | None = None) -> str:
    row = deciding.request_of(request_id, within())
    messages = deciding.messages_of(request_id, within())
    template = _template_for(RequestState(row.state), deciding.last_told(messages))
    return render_template(
        "office/jemput/one.html", one=row, may=may, acts=Act, states=STATE_WORDS,
        doubts=DOUBT_WORDS, templates=TEMPLATE_WORDS, template=template,
        letter=deciding.letter(request_id, template, within(), doors()) if template else None,
        messages=messages, typed=request.form,
        places=office_list(doors().city), nights=_nights(), link=tracking.token_of(row, doors()),
        fault=fault_texts(fault) if fault else None, office=settings(),
        names=deciding.names_of(row), today=local_today(doors()),
        in_vain=deciding.sent_in_vain(row, doors()),
    )  # fmt: skip


def _template_for(state: RequestState, last: str) -> Template | None:
    """What a family is to be told in this state, or of a turn that moved since."""
    if last == Template.TURN_MOVED and state is RequestState.ACCEPTED:
        return Template.TURN_MOVED
    return {
        RequestState.ACCEPTED: Template.ACCEPTED,
        RequestState.PROPOSED: Template.PROPOSED,
        RequestState.REFUSED: Template.REFUSED,
        RequestState.CANCELLED: Template.CANCELLED,
    }.get(state)


@blueprint.get("/<int:request_id>")
@requires(*OFFICE)
def one(request_id: int) -> str:
    return _one(request_id)


@blueprint.get("/<int:request_id>/foto")
@requires(*OFFICE)
def picture(request_id: int) -> Response:
    found = deciding.photo(request_id, within(), doors())
    return current_app.response_class(found.body, mimetype=found.media_type)


@blueprint.get("/<int:request_id>/slip")
@requires(*OFFICE)
def slip(request_id: int) -> str:
    """The slip for a family that has no phone."""
    row = deciding.request_of(request_id, within())
    return render_template(
        "family/slip.html", one=tracking.by_id(row.id, doors()), office=settings()
    )


def _appointment() -> Appointment:
    form = request.form
    evening = form.get("tempat", "").removeprefix(EVENING)
    try:
        if evening != form.get("tempat", ""):
            # Its own date and hours count; what else was typed does not.
            return Appointment(date.min, time(), time(), "", number(evening))
        return Appointment(
            day(form.get("tanggal", "")),
            time.fromisoformat(form.get("mulai", "")),
            time.fromisoformat(form.get("sampai", "")),
            _place(form.get("tempat", "")),
        )
    except ValueError:
        raise Fault(deciding.BAD_TIME) from None


def _nights() -> list[tuple[str, Night]]:
    """Return the evenings with room, as values of the same choice as offices."""
    return [
        (f"{EVENING}{one.evening.id}", one) for one in evenings.open_nights(doors()) if one.free
    ]


def _place(code: str) -> str:
    if code not in {office.code for office in office_list(doors().city)}:
        raise ValueError("Nobody is recorded at an office that is not known.")
    return code


@blueprint.post("/<int:request_id>/terima")
@requires(*OFFICE)
def accept(request_id: int) -> Response | tuple[str, int]:
    try:
        others = deciding.accept(request_id, _appointment(), _decider(), doors())
    except Fault as fault:
        return _refused(request_id, fault)
    said = gettext("Permohonan diterima. Kabari keluarganya.")
    if others:
        more = gettext("Satu mobil tidak cukup: sebagian naik mobil lain, kode %(codes)s.")
        said += " " + more % {"codes": ", ".join(others)}
    return _back(request_id, said)


@blueprint.post("/<int:request_id>/tawarkan")
@requires(*OFFICE)
def propose(request_id: int) -> Response | tuple[str, int]:
    why = request.form.get("alasan", "")
    try:
        deciding.propose(request_id, _appointment(), why, _decider(), doors())
    except Fault as fault:
        return _refused(request_id, fault)
    return _back(request_id, gettext("Waktu lain ditawarkan. Kabari keluarganya."))


@blueprint.post(f"/<int:request_id>/<any({', '.join(ACTS)}):act>")
@requires(*OFFICE)
def say(request_id: int, act: str) -> Response | tuple[str, int]:
    why = request.form.get("alasan", "")
    try:
        deciding.say(request_id, ACTS[act], why, _decider(), doors())
    except Fault as fault:
        return _refused(request_id, fault)
    return _back(request_id, gettext("Tercatat."))


@blueprint.post("/<int:request_id>/bantuan")
@requires(*OFFICE)
def aid(request_id: int) -> Response:
    """Write down what people can do, as the family told on the telephone."""
    aids = {
        int(name.removeprefix("bantuan-")): value
        for name, value in request.form.items()
        if name.removeprefix("bantuan-").isdecimal() and len(name) < 20
    }
    deciding.set_aid(request_id, aids, _decider(), doors())
    return _back(request_id, gettext("Tercatat."))


@blueprint.post("/<int:request_id>/kontak")
@requires(*OFFICE)
def contact(request_id: int) -> Response | tuple[str, int]:
    """Write down how to reach a family, and where it lives."""
    form = request.form
    names = ("kontak", "telepon", "jalan", "patokan")
    told = Told(*(form.get(name, "")[:500] for name in names))
    try:
        completing.complete(request_id, told, me().id, within(), doors())
    except Fault as fault:
        return _refused(request_id, fault)
    return _back(request_id, gettext("Tercatat."))


@blueprint.post("/<int:request_id>/dikabari")
@requires(*OFFICE)
def told(request_id: int) -> Response:
    """Note that somebody called or wrote to the family himself."""
    state = RequestState(deciding.request_of(request_id, within()).state)
    last = deciding.last_told(deciding.messages_of(request_id, within()))
    template = _template_for(state, last)
    if template:
        deciding.mark_told(request_id, template, _decider(), doors())
    return _back(request_id, gettext("Tercatat: keluarga sudah dikabari."))


def _refused(request_id: int, fault: Fault) -> tuple[str, int]:
    return _one(request_id, fault), 409 if fault.kind.nature.value == "conflict" else 422


def _back(request_id: int, text: str) -> Response:
    flash(text, "success")
    return redirect(url_for(".one", request_id=request_id))
