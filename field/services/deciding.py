"""Deciding: the office looks at a request, accepts it, proposes another time, or says why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.jemput.doubts import Doubt
from field.domain.jemput.evening import CLOSED
from field.domain.jemput.letters import Letter, Template
from field.domain.jemput.needs import Aid, Service, service_for
from field.domain.jemput.request import Act, RequestFilter
from field.domain.text import N_
from field.gateways.city_days import hours_on
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.pictures import Picture
from field.store import audit, evenings, messages, people, trips
from field.store import requests as store
from field.store.agreed import open_agreed
from field.store.db import Live, transaction
from field.store.letters import letter_to
from field.store.request_steps import Actor, take_step
from field.store.tables import Courier, Message, Request

BAD_TIME = FaultKind(
    "decide.bad_time",
    Nature.BAD_INPUT,
    N_("Tanggal atau jamnya tidak bisa dipakai."),
    N_("Pilih tanggal mulai hari ini, dan jam selesai sesudah jam mulai."),
)
DAY_OFF = FaultKind(
    "decide.day_off",
    Nature.BAD_INPUT,
    N_("Kantor libur pada tanggal itu."),
    N_("Pilih hari kerja lain."),
)
AID_NEEDED = FaultKind(
    "decide.aid_needed",
    Nature.CONFLICT,
    N_("Belum diketahui apa yang bisa dilakukan orangnya."),
    N_("Telepon keluarganya, isi bantuan yang diperlukan, lalu terima."),
)
UNDER_WAY = FaultKind(
    "decide.under_way",
    Nature.CONFLICT,
    N_("Mobilnya sudah sampai di rumah, atau orangnya sedang tidak di rumah."),
    N_("Telepon sopirnya: ia mencatat “Tidak jadi” di pintu, atau mengantar pulang dulu."),
)


@dataclass(frozen=True)
class Appointment:
    """When, and at which office, somebody is to be recorded."""

    date: date
    begins: time
    ends: time
    place: str
    evening_id: int | None = None  # an evening session: its own date, hours and office count


@dataclass(frozen=True)
class Decider:
    """Who decides, and the kecamatan that bounds him (None: the whole city)."""

    user_id: int
    within: str | None


def requests(chosen: RequestFilter, within: str | None, page: int) -> tuple[list[Request], int]:
    """Return a page of requests, and how many there are."""
    return list(store.requests(chosen, within, page)), store.count_requests(chosen, within)


def counts(within: str | None) -> dict[str, int]:
    return store.count_states(within)


def count_lapsed(today: date, within: str | None) -> int:
    """Return how many were accepted for a day that is over and came to nothing."""
    return store.count_requests(RequestFilter(accepted_before=today), within)


def request_of(request_id: int, within: str | None) -> Request:
    row = store.request_or_none(request_id, within)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Permohonan"))
    return row


def messages_of(request_id: int, within: str | None) -> list[Message]:
    return list(messages.of_request(request_of(request_id, within).id))


def last_told(rows: list[Message]) -> str:
    """Return the template of the newest letter; a reminder that waits for its day is none."""
    told = [row.template for row in rows if row.template != Template.REMINDER]
    return told[-1] if told else ""


def sent_in_vain(request: Request, doors: Doors) -> list[Courier]:
    """Return who drives there today for nothing until his phone has heard of it."""
    return trips.sent_in_vain(request.id, local_date(doors.clock.now(), doors.zone))


def names_of(request: Request) -> dict[int, str]:
    """Return the names of the office's people who took its steps."""
    return people.names_of(step.by_user_id for step in request.steps if step.by_user_id)


def photo(request_id: int, within: str | None, doors: Doors) -> Picture:
    """Return the photo of the house."""
    name = request_of(request_id, within).photo
    if not name or not doors.files.has(f"photos/{name[:2]}/{name}"):
        raise Fault(NOT_FOUND, what=N_("Foto"))
    return Picture(doors.files.read_sealed(f"photos/{name[:2]}/{name}"), "image/jpeg")


def accept(request_id: int, when: Appointment, who: Decider, doors: Doors) -> list[str]:
    """Accept for a time: trips or a kit visit are opened, the family is told.

    Returns:
        The codes of further requests, where the household needs more than one car.
    """
    others: list[str] = []

    def act(live: Live, request: Request, actor: Actor) -> None:
        if any(person.aid == Aid.UNKNOWN for person in request.people):
            raise Fault(AID_NEEDED)
        _settle(request, when, actor.at, doors)
        take_step(live, request, Act.ACCEPT, actor)
        others.extend(one.code for one in open_agreed(live, request, actor.at, doors.zone))
        messages.ask_for(
            live, Template.ACCEPTED, actor.at, request_id=request.id, when=_name(actor)
        )

    _change(request_id, who, doors, act)
    return others


def propose(request_id: int, when: Appointment, why: str, who: Decider, doors: Doors) -> None:
    """Offer another time, with the reason; the family answers."""

    def act(live: Live, request: Request, actor: Actor) -> None:
        _drop(live, request, actor.at, doors)
        _settle(request, when, actor.at, doors)
        take_step(live, request, Act.PROPOSE, actor, why)
        messages.ask_for(
            live, Template.PROPOSED, actor.at, request_id=request.id, when=_name(actor)
        )

    _change(request_id, who, doors, act)


def say(request_id: int, act: Act, why: str, who: Decider, doors: Doors) -> None:
    """Take one of the plain steps: doubt, clear, refuse, cancel, reopen, agree (by telephone)."""
    told = {Act.REFUSE: Template.REFUSED, Act.CANCEL: Template.CANCELLED}

    def step(live: Live, request: Request, actor: Actor) -> None:
        if act in (Act.REFUSE, Act.CANCEL):
            _drop(live, request, actor.at, doors, wished=act is Act.CANCEL)
        take_step(live, request, act, actor, why)
        if act is Act.AGREE:
            open_agreed(live, request, actor.at, doors.zone)
        if act in told:
            messages.ask_for(live, told[act], actor.at, request_id=request.id, when=_name(actor))

    if act not in (Act.DOUBT, Act.CLEAR, Act.REFUSE, Act.CANCEL, Act.REOPEN, Act.AGREE):
        raise Fault(NOT_FOUND, what=N_("Langkah"))
    _change(request_id, who, doors, step)


def set_aid(request_id: int, aids: dict[int, str], who: Decider, doors: Doors) -> None:
    """Write down what people can do, as it was told on the telephone."""

    def act(live: Live, request: Request, actor: Actor) -> None:
        for person in request.people:
            if aids.get(person.id) in list(Aid):
                person.aid = aids[person.id]
        known = [Aid(person.aid) for person in request.people]
        request.service = service_for(known)
        if Aid.UNKNOWN not in known:
            request.doubts = [one for one in request.doubts if one != Doubt.AID_UNKNOWN]
        subject = f"request:{request.id}"
        audit.record(live, "request.aid", at=actor.at, by=actor.user_id, subject=subject)

    _change(request_id, who, doors, act)


def _change(
    request_id: int, who: Decider, doors: Doors, act: Callable[[Live, Request, Actor], None]
) -> None:
    with transaction() as live:
        request = store.lock_request_or_none(live, request_id, who.within)
        if request is None:
            raise Fault(NOT_FOUND, what=N_("Permohonan"))
        act(live, request, Actor("office", doors.clock.now(), who.user_id))


def _settle(request: Request, when: Appointment, now: datetime, doors: Doors) -> None:
    request.evening_id = None
    if when.evening_id is not None and request.service == Service.FETCH:
        _settle_evening(request, when.evening_id, now)
        return
    begins = datetime.combine(when.date, when.begins, doors.zone)
    ends = datetime.combine(when.date, when.ends, doors.zone)
    if ends <= begins or ends <= now:
        raise Fault(BAD_TIME)
    if hours_on(doors.city, when.date) is None:
        raise Fault(DAY_OFF)
    request.date, request.window_from, request.window_until = when.date, begins, ends
    request.place = "" if request.service == Service.KIT else when.place


def _settle_evening(request: Request, evening_id: int, now: datetime) -> None:
    row = evenings.evening_or_none(evening_id, None)
    if row is None or row.cancelled_at is not None or row.closes_at <= now:
        raise Fault(CLOSED)
    request.evening_id, request.place, request.date = row.id, row.office, row.date
    request.window_from, request.window_until = row.opens_at, row.closes_at


def _drop(
    live: Live, request: Request, at: datetime, doors: Doors, *, wished: bool = False
) -> None:
    today = local_date(at, doors.zone)
    if trips.has_begun(request.id, today):
        raise Fault(UNDER_WAY)
    trips.close_trips(live, request, at, today, wished=wished)
    messages.drop_waiting(live, request.id)


def _name(actor: Actor) -> str:
    """A second proposal is another message than the first."""
    return actor.at.isoformat(timespec="seconds")


def letter(request_id: int, template: Template, within: str | None, doors: Doors) -> Letter:
    """Write what a person sends or reads aloud himself; nothing is stored."""
    return letter_to(request_of(request_id, within), template, doors.zone)


def mark_told(request_id: int, template: Template, who: Decider, doors: Doors) -> None:
    """Write down that a person told the family himself."""
    now = doors.clock.now()
    with transaction() as live:
        request = store.lock_request_or_none(live, request_id, who.within)
        if request is None:
            raise Fault(NOT_FOUND, what=N_("Permohonan"))
        messages.mark_called(live, request.id, template, now, who.user_id)
        audit.record(
            live, "request.told", at=now, by=who.user_id, subject=f"request:{request.id}",
            template=template,
        )  # fmt: skip
