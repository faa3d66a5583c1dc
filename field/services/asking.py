"""Asking: a family's answers are kept page by page, and become one request when they are sent."""

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from data.regions import regions
from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.jemput.answers import Answers, PersonAnswer
from field.domain.jemput.doubts import MOST_A_DAY, MOST_OF_A_HELPER, TOO_MANY, Doubt
from field.domain.jemput.form import NO_CONSENT
from field.domain.jemput.needs import service_for
from field.domain.jemput.request import Act, Channel, RequestState, moved
from field.domain.nik import Nik
from field.domain.place import Confidence, Point
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.regions import region_names
from field.store import audit
from field.store import requests as store
from field.store.db import transaction
from field.store.settings import settings
from field.store.tables import AskDraft, Household, Person, Request, RequestStep
from field.store.work import open_job

CONSENT = "2026-11"  # grows when the text of web/family changes
DRAFT_LIVES = timedelta(days=1)
_DAY = timedelta(days=1)
_HELPERS = frozenset({Channel.RT, Channel.KADER})

NO_DRAFT = FaultKind(
    "ask.no_draft",
    Nature.NOT_FOUND,
    N_("Isian yang belum dikirim sudah dihapus setelah satu hari."),
    N_("Mulai lagi dari halaman pertama."),
)
NOT_COMPLETE = FaultKind(
    "ask.not_complete",
    Nature.BAD_INPUT,
    N_("Masih ada pertanyaan yang belum dijawab."),
    N_("Lengkapi pertanyaan yang ditandai, lalu kirim."),
)


NOTHING = Answers()


@dataclass(frozen=True)
class Draft:
    """What was answered so far; the request, once it was sent."""

    answers: Answers = NOTHING
    request_id: int | None = None


@dataclass(frozen=True)
class Sender:
    """Who sends it: his line (a network address), and his account when he works for the office."""

    line: str
    user_id: int | None = None


def draft(draft_id: str, doors: Doors) -> Draft:
    """Return the answers of this browser; none when there are none, or they are too old."""
    row = store.draft_or_none(draft_id) if draft_id else None
    if row is None or row.touched_at < doors.clock.now() - DRAFT_LIVES:
        return Draft()
    return Draft(_opened(row, doors), row.request_id)


def keep(draft_id: str, change: Callable[[Answers], Answers], doors: Doors) -> str:
    """Keep what one page answered; returns the draft's name, a new one when it was sent before."""
    now = doors.clock.now()
    with transaction() as live:
        store.drop_drafts(live, now - DRAFT_LIVES)
        row = store.locked_draft_or_none(live, draft_id) if draft_id else None
        if row is None or row.request_id is not None:
            row = AskDraft(id=str(uuid.uuid4()))
            answers = change(Answers())
        else:
            answers = change(_opened(row, doors))
        row.sealed = doors.vault.seal(answers.to_json().encode(), owner=row.id)
        row.touched_at = now
        live.add(row)
        return row.id


def submit(draft_id: str, agreed: str, sender: Sender, doors: Doors) -> int:
    """Turn the answers into a request; sent twice, it is one.

    Args:
        draft_id: whose answers.
        agreed: by whom the consent was given (self, family, told); empty: by nobody.
        sender: see Sender.
        doors: see Doors.
    """
    now = doors.clock.now()
    with transaction() as live:
        row = store.locked_draft_or_none(live, draft_id) if draft_id else None
        if row is None:
            raise Fault(NO_DRAFT)
        if row.request_id is not None:
            return row.request_id
        answers = _opened(row, doors)
        if answers.next_step != "periksa":
            raise Fault(NOT_COMPLETE)
        if agreed not in ("self", "family", "told"):
            raise Fault(NO_CONSENT, field="setuju")
        request = _request(answers, agreed, sender, doors)
        _mind_limits(request, doors)
        request.code = store.new_code(live)
        request.household = _household(answers, request.code, now, doors)
        live.add(request)
        live.flush()
        _take_first_steps(request, answers, now, doors)
        if answers.pin is None:
            open_job(live, "locate", {}, by=sender.user_id, at=now)
        row.request_id = request.id
        row.sealed = doors.vault.seal(Answers().to_json().encode(), owner=row.id)
        audit.record(
            live, "request.ask", at=now, by=sender.user_id, subject=f"request:{request.id}",
            channel=request.channel, people=len(request.people),
        )  # fmt: skip
        return request.id


def _opened(row: AskDraft, doors: Doors) -> Answers:
    return Answers.from_json(doors.vault.open(row.sealed, owner=row.id).decode())


def _request(answers: Answers, agreed: str, sender: Sender, doors: Doors) -> Request:
    now = doors.clock.now()
    index = doors.vault.index
    return Request(
        check_code=f"{secrets.randbelow(10_000):04d}",
        state=RequestState.NEW,
        service=service_for(answers.aids),
        channel=answers.channel,
        asked_at=now,
        asked_by=sender.user_id,
        asker=answers.asker,
        kecamatan=answers.kelurahan[:8],
        contact_name=answers.contact_name,
        phone=answers.phone,
        email=answers.email,
        phone_index=index(f"phone:{answers.phone}"),
        address_index=index(f"address:{_address(answers, doors).key}"),
        origin_index=index(f"line:{sender.line}"),
        weekdays=list(answers.weekdays),
        hours=answers.hours,
        will_call=answers.will_call,
        consent_version=CONSENT,
        consent_by=agreed,
        consent_at=now,
        photo=answers.photo,
        people=[_person(one, doors) for one in answers.people],
    )


def _person(answer: PersonAnswer, doors: Doors) -> Person:
    seal = str(uuid.uuid4())
    nik = Nik.parse(answer.nik) if answer.nik else None
    card = answer.care.to_json().encode()
    return Person(
        seal=seal,
        name=answer.name,
        nik_cipher=doors.vault.seal(nik.secret.encode(), owner=seal) if nik else None,
        nik_index=doors.vault.index(nik.secret) if nik else "",
        nik_last4=nik.last4 if nik else "",
        age_group=answer.age,
        aid=answer.aid,
        companion=answer.companion,
        companion_name=answer.companion_name,
        companion_phone=answer.companion_phone,
        care_cipher=None if answer.care.empty else doors.vault.seal(card, owner=f"care:{seal}"),
    )


def _household(answers: Answers, code: str, now: datetime, doors: Doors) -> Household:
    address = _address(answers, doors)
    house = Household(
        key=sha256(f"request:{code}".encode()).hexdigest(),
        raw=answers.street,
        street=address.full_street[:160],
        number=(address.number or "")[:40],
        rt=answers.rt,
        rw=answers.rw,
        kelurahan=answers.kelurahan,
        kecamatan=answers.kelurahan[:8],
        landmark=answers.landmark,
        phone=answers.phone,
    )
    if answers.pin:
        house.lat, house.lon = answers.pin
        house.confidence, house.point_source = Confidence.GIVEN.value, "given"
        clash = doors.geocoders.doubts(address, Point(*answers.pin))
        house.point_clash = clash[0].code if clash else ""
        house.located_at = now
    return house


def _address(answers: Answers, doors: Doors) -> Address:
    """Read the street's line; RT, RW and kelurahan were asked on their own."""
    read = parse_address(answers.street, region_names(doors.city))
    place = regions(doors.city).by_code(answers.kelurahan)
    return Address(
        street=read.street,
        number=read.number,
        block=read.block,
        rt=answers.rt or read.rt,
        rw=answers.rw or read.rw,
        kelurahan=place.name if place else None,
        kecamatan=place.kecamatan.name if place else None,
        raw=answers.street,
    )


def _mind_limits(request: Request, doors: Doors) -> None:
    """Ask who asks very often to call; the office's own people are not counted."""
    if request.asked_by is not None:
        return
    since = doors.clock.now() - _DAY
    most = dict(MOST_A_DAY)
    if request.channel in _HELPERS:
        most["phone"] = MOST_OF_A_HELPER
    for column, limit in most.items():
        if store.asked_since(column, getattr(request, f"{column}_index"), since) >= limit:
            raise Fault(TOO_MANY, hotline=settings().hotline or "-")


def _take_first_steps(request: Request, answers: Answers, now: datetime, doors: Doors) -> None:
    by = "office" if request.asked_by else "family"
    request.steps.append(
        RequestStep(at=now, act=Act.ASK, state=RequestState.NEW, by=by, by_user_id=request.asked_by)
    )
    request.doubts = [doubt.value for doubt in _doubts(request, answers, doors)]
    if request.doubts:
        why = N_("Pemeriksaan otomatis")
        request.state = moved(RequestState.NEW, Act.DOUBT, why=why)
        request.steps.append(
            RequestStep(at=now, act=Act.DOUBT, state=request.state, by="system", why=why)
        )


def _doubts(request: Request, answers: Answers, doors: Doors) -> list[Doubt]:
    found = []
    if store.has_twin(request):
        found.append(Doubt.DUPLICATE)
    if answers.pin and not regions(doors.city).contains(*answers.pin):
        found.append(Doubt.OUTSIDE_CITY)
    elif request.household.point_clash:
        found.append(Doubt.OTHER_KELURAHAN)
    if store.has_card(person.nik_index for person in request.people):
        found.append(Doubt.ALREADY_RECORDED)
    return found
