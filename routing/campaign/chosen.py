"""From quantities to cards: every beat swept turn by turn, and what is left put where room is."""

from collections import Counter
from collections.abc import Sequence

from routing.campaign.asked import goes_along
from routing.campaign.beats import Beat
from routing.campaign.given import Campaign
from routing.campaign.line import Lines
from routing.campaign.put_in import Gaps
from routing.campaign.room import Room
from routing.campaign.sweep import Sweep
from routing.quantities import BEFORE, Quantities, Question, Turn

Chosen = dict[int, Turn]
"""The turn of each card that is planned."""


def chosen(
    campaign: Campaign, beats: Sequence[Beat], line: Lines, asked: Question, found: Quantities
) -> Chosen:
    """The turn of each card."""
    planned: Counter[int] = Counter()
    for (_, turn), count in found.cards.items():
        planned[turn.printed] += count
    for (day, _), count in found.trips.items():
        planned[day] += count
    room = Room(asked, planned)
    turns = _trips(campaign, beats, found)
    sweeps = [Sweep(campaign, line[beat.kelurahan]) for beat in beats]
    for (number, turn), count in sorted(found.cards.items(), key=_by_turn):
        later = {
            each: n for (other, each), n in found.cards.items() if other == number and each > turn
        }
        taken = sweeps[number].take(turn, count, later, room)
        room.use(turn.printed, len(taken) - count)
        turns |= {card.id: turn for card in taken}
    for beat, sweep in zip(beats, sweeps, strict=True):
        gaps = Gaps(beat, asked, room)
        for turn, count in Counter(
            turns[card.id] for card in beat.cards if card.id in turns
        ).items():
            gaps.note(turn, count)
        turns |= {card.id: turn for card, turn in gaps.put_in(sweep)}
    return turns


def _by_turn(item: tuple[tuple[int, Turn], int]) -> tuple[Turn, int]:
    (number, turn), _ = item
    return turn, number


def _trips(campaign: Campaign, beats: Sequence[Beat], found: Quantities) -> Chosen:
    """Which card of a trip day is printed when: first ready, first printed."""
    waiting = sorted(
        (
            (trip, card.ready, card.id)
            for beat in beats
            for card in beat.cards
            if (trip := goes_along(campaign, card)) is not None
        ),
    )
    printed = campaign.so_far.printed
    turns = {card: Turn(BEFORE, trip) for trip, _, card in waiting if card in printed}
    for (day, trip), count in sorted(found.trips.items()):
        ready = [
            card for to, first, card in waiting if to == trip and first <= day and card not in turns
        ]
        turns |= dict.fromkeys(ready[:count], Turn(day, trip))
    return turns
