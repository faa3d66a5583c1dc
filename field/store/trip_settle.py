"""After new events of jemput: riders' states, performed times, and requests that are finished."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from field.domain.jemput.kit import PROOFS, KitEventKind, KitState, KitTold, fold_kit
from field.domain.jemput.proof import Fact, proven
from field.domain.jemput.request import Act, RequestState, may, moved
from field.domain.jemput.trip import (
    ENDINGS,
    Leg,
    TripEventKind,
    TripState,
    TripTold,
    fold_trip,
)
from field.domain.jemput.whereabouts import PersonDay, all_home
from field.domain.review import Review
from field.store import audit
from field.store.db import Live, session
from field.store.events import events_of
from field.store.tables import Event, KitVisit, Request, RequestStep, Stop, Trip
from field.store.trips import person_days

_TRIP_KINDS = frozenset(TripEventKind)
_KIT_KINDS = frozenset(KitEventKind)
# A call for help, and stories that differ, say nothing of where anybody is.
_SAYS_NOTHING = ("", Review.CONFLICT, Review.SOS)


def settle_jemput(live: Live, stops: Iterable[Stop], at: datetime) -> None:
    """Bring trips and kit visits of these stops into line with all that was told of them."""
    stops = list(stops)
    trips = sorted({stop.trip_id for stop in stops if stop.trip_id})
    kits = sorted({stop.kit_visit_id for stop in stops if stop.kit_visit_id})
    requests = set()
    for trip in (live.get_one(Trip, id_, with_for_update=True) for id_ in trips):
        _settle_trip(trip)
        requests.add(trip.request_id)
    for kit in (live.get_one(KitVisit, id_, with_for_update=True) for id_ in kits):
        _settle_kit(kit)
        requests.add(kit.request_id)
    _drop_taken_back(stops)
    live.flush()
    for request_id in sorted(requests):
        _finish(live, live.get_one(Request, request_id, with_for_update=True), at)


def _drop_taken_back(stops: Iterable[Stop]) -> None:
    """What was taken back needs nobody to look at it."""
    for events in events_of(stop.visit for stop in stops).values():
        undone = {event.data.get("takes_back") for event in events}
        for event in events:
            if event.id in undone and event.reviewed_at is None:
                event.review = Review.NONE.value


def _events(trip: Trip) -> list[Event]:
    told = events_of((trip.pickup_visit, trip.dropoff_visit))
    events = [event for visit in told.values() for event in visit if event.kind in _TRIP_KINDS]
    return sorted(events, key=lambda event: event.order)


def _settle_trip(trip: Trip) -> None:
    events = _events(trip)
    _ask_for_proof(events)
    riders = (one.person_id for one in trip.riders)
    folds = fold_trip(Leg(trip.leg), map(_told, events), riders, trip.called_off)
    _mark_conflict(events, {one for one, fold in folds.items() if fold.state is TripState.REVIEW})
    for rider in trip.riders:
        fold = folds[rider.person_id]
        rider.state, rider.ready = fold.state, fold.ready
    undone = {event.data.get("takes_back") for event in events if event.kind == "undone"}
    standing = [event for event in events if event.id not in undone]
    last = TripEventKind.HOME if trip.leg == Leg.RETURN else TripEventKind.DROPPED
    trip.performed_arrival = _first(standing, TripEventKind.ARRIVED)
    trip.performed_pickup = _first(standing, TripEventKind.ABOARD)
    trip.performed_dropoff = _first(standing, TripEventKind.DROPPED) or _first(standing, last)


def _first(events: Sequence[Event], kind: TripEventKind) -> datetime | None:
    return min((event.at_corrected for event in events if event.kind == kind), default=None)


def _told(event: Event) -> TripTold:
    people = event.data.get("people")
    return TripTold(
        id=event.id,
        device=event.device_id,
        seq=event.seq,
        kind=TripEventKind(event.kind),
        people=frozenset(people) if isinstance(people, list) else frozenset(),
        takes_back=str(event.data.get("takes_back", "")),
        needs_review=event.review not in _SAYS_NOTHING and event.reviewed_at is None,
    )


def _mark_conflict(events: Sequence[Event], doubted: set[int]) -> None:
    """Stories that differ are shown to the office at the one that says he did not travel."""
    undone = {event.data.get("takes_back") for event in events}
    for event in events:
        if event.kind not in ENDINGS:
            continue
        about = set(_told(event).people)
        differs = event.id not in undone and bool(doubted & about if about else doubted)
        if differs and (not event.review or event.reviewed_at is not None):
            event.review, event.reviewed_at, event.reviewed_by = Review.CONFLICT, None, None
        elif not differs and event.review == Review.CONFLICT and event.reviewed_at is None:
            event.review = Review.NONE.value


def _ask_for_proof(events: Sequence[Event]) -> None:
    """A no-show without arrival, wait, call and photo is for a person to decide."""
    for event in events:
        if event.kind != TripEventKind.NO_SHOW or event.reviewed_at is not None:
            continue
        own = [one for one in events if one.device_id == event.device_id]
        if proven(_fact(event), map(_fact, own)):
            event.review = "" if event.review == Review.UNPROVEN else event.review
        elif not event.review:
            event.review = Review.UNPROVEN.value


def _fact(event: Event) -> Fact:
    return Fact(TripEventKind(event.kind), event.seq, event.at, len(event.photos))


def _settle_kit(kit: KitVisit) -> None:
    events = [event for event in events_of([kit.visit])[kit.visit] if event.kind in _KIT_KINDS]
    told = [
        KitTold(
            id=event.id,
            device=event.device_id,
            seq=event.seq,
            kind=KitEventKind(event.kind),
            photos=tuple(event.photos),
            takes_back=str(event.data.get("takes_back", "")),
            believed=event.reviewed_at is not None,
        )
        for event in events
    ]
    kit.state = fold_kit(told, called_off=bool(kit.called_off))
    _mark_kit(events, doubtful=kit.state == KitState.REVIEW)
    done = [e.at_corrected for e in events if e.kind == KitEventKind.KIT_RECORDED]
    kit.performed_at = min(done, default=None) if kit.state == KitState.RECORDED else None


def _mark_kit(events: Sequence[Event], *, doubtful: bool) -> None:
    for event in events:
        if event.kind != KitEventKind.KIT_RECORDED or event.reviewed_at is not None:
            continue
        lacks = len(set(event.photos)) < PROOFS
        why = Review.NO_PHOTOS if lacks else Review.CONFLICT
        event.review = why.value if doubtful else Review.NONE.value


def _finish(live: Live, request: Request, at: datetime) -> None:
    """Selesai while everybody is home again, or was recorded in bed; nothing else finishes it.

    Who is told to be home by a slip of the finger is not: the request is open again.
    """
    home = _all_home(live, request)
    act = Act.FINISH if home else Act.UNFINISH
    if not may(RequestState(request.state), act):
        return
    request.state = moved(RequestState(request.state), act, all_home=home)
    step = RequestStep(at=at, act=act, state=request.state, by="system")
    request.steps.append(step)
    audit.record(live, f"request.{act}", at=at, by=None, subject=f"request:{request.id}")


def _all_home(live: Live, request: Request) -> bool:
    kits = live.scalars(select(KitVisit).where(KitVisit.request_id == request.id)).all()
    if kits:
        return any(kit.state == KitState.RECORDED for kit in kits)
    days = days_of(live, request)
    return bool(days) and all_home(days)


def ready_returns(stops: Iterable[Stop]) -> list[int]:
    """Return the will-call returns of these stops' households that wait for nothing but a car."""
    requests = select(Trip.request_id).where(Trip.id.in_({stop.trip_id for stop in stops}))
    query = select(Trip).where(Trip.request_id.in_(requests)).order_by(Trip.id)
    trips = list(session().scalars(query))
    ready = {(t.request_id, r.person_id) for t in trips for r in t.riders if r.ready}
    return [
        trip.id
        for trip in trips
        if trip.leg == Leg.RETURN
        and trip.will_call
        and all(rider.state == TripState.WAITING for rider in trip.riders)
        and all((trip.request_id, rider.person_id) in ready for rider in trip.riders)
    ]


def days_of(live: Live, request: Request) -> dict[int, PersonDay]:
    """Return where each person of a request is, from both ways; empty before there are two."""
    query = select(Trip).where(Trip.request_id == request.id, Trip.date == request.date)
    days = person_days(live.scalars(query.order_by(Trip.id)))
    return {person: day for (_date, person), day in days.items()}
