"""What would let all cards go out: each way is made, planned, and enough; one less is not."""

from dataclasses import replace

import pytest

from routing.campaign import (
    Blanks,
    Campaign,
    How,
    Limits,
    WayOut,
    changed_campaign,
    check_campaign,
    plan_campaign,
    ways_out,
)
from tests.routing.campaign.town import QUICK, SOURCE, operator, printer, town

TWO_DAYS = Limits(days=2)


def ways(campaign: Campaign) -> dict[str, WayOut]:
    """The cheapest of each kind."""
    return {way.code: way for way in reversed(ways_out(campaign, SOURCE, QUICK))}


def left_out(campaign: Campaign) -> int:
    plan = plan_campaign(campaign, SOURCE, QUICK)
    assert check_campaign(campaign, plan) == []
    return len(plan.left_out)


def test_nothing_is_offered_where_all_go_out() -> None:
    assert ways_out(town((40, 40)), SOURCE, QUICK) == []


def test_not_enough_time_to_print() -> None:
    """160 cards at 70 a day."""
    campaign = town((80, 80), days=2, limits=TWO_DAYS)
    found = ways(campaign)
    assert found["later_finish"].values == {"days": 3, "last": 2}
    assert found["more_operators"].values == {"operators": 1, "first": 0, "last": 0}
    assert found["more_printers"].values == {"printers": 1}
    assert found["fewer_cards"].values == {"cards": 20}
    assert "more_blanks" not in found
    for code in ("later_finish", "more_operators", "more_printers"):
        assert left_out(changed_campaign(campaign, found[code])) == 0


def test_the_cheapest_comes_first_and_fewer_cards_last() -> None:
    codes = [way.code for way in ways_out(town((80, 80), days=2, limits=TWO_DAYS), SOURCE, QUICK)]
    assert codes[0] in ("later_finish", "more_operators")
    assert codes[-1] == "fewer_cards"


def test_an_operator_more_stands_at_the_idle_printer() -> None:
    campaign = town(
        (100, 100),
        days=2,
        limits=TWO_DAYS,
        printers=(printer(1, 2), printer(2, 2)),
        operators=(operator(1, range(2)),),
    )
    way = ways(campaign)["more_operators"]
    assert way.values == {"operators": 1, "first": 0, "last": 0}
    (first, _) = plan_campaign(changed_campaign(campaign, way), SOURCE, QUICK).days
    assert {run.printer for run in first.runs} == {1, 2}


def test_as_few_blanks_as_are_missing() -> None:
    campaign = town((40, 40), blanks=Blanks(stock=50), spoiled=0.2)
    way = ways(campaign)["more_blanks"]
    assert way.values == {"blanks": 50, "day": 0}
    assert left_out(changed_campaign(campaign, way)) == 0
    fewer = replace(way, values={"blanks": 49, "day": 0})
    assert left_out(changed_campaign(campaign, fewer)) > 0


def test_too_few_couriers() -> None:
    """One can bring some 80 cards on each of three days."""
    campaign = town((400,), limits=Limits(days=3, last_door=1), printers=(printer(1, 3, rate=60),))
    found = ways(campaign)
    assert found["more_couriers"].values == {"couriers": 1}
    assert left_out(changed_campaign(campaign, found["more_couriers"])) == 0
    assert "more_printers" not in found


@pytest.mark.parametrize("code", ["later_finish", "more_operators", "more_printers", "more_blanks"])
def test_a_way_is_told_in_both_languages(code: str) -> None:
    campaign = town((80, 80), days=2, limits=TWO_DAYS, blanks=Blanks(stock=150))
    values = {
        "days": 3,
        "last": 2,
        "operators": 1,
        "first": 0,
        "printers": 1,
        "blanks": 9,
        "day": 1,
    }
    way = WayOut(code, 1, values)
    assert way.message("id") != way.message("en")
    assert changed_campaign(campaign, way) != campaign


def test_stopped_at_once_it_says_how_many_too_many() -> None:
    campaign = town((80, 80), days=2, limits=TWO_DAYS)
    found = ways_out(campaign, SOURCE, How(should_stop=lambda: True))
    assert [(way.code, way.values) for way in found] == [("fewer_cards", {"cards": 20})]
