"""Asking for jemput: one question a page, kept on our side from page to page."""

from collections.abc import Callable
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.jemput import form as reading
from field.domain.jemput.answers import MOST_PEOPLE, STEPS, Answers
from field.domain.jemput.request import Channel
from field.domain.roles import Role
from field.services import ask_fields, asking, tracking
from field.services.city import kelurahan_names
from web.access import me_or_none, public
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.family.words import page_words
from web.limits import limiter

blueprint = Blueprint("family_asking", __name__, url_prefix="/jemput", template_folder="templates")
COOKIE = "jemput_isian"
PER_LINE = "120 per minute"  # a whole kelurahan may share one line
_STEP = f"/minta/<any({', '.join(STEPS)}):step>"
_PUBLIC = (Channel.PUBLIC, Channel.RT, Channel.KADER)
_OFFICE = (Channel.HOTLINE, Channel.KELURAHAN, Channel.RT, Channel.KADER)


def _draft() -> asking.Draft:
    return asking.draft(request.cookies.get(COOKIE, ""), doors())


def _by_office() -> bool:
    person = me_or_none()
    return person is not None and person.role in (Role.ADMIN, Role.DISPATCHER)


def channels() -> tuple[Channel, ...]:
    return _OFFICE if _by_office() else _PUBLIC


def _keep(change: Callable[[Answers], Answers]) -> str:
    return asking.keep(request.cookies.get(COOKIE, ""), change, doors())


def _on(step: str, draft_id: str, **more: object) -> Response:
    """Go on to a page; the browser remembers which draft is its own for a day."""
    response = redirect(url_for(".page", step=step, **more))  # type: ignore[arg-type]  # parts of the query
    _remember(response, draft_id)
    return response


def _remember(response: Response, draft_id: str) -> None:
    age = int(asking.DRAFT_LIVES.total_seconds())
    response.set_cookie(
        COOKIE, draft_id, max_age=age, httponly=True, samesite="Lax", secure=request.is_secure
    )


def _place(answers: Answers) -> int:
    """Return which person a page is about: the one that it names, else the last."""
    text = request.values.get("orang", "")
    place = int(text) - 1 if text.isdecimal() and len(text) < 3 else len(answers.people) - 1
    return min(max(place, 0), len(answers.people))


@blueprint.get("")
@public
def start() -> str:
    return render_template("family/start.html", going_on=_draft().answers != Answers())


@blueprint.post("/ulang")
@public
def anew() -> Response:
    """Forget what this browser began: a shared phone."""
    response = redirect(url_for(".page", step="siapa"))
    response.delete_cookie(COOKIE)
    return response


@blueprint.get(_STEP)
@public
def page(step: str) -> Response | str:
    draft = _draft()
    if draft.request_id is not None and step == "periksa":
        return redirect(url_for(".sent"))
    if step == "periksa" and draft.answers.next_step != "periksa":
        return redirect(url_for(".page", step=draft.answers.next_step))
    return _shown(step, Answers() if draft.request_id else draft.answers)


def _shown(step: str, answers: Answers, fault: Fault | None = None) -> str:
    place = _place(answers)
    person = answers.people[place] if place < len(answers.people) else None
    return render_template(
        f"family/{step}.html", step=step, answers=answers, place=place, person=person,
        channels=channels(), by_office=_by_office(), kelurahan=kelurahan_names(doors().city),
        fault=fault_texts(fault) if fault else None, most=MOST_PEOPLE, steps=STEPS,
        wrong=str(fault.values.get("field", "")) if fault else "",
        typed=request.form if fault else None, **page_words(),
    )  # fmt: skip


@blueprint.post(_STEP)
@public
@limiter.limit(PER_LINE)
def answer(step: str) -> Response | tuple[str, int]:
    try:
        return _READ[step]()
    except Fault as fault:
        return _shown(step, _draft().answers, fault), STATUS[fault.kind.nature]


def _who() -> Response:
    place = 0

    def change(answers: Answers) -> Answers:
        nonlocal place
        place = _place(answers) if "orang" in request.values else len(answers.people)
        place = min(place, len(answers.people), MOST_PEOPLE - 1)
        before = answers.people[place] if place < len(answers.people) else None
        return answers.with_person(place, reading.read_person(request.form, before))

    draft_id = _keep(change)
    return _on("bantuan", draft_id, orang=place + 1)


def _help() -> Response:
    def change(answers: Answers) -> Answers:
        place = _place(answers)
        if place >= len(answers.people):
            raise Fault(asking.NO_DRAFT)
        person = reading.read_help(
            request.form, answers.people[place], ask_fields.area_code(doors())
        )
        return answers.with_person(place, person)

    return _on("serumah", _keep(change))


def _household() -> Response:
    """Go on, or take somebody off the list."""
    gone = request.form.get("hapus", "")
    if gone.isdecimal() and len(gone) < 3:
        return _on("serumah", _keep(lambda answers: answers.without_person(int(gone) - 1)))
    return redirect(url_for(".page", step="alamat"))


def _address() -> Response:
    pin = ask_fields.read_pin(request.form.get("titik", ""), doors())
    known = kelurahan_names(doors().city)
    draft_id = _keep(
        lambda answers: replace(reading.read_address(request.form, answers, known), pin=pin)
    )
    return _on("foto", draft_id)


def _photo() -> Response:
    file = request.files.get("foto")
    body = file.read() if file else b""
    if not body:
        return redirect(url_for(".page", step="waktu"))
    name = ask_fields.keep_photo(body, doors())
    return _on("waktu", _keep(lambda answers: replace(answers, photo=name)))


def _when() -> Response:
    days = request.form.getlist("hari")
    return _on("kontak", _keep(lambda answers: reading.read_when(request.form, days, answers)))


def _contact() -> Response:
    area, known = ask_fields.area_code(doors()), channels()
    return _on(
        "periksa", _keep(lambda answers: reading.read_contact(request.form, answers, known, area))
    )


def _send() -> Response:
    person = me_or_none()
    sender = asking.Sender(
        request.remote_addr or "", person.id if person and _by_office() else None
    )
    agreed = request.form.get("oleh", "") if request.form.get("setuju") == "ya" else ""
    asking.submit(request.cookies.get(COOKIE, ""), agreed, sender, doors())
    return redirect(url_for(".sent"))


_READ: dict[str, Callable[[], Response]] = {
    "siapa": _who,
    "bantuan": _help,
    "serumah": _household,
    "alamat": _address,
    "foto": _photo,
    "waktu": _when,
    "kontak": _contact,
    "periksa": _send,
}


@blueprint.get("/terkirim")
@public
def sent() -> Response | str:
    """What can be kept: the code, what happens next, by when."""
    return _after("family/sent.html")


@blueprint.get("/slip")
@public
def slip() -> Response | str:
    """The printed slip, for who was asked on behalf of."""
    return _after("family/slip.html")


def _after(template: str) -> Response | str:
    request_id = _draft().request_id
    if request_id is None:
        return redirect(url_for(".start"))
    shown = tracking.by_id(request_id, doors())
    link = url_for("family_tracking.page", token=shown.token, _external=True)
    return render_template(template, one=shown, link=link, by_office=_by_office(), **page_words())
