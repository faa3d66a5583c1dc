"""A plan's delivery days, routed one after another."""

from dataclasses import replace

from routing import check
from routing.campaign import How, Stage, plan_campaign, route_campaign
from tests.routing.campaign.town import QUICK, SOURCE, hours, town


def test_each_day_has_routes_for_its_cards() -> None:
    campaign = town((40, 40))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    days = list(route_campaign(campaign, plan, SOURCE, QUICK))
    assert [day.day for day in days] == list(plan.delivery_days)
    for day in days:
        assert day.brought == {card for card, out in plan.out.items() if out == day.day}
        for problem, routes in zip(day.problems, day.plans, strict=True):
            assert check(problem, routes) == []


def test_cards_of_one_door_are_one_visit() -> None:
    campaign = town((20,))
    together = tuple(replace(card, door=1 + (card.id - 1) // 2 * 2) for card in campaign.cards)
    campaign = replace(campaign, cards=together)
    plan = plan_campaign(campaign, SOURCE, QUICK)
    (day,) = route_campaign(campaign, plan, SOURCE, QUICK)
    (problem,) = day.problems
    assert len(problem.jobs) == 10
    assert {job.service for job in problem.jobs} == {240 + 90}
    assert len(day.brought) == 20


def test_who_finds_no_room_goes_on_the_next_day() -> None:
    """The crew of the first day turns out to have one hour only."""
    campaign = town((40,))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    (rider,) = campaign.crews[1]
    crews = {**campaign.crews, 1: (replace(rider, shift=hours(8, 9)),)}
    first, second = route_campaign(replace(campaign, crews=crews), plan, SOURCE, QUICK)
    assert 0 < len(first.brought) < 40
    assert first.waiting == second.brought
    assert not first.left
    assert not second.left


def test_who_finds_no_room_on_the_last_day_is_left() -> None:
    campaign = town((40,), days=1)
    campaign = replace(campaign, crews={1: (replace(campaign.crews[1][0], shift=hours(8, 9)),)})
    plan = plan_campaign(campaign, SOURCE, QUICK)
    planned = replace(plan, out=dict.fromkeys(range(1, 41), 1), left_out={})
    (day,) = route_campaign(campaign, planned, SOURCE, QUICK)
    assert len(day.left) == 40 - len(day.brought) > 0


def test_progress_is_told_and_a_stop_is_obeyed() -> None:
    campaign = town((40, 40))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    seen: list[Stage] = []
    days = route_campaign(campaign, plan, SOURCE, replace(QUICK, on_stage=seen.append))
    assert len(list(days)) == 2
    assert (seen[-1].step, seen[-1].done) == ("routing", 1.0)
    assert [stage.done for stage in seen] == sorted(stage.done for stage in seen)
    stopped = How(iterations=2, should_stop=lambda: True)
    assert list(route_campaign(campaign, plan, SOURCE, stopped)) == []


def test_two_processes_find_the_same_and_stop_when_told() -> None:
    campaign = town((40, 40))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    alone = list(route_campaign(campaign, plan, SOURCE, QUICK))
    both = list(route_campaign(campaign, plan, SOURCE, replace(QUICK, threads=2)))
    assert [day.plans for day in both] == [day.plans for day in alone]
    asked: list[int] = []

    def second_time() -> bool:
        asked.append(1)
        return len(asked) > 1

    stopped = How(routing_seconds=3_600.0, threads=2, should_stop=second_time)
    assert list(route_campaign(campaign, plan, SOURCE, stopped)) == []
