"""Made campaigns: whatever they ask, the plan passes the check, and no card is lost."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routing.campaign import (
    Blanks,
    Campaign,
    How,
    Limits,
    SoFar,
    check_campaign,
    plan_campaign,
    ways_out,
)
from routing.campaign.left_out import REASONS
from routing.words.campaigns import LEFT_OUT
from tests.routing.campaign.town import SOURCE, hours, operator, printer, town

DAYS = 4
AT_ONCE = How(should_stop=lambda: True)
SEARCHED = How(iterations=1)


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    sizes = draw(st.lists(st.integers(1, 40), min_size=1, max_size=3))
    cards = range(1, sum(sizes) + 1)
    day = st.integers(0, DAYS)
    special: dict[int, dict[str, Any]] = {
        number: draw(
            st.fixed_dictionaries(
                {},
                optional={"ready": day, "urgent": st.booleans(), "due": day, "trip": day},
            )
        )
        for number in draw(st.sets(st.sampled_from(cards), max_size=12))
    }
    opens = draw(st.integers(6, 10))
    broken = {draw(st.integers(0, 2)): (hours(9, draw(st.integers(10, 15))),)}
    printers = (printer(1, DAYS, warm_up=360, outages=broken), printer(2, DAYS, rate=7))
    crew_days = draw(st.sets(st.integers(1, DAYS + 2), min_size=1))
    campaign = town(
        sizes,
        DAYS,
        special,
        printers=printers[: draw(st.integers(1, 2))],
        operators=tuple(
            operator(number, draw(st.sets(day, min_size=1)), hours(opens, opens + 7))
            for number in range(1, draw(st.integers(1, 3)) + 1)
        ),
        blanks=draw(st.none() | st.builds(Blanks, stock=st.integers(0, 99))),
        spoiled=draw(st.sampled_from([0.0, 0.01, 0.3])),
        limits=Limits(days=DAYS, longest_wait=draw(st.integers(1, 3))),
    )
    crews = {each: crew for each, crew in campaign.crews.items() if each in crew_days}
    return Campaign(**{**vars(campaign), "crews": crews, "so_far": _so_far(draw, cards)})


def _so_far(draw: st.DrawFn, cards: range) -> SoFar:
    today = draw(st.integers(0, 2))
    some = st.sets(st.sampled_from(cards), max_size=9)
    gone = draw(some)
    printed = {card: draw(st.integers(0, today - 1)) for card in draw(some) - gone if today}
    promised = {card: draw(st.integers(today, DAYS + 1)) for card in draw(some) - gone}
    return SoFar(today=today, printed=printed, gone=frozenset(gone), promised=promised)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns(), st.sampled_from([AT_ONCE, SEARCHED]))
def test_every_plan_passes_the_check(campaign: Campaign, how: How) -> None:
    plan = plan_campaign(campaign, SOURCE, how)
    assert check_campaign(campaign, plan) == []
    assert set(plan.left_out.values()) <= set(REASONS)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_ways_out_are_offered_where_something_is_left_out(campaign: Campaign) -> None:
    ways = ways_out(campaign, SOURCE, How(iterations=1))
    assert [way.price for way in ways] == sorted(way.price for way in ways)


def test_each_reason_has_words() -> None:
    assert set(REASONS) == LEFT_OUT.keys()
