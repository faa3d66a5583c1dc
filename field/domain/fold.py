"""What stands at a stop after all its events, in whatever order they arrived."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.event import EventKind, StopState

OUTCOMES = (EventKind.DELIVERED, EventKind.FAILED)


@dataclass(frozen=True)
class Told:
    """What the fold needs of one event."""

    id: str
    device: str
    seq: int  # orders a device's own events
    order: int  # the server's, between devices
    kind: EventKind
    cards: frozenset[int] = frozenset()  # none named: all of the stop's
    takes_back: str = ""
    needs_review: bool = False


@dataclass(frozen=True)
class CardFold:
    """Where one card of the stop stands, and which event says so."""

    state: StopState
    event: str = ""
    failures: int = 0


@dataclass(frozen=True)
class StopFold:
    """Where the stop stands; `standing` are outcomes that nobody took back, as they were told."""

    state: StopState
    cards: dict[int, CardFold]
    standing: tuple[Told, ...]
    conflict: bool

    @property
    def outcome(self) -> StopState:
        """What a phone shows: it has no list of things to look into."""
        if self.conflict:
            return StopState.DELIVERED
        return _overall(self.cards)


def fold(events: Iterable[Told], cards: Iterable[int]) -> StopFold:
    """Fold a stop's events. An undone event takes back an outcome, even one that arrives later."""
    once = {event.id: event for event in events}.values()
    undone = {event.takes_back for event in once if event.kind is EventKind.UNDONE}
    standing = tuple(
        sorted(
            (event for event in once if event.kind in OUTCOMES and event.id not in undone),
            key=lambda event: (event.order, event.seq, event.id),
        )
    )
    by_card = {card: _fold_card(card, standing) for card in cards}
    conflict = any(card.state is StopState.REVIEW for card in by_card.values())
    flagged = any(event.needs_review for event in standing)
    state = StopState.REVIEW if conflict or flagged else _overall(by_card)
    return StopFold(state, by_card, standing, conflict)


def _fold_card(card: int, standing: tuple[Told, ...]) -> CardFold:
    about = [event for event in standing if not event.cards or card in event.cards]
    if not about:
        return CardFold(StopState.WAITING)
    failures = sum(event.kind is EventKind.FAILED for event in about)
    words = {_last_word(device, about) for device in {event.device for event in about}}
    state = words.pop() if len(words) == 1 else StopState.REVIEW
    said = [event for event in about if event.kind is EventKind.DELIVERED] or about[-1:]
    return CardFold(state, said[0].id, failures)


def _last_word(device: str, about: list[Told]) -> StopState:
    """A later try may succeed; a card that was handed over cannot fail afterwards."""
    own = sorted((event for event in about if event.device == device), key=lambda one: one.seq)
    kinds = [event.kind for event in own]
    if EventKind.DELIVERED not in kinds:
        return StopState.FAILED
    return StopState.DELIVERED if kinds[-1] is EventKind.DELIVERED else StopState.REVIEW


def _overall(by_card: dict[int, CardFold]) -> StopState:
    """A stop waits as long as one of its cards has no outcome."""
    states = {card.state for card in by_card.values()}
    if StopState.WAITING in states or not states:
        return StopState.WAITING
    return StopState.DELIVERED if StopState.DELIVERED in states else StopState.FAILED
