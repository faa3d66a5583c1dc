"""Periksa: what contradicts itself, and what the office decides about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from field.domain.card import Place
from field.domain.event import EventKind
from field.domain.fault import Fault
from field.domain.fold import StopFold, Told, fold
from field.domain.review import (
    ALREADY_DECIDED,
    NONE,
    Decision,
    Review,
)
from field.gateways.doors import Doors
from field.store import audit
from field.store.custody import Why, lock_cards, move
from field.store.db import Live, transaction
from field.store.events import events_of, told
from field.store.office_word import say, taken_back
from field.store.people import names_of
from field.store.reviews import open_reviews, stops_of_visits
from field.store.settle import settle
from field.store.tables import Event, Stop
from field.store.visits import Visit, lock_visits


@dataclass(frozen=True)
class Case:
    """One stop to look at: what was told, and why that is doubtful."""

    stop: Stop
    told: tuple[Event, ...]  # outcomes that nobody took back
    reasons: tuple[Review, ...]
    people: dict[int, str]


def cases(kecamatan: str | None) -> list[Case]:
    """Return what is to be looked at, oldest first."""
    visits = open_reviews(kecamatan)
    events = events_of(visits)
    people = names_of(event.user_id for rows in events.values() for event in rows)
    stops = [stop for stop in stops_of_visits(visits) if not _fetches(stop)]
    return [_case(stop, events[stop.visit], people) for stop in stops]


def decide(decision: Decision, kecamatan: str | None, by: int, doors: Doors) -> None:
    """Let one outcome stand, take back those against it, and move the cards accordingly."""
    now = doors.clock.now()
    why = Why("reviewed", now, by)
    with transaction() as live:
        visits = lock_visits(live, [decision.visit])
        if decision.visit not in visits or decision.visit not in open_reviews(kecamatan):
            raise Fault(ALREADY_DECIDED)
        visit = visits[decision.visit]
        if _fetches(visit.stop):
            raise Fault(ALREADY_DECIDED)
        events = {event.id: event for event in events_of([visit.id])[visit.id]}
        folded = fold(map(told, events.values()), visit.cards)
        for event in events.values():
            if event.review and event.reviewed_at is None:
                event.reviewed_at, event.reviewed_by = now, by
                event.review_note = decision.reason.strip()[:2000]
        version = visit.stop.manifest.version
        wrong = _wrong(folded, decision.right)
        words = [taken_back(one.id, visit.id, version, decision.reason) for one in wrong]
        new = say(live, words, why)
        live.flush()
        settle(live, {visit.id: visit}, frozenset(new), why)
        if decision.right in events:
            _follow(live, events[decision.right], visit, why)
        audit.record(live, "event.review", at=now, by=by, subject=f"visit:{visit.id}")


def _fetches(stop: Stop) -> bool:
    """Jemput's own stories are decided in trip_review.py."""
    return bool(stop.trip_id or stop.kit_visit_id)


def _case(stop: Stop, events: Sequence[Event], people: dict[int, str]) -> Case:
    folded = fold(map(told, events), [card.id for card in stop.cards])
    standing = {event.id for event in folded.standing}
    flagged = [event for event in events if event.review and event.reviewed_at is None]
    reasons = dict.fromkeys(Review(event.review) for event in flagged)
    return Case(stop, tuple(e for e in events if e.id in standing), tuple(reasons), people)


def _wrong(folded: StopFold, right: str) -> list[Told]:
    """Return what is taken back: all, or what contradicts the one that is right."""
    if right == NONE:
        return list(folded.standing)
    by_id = {event.id: event for event in folded.standing}
    if right not in by_id:
        raise Fault(ALREADY_DECIDED)
    chosen = by_id[right]
    return [
        event
        for event in folded.standing
        if event.kind is not chosen.kind and (not event.cards or event.cards & chosen.cards)
    ]


def _follow(live: Live, right: Event, visit: Visit, why: Why) -> None:
    """A hand-over that the office believes takes the card along, wherever the books had it."""
    if right.kind != EventKind.DELIVERED:
        return
    named = visit.cards & told(right).cards
    believed = Why("delivered", why.at, why.by, right.id)
    for card in lock_cards(live, named).values():
        if card.place in (Place.RESIDENT, Place.WITHDRAWN):
            continue
        if card.holder_id != visit.courier_id or card.place != Place.COURIER:
            move(live, card, Place.COURIER, visit.courier_id, why)
        move(live, card, Place.RESIDENT, visit.courier_id, believed)
