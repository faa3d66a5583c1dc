"""Tracking: a family follows its request by a link that nobody can guess, and answers there."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.jemput.needs import Service
from field.domain.jemput.request import STANDING, Act, RequestState, may
from field.domain.jemput.trip import (
    NOT_TRAVELLED,
    TRIP_STATE_WORDS,
    Leg,
    TripState,
)
from field.domain.jemput.whereabouts import WHERE_WORDS, PersonDay, Where
from field.domain.leg import Leg as Way
from field.domain.nik import drop_numbers
from field.domain.text import N_
from field.domain.visit_window import VisitWindow
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.pictures import Picture
from field.store import etas, messages, trips
from field.store import requests as store
from field.store.agreed import open_agreed
from field.store.db import Live, transaction
from field.store.request_steps import Actor, take_step
from field.store.route_doors import way_to_home
from field.store.settings import settings
from field.store.tables import Courier, KitVisit, Request, Trip

LINK_LIVES = timedelta(days=60)
SHOWN_AFTER_THE_END = timedelta(days=14)
OVER = (RequestState.REFUSED, RequestState.CANCELLED, RequestState.FINISHED)
_UNSEEN = (Act.DOUBT, Act.CLEAR, Act.REPORT)  # the office's own notes
_SIGNATURE = 32  # hex digits: 128 bits
_LONGEST_WHY = 300

TOO_LATE = FaultKind(
    "track.too_late",
    Nature.CONFLICT,
    N_("Mobilnya sudah sampai di rumah, atau orangnya sedang tidak di rumah."),
    N_("Katakan kepada petugas di pintu, atau telepon kantor: %(hotline)s."),
)


@dataclass(frozen=True)
class Officer:
    """Who comes, as the family may compare it at the door."""

    name: str
    plate: str
    has_photo: bool


@dataclass(frozen=True)
class Step:
    """One step of the request, in words."""

    at: datetime
    state: RequestState
    why: str


@dataclass(frozen=True)
class Followed:
    """A request as its family sees it."""

    token: str
    code: str
    check_code: str
    state: RequestState
    kit: bool
    names: tuple[str, ...]
    contact_name: str
    window: VisitWindow | None
    steps: tuple[Step, ...]
    where: tuple[tuple[str, str], ...]  # each person with his state in words, on the day
    officer: Officer | None
    eta: datetime | None
    way: Way | None  # of the car, to where it stands for this home
    meet_note: str  # where it stands, in the office's or the family's words
    in_vain: bool  # taken back today, while its route is out
    may_cancel: bool
    lapsed: bool  # its day is over, and it came to nothing
    may_agree: bool

    @property
    def why(self) -> str:
        """The last reason that somebody gave."""
        return next((step.why for step in reversed(self.steps) if step.why), "")


def token_of(request: Request, doors: Doors) -> str:
    """Return the link's secret part: id, last day, and a keyed hash of both."""
    until = (local_date(request.asked_at, doors.zone) + LINK_LIVES).isoformat()
    return f"{request.id}.{until}.{_signature(request, until, doors)}"


def by_id(request_id: int, doors: Doors) -> Followed:
    """Return a request to who just made it."""
    row = store.request_or_none(request_id, None)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Permohonan"))
    return _followed(row, doors)


def follow(token: str, doors: Doors) -> Followed:
    """Return the request of a link; whatever is wrong with it, the answer is the same."""
    return _followed(_request(token, doors), doors)


def officer_photo(token: str, doors: Doors) -> Picture:
    """Return the officer's face, to compare at the door."""
    trip = _next_trip(_request(token, doors))
    name = trip.courier.photo if trip and trip.courier else ""
    if not name or not doors.files.has(f"photos/{name[:2]}/{name}"):
        raise Fault(NOT_FOUND, what=N_("Foto"))
    body = doors.files.read_sealed(f"photos/{name[:2]}/{name}")
    return Picture(body, "image/png" if body.startswith(b"\x89PNG") else "image/jpeg")


def cancel(token: str, why: str, doors: Doors) -> None:
    """Cancel at the family's wish, until the car is at the door."""
    _answer(token, Act.CANCEL, why, doors)


def another_day(token: str, wish: str, doors: Doors) -> None:
    """Ask for another day: the office decides anew."""
    _answer(token, Act.MOVE, wish, doors)


def agree(token: str, doors: Doors) -> None:
    """Say yes to the time that the office proposed."""
    _answer(token, Act.AGREE, "", doors)


def report(token: str, text: str, doors: Doors) -> None:
    """Take down that something is wrong: somebody asked for money, a stranger came."""
    now = doors.clock.now()
    row = _request(token, doors)
    with transaction() as live:
        request = _locked(live, row.id)
        take_step(live, request, Act.REPORT, Actor("family", now), _short(text))


def _answer(token: str, act: Act, why: str, doors: Doors) -> None:
    now = doors.clock.now()
    row = _request(token, doors)
    with transaction() as live:
        request = _locked(live, row.id)
        if act in (Act.CANCEL, Act.MOVE):
            today = local_date(now, doors.zone)
            if trips.has_begun(request.id, today):
                raise Fault(TOO_LATE, hotline=settings().hotline or "-")
            trips.close_trips(live, request, now, today, wished=True)
            messages.drop_waiting(live, request.id)
        take_step(live, request, act, Actor("family", now), _short(why))
        if act is Act.MOVE:
            request.date = request.window_from = request.window_until = None
            request.evening_id = None
        if act is Act.AGREE:
            open_agreed(live, request, now, doors.zone)


def _request(token: str, doors: Doors) -> Request:
    request_id, until, signature = ([*token.split("."), "", ""])[:3]
    known = request_id.isdecimal() and request_id.isascii() and len(request_id) < 10
    row = store.request_or_none(int(request_id), None) if known else None
    # Also for a request that does not exist: the answer takes as long.
    right = _signature(row, until, doors) if row else "-" * _SIGNATURE
    if row is None or not hmac.compare_digest(right.encode(), signature.encode()):
        raise Fault(NOT_FOUND, what=N_("Permohonan"))
    now = doors.clock.now()
    ended = RequestState(row.state) in OVER and row.steps[-1].at < now - SHOWN_AFTER_THE_END
    if ended or date.fromisoformat(until) < local_date(now, doors.zone):
        raise Fault(NOT_FOUND, what=N_("Permohonan"))
    return row


def _signature(row: Request, until: str, doors: Doors) -> str:
    return doors.vault.index(f"track:{row.id}:{row.tracking_epoch}:{until}")[:_SIGNATURE]


def _locked(live: Live, request_id: int) -> Request:
    row = store.lock_request_or_none(live, request_id, None)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Permohonan"))
    return row


def _short(text: str) -> str:
    return drop_numbers(" ".join(text.split()))[:_LONGEST_WHY]


def _followed(row: Request, doors: Doors) -> Followed:
    state = RequestState(row.state)
    steps = [step for step in row.steps if step.act not in _UNSEEN]
    today = local_date(doors.clock.now(), doors.zone)
    trip = _next_trip(row) if state is RequestState.ACCEPTED else None
    near = trip is not None and abs((trip.date - today).days) <= 1 and not _is_over(trip)
    may_cancel = state in STANDING and not trips.has_begun(row.id, today)
    past = row.date is not None and row.date < today
    return Followed(
        token=token_of(row, doors),
        code=row.code,
        check_code=row.check_code,
        state=state,
        kit=row.service == Service.KIT,
        names=tuple(person.name for person in row.people),
        contact_name=row.contact_name,
        window=_window(row, trip),
        steps=tuple(Step(step.at, RequestState(step.state), step.why) for step in steps),
        where=_where(row, today),
        officer=_officer(trip.courier) if trip and near and trip.courier else None,
        eta=etas.eta_of(trip, doors.clock.now()) if isinstance(trip, Trip) and near else None,
        meet_note=row.meet_note,
        in_vain=bool(trips.sent_in_vain(row.id, today)),
        way=way_to_home(trip) if isinstance(trip, Trip) and near else None,
        may_cancel=may_cancel,
        lapsed=may_cancel and state is RequestState.ACCEPTED and past,
        may_agree=may(state, Act.AGREE),
    )


def _window(row: Request, trip: Trip | KitVisit | None) -> VisitWindow | None:
    """The window that was promised last: the plan's where there is one, else the office's."""
    if trip and trip.promised_from and trip.promised_until:
        return VisitWindow(trip.promised_from, trip.promised_until)
    if row.window_from and row.window_until:
        return VisitWindow(row.window_from, row.window_until)
    return None


def _next_trip(row: Request) -> Trip | KitVisit | None:
    """The way that is under way or comes next: the return once the outbound is over."""
    if row.service == Service.KIT:
        return trips.kit_visit_or_none(row.id)
    found = _of_its_day(row)
    begun = [trip for trip in found if trip.leg == Leg.OUTBOUND and not _over(trip)]
    if begun:
        return begun[0]
    return found[-1] if found else None


def _of_its_day(row: Request) -> list[Trip]:
    """The ways of the day that holds now; a day that came to nothing is told by the steps."""
    return [trip for trip in trips.trips_of(row.id) if trip.date == row.date]


def _is_over(trip: Trip | KitVisit) -> bool:
    """Nobody is coming any more; a visit at the bed tells by its request."""
    return isinstance(trip, Trip) and _over(trip)


def _over(trip: Trip) -> bool:
    over = (*NOT_TRAVELLED, TripState.DROPPED, TripState.AT_OFFICE, TripState.HOME)
    return bool(trip.riders) and all(TripState(rider.state) in over for rider in trip.riders)


def _where(row: Request, today: date) -> tuple[tuple[str, str], ...]:
    """Tell of each person where he is, on the day and after it; both ways together."""
    found = [trip for trip in _of_its_day(row) if trip.date <= today]
    days = {person: day for (_date, person), day in trips.person_days(found).items()}
    names = {person.id: person.name for person in row.people}
    return tuple((names[person], _where_word(day)) for person, day in days.items())


def _where_word(day: PersonDay) -> str:
    """Who was not fetched is told why, not that he has not left yet."""
    if day.where is Where.NOT_LEFT and day.outbound.ended:
        return TRIP_STATE_WORDS[day.outbound.state]
    return WHERE_WORDS[day.where]


def _officer(courier: Courier) -> Officer:
    plate = etas.plate_of(courier)
    return Officer(courier.user.name, plate, has_photo=bool(courier.photo))
