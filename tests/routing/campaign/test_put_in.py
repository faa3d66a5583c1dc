"""Where cards go that no turn took."""

from collections import Counter

from routing.campaign.asked import question
from routing.campaign.beats import beats
from routing.campaign.put_in import Gaps
from routing.campaign.room import Room
from routing.campaign.sweep import Sweep
from routing.quantities import Turn
from tests.routing.campaign.town import SOURCE, town


def test_couriers_who_go_out_anyway_take_them_along() -> None:
    """The printer is full on the day of the turn that there is; there are blanks for 30 more."""
    campaign = town((100,))
    (beat,) = beats(campaign, SOURCE)
    asked = question(campaign, [beat])
    gaps = Gaps(beat, asked, Room(asked, Counter({1: 70})))
    gaps.note(Turn(1, 2), 10)
    put = [turn for _, turn in gaps.put_in(Sweep(campaign, beat.cards))]
    assert put == [Turn(0, 2)] * 30
