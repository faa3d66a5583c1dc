"""After new events of a stop: its cards move, and what contradicts itself is marked for review."""

from dataclasses import dataclass

from field.domain.card import Place
from field.domain.event import StopState
from field.domain.fold import OUTCOMES, StopFold, fold
from field.domain.review import Review
from field.store.custody import HELD, Why, last_moves, lock_cards, move
from field.store.db import Live
from field.store.events import events_of, told
from field.store.tables import Card, CardMove, Event
from field.store.visits import Visit

GONE = (StopState.DELIVERED, StopState.REVIEW)  # told as handed over by at least one


@dataclass(frozen=True)
class _Settling:
    """One visit while its cards are moved."""

    visit: Visit
    events: dict[str, Event]
    new: frozenset[str]
    why: Why


def settle(live: Live, visits: dict[str, Visit], new: frozenset[str], why: Why) -> None:
    """Bring cards and marks into line with the events; `new` are ids that came just now."""
    by_visit = events_of(visits)
    cards = lock_cards(live, (card for visit in visits.values() for card in visit.cards))
    for visit in visits.values():
        events = {event.id: event for event in by_visit.get(visit.id, [])}
        _settle_visit(live, cards, _Settling(visit, events, new, why))
    live.flush()


def _settle_visit(live: Live, cards: dict[int, Card], at: _Settling) -> None:
    before = fold((told(e) for e in at.events.values() if e.id not in at.new), at.visit.cards)
    after = fold(map(told, at.events.values()), at.visit.cards)
    _mark_conflict(after, at.events)
    last = last_moves(at.visit.cards)
    for card_id, folded in after.cards.items():
        card, step = cards[card_id], last.get(card_id)
        card.attempts += folded.failures - before.cards[card_id].failures
        ours = card.place == Place.RESIDENT and step is not None and step.event_id in at.events
        _write_hand_out(live, card, step, at)
        if folded.state in GONE and not ours:
            _to_resident(live, card, folded.event, at)
        elif folded.state not in GONE and ours:
            undo = Why("undone", at.why.at, at.why.by, _undoing(at.events))
            move(live, card, Place.COURIER, at.visit.courier_id, undo)


def _to_resident(live: Live, card: Card, event: str, at: _Settling) -> None:
    courier = at.visit.courier_id
    if card.place in HELD and card.holder_id == courier:
        why = Why("delivered", at.why.at, at.why.by, event)
        move(live, card, Place.RESIDENT, courier, why)
    elif event in at.new:
        _mark(at.events[event], Review.CUSTODY)


def _write_hand_out(live: Live, card: Card, step: CardMove | None, at: _Settling) -> None:
    """Who stood with a card at a door had it, though by the books it never left the office."""
    if card.place not in (Place.OFFICE, Place.BAG):
        return
    for event in at.events.values():
        named = told(event).cards
        at_door = event.id in at.new and event.kind in OUTCOMES and (not named or card.id in named)
        if at_door and (step is None or step.at <= event.at_corrected):
            why = Why("handed_out_unwritten", at.why.at, at.why.by, event.id)
            move(live, card, Place.COURIER, at.visit.courier_id, why)
            return


def _mark_conflict(after: StopFold, events: dict[str, Event]) -> None:
    standing = {event.id for event in after.standing}
    for event in events.values():
        if after.conflict and event.id in standing:
            _mark(event, Review.CONFLICT)
        elif event.review == Review.CONFLICT and event.reviewed_at is None:
            event.review = Review.NONE.value


def _mark(event: Event, review: Review) -> None:
    if event.review and event.reviewed_at is None:
        return
    event.review, event.reviewed_at, event.reviewed_by = review.value, None, None


def _undoing(events: dict[str, Event]) -> str | None:
    undone = [event.id for event in events.values() if event.data.get("takes_back")]
    return undone[-1] if undone else None
