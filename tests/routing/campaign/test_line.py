"""The doors of a beat in line: side by side as they are driven, and RT by RT."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from routing.campaign import Campaign, Card, How
from routing.campaign.beats import beats
from routing.campaign.line import lines
from routing.point import Point
from tests.routing.campaign.town import AN_RT, QUICK, SOURCE, town


def on_both_sides(doors: int) -> Campaign:
    """RTs with odd numbers lie east of the office, the others west of it, each ten doors deep."""
    campaign = town((doors,))
    moved = {}
    for number, each in campaign.doors.items():
        rt, place = divmod(number - 1, AN_RT)
        east = (1 if rt % 2 else -1) * (0.004 + 0.002 * (rt // 2) + 0.0002 * place)
        moved[number] = replace(each, point=Point(-6.6, 106.8 + east))
    return replace(campaign, doors=moved)


def line_of(campaign: Campaign, how: How) -> Sequence[Card]:
    (line,) = lines(campaign, beats(campaign, SOURCE), SOURCE, how).values()
    return line


def test_a_side_is_swept_before_the_other() -> None:
    """Each takes a courier about a day."""
    campaign = on_both_sides(180)
    line = line_of(campaign, How(iterations=50))
    east = [campaign.doors[card.door].point.lon > 106.8 for card in line]
    assert len(list(groupby(east))) == 2
    assert Counter(east) == {True: 90, False: 90}


def test_what_lies_farthest_from_the_office_is_swept_first() -> None:
    campaign = town((180,))
    line = line_of(campaign, How(iterations=50))
    far = [campaign.doors[card.door].point.lon for card in line]
    assert sum(far[:90]) > sum(far[90:])


def test_each_rt_stands_together_and_each_card_once() -> None:
    campaign = on_both_sides(120)
    line = line_of(campaign, QUICK)
    assert sorted(card.id for card in line) == list(range(1, 121))
    rts = [rt for rt, _ in groupby(campaign.area(card).rt for card in line)]
    assert len(rts) == len(set(rts)) == 12


def test_stopped_before_it_began_everybody_stands_in_line_all_the_same() -> None:
    campaign = on_both_sides(40)
    stopped = replace(QUICK, should_stop=lambda: True)
    assert sorted(card.id for card in line_of(campaign, stopped)) == list(range(1, 41))


def test_a_beat_without_couriers_stands_in_line_too() -> None:
    campaign = replace(on_both_sides(20), crews={})
    assert len(line_of(campaign, QUICK)) == 20


def test_who_goes_along_with_a_trip_is_not_swept() -> None:
    campaign = town((20,), cards={5: {"trip": 1}})
    assert 5 not in {card.id for card in line_of(campaign, QUICK)}
