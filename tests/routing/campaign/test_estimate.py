"""The estimate of a day's driving against its solved routes."""

from routing.campaign import plan_campaign, route_campaign, route_minutes
from tests.routing.campaign.town import QUICK, SOURCE, town


def test_a_street_takes_about_as_long_as_estimated() -> None:
    campaign = town((60, 60))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    estimated = route_minutes(campaign, plan, SOURCE)
    for day in route_campaign(campaign, plan, SOURCE, QUICK):
        here = sum(minutes for (_, on), minutes in estimated.items() if on == day.day)
        assert 0.7 * here < day.travel / 60 < 1.3 * here


def test_who_lives_apart_takes_longer() -> None:
    near, far = town((20,)), town((20,))
    doors = {number: door for number, door in far.doors.items() if number % 2 == 0}
    half = tuple(card for card in far.cards if card.door in doors)
    sparse = type(far)(**{**vars(far), "cards": half, "doors": doors})
    minutes = [
        sum(route_minutes(each, plan_campaign(each, SOURCE, QUICK), SOURCE).values())
        / len(each.cards)
        for each in (near, sparse)
    ]
    assert minutes[1] > minutes[0]
