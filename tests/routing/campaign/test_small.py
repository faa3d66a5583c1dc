"""Campaigns that one can see: what is printed when, and goes out when."""

from collections import Counter
from dataclasses import replace

from routing.campaign import (
    Blanks,
    Campaign,
    CampaignPlan,
    How,
    Limits,
    SoFar,
    Weights,
    check_campaign,
    outlines,
    plan_campaign,
)
from tests.routing.campaign.town import QUICK, SOURCE, hours, operator, printer, town

NO_DETOUR = Weights(visit=0)


def planned(campaign: Campaign) -> CampaignPlan:
    plan = plan_campaign(campaign, SOURCE, QUICK)
    assert check_campaign(campaign, plan) == []
    return plan


def printed(plan: CampaignPlan) -> dict[int, int]:
    return {each.day: each.cards for each in plan.days}


def test_a_day_is_filled_and_goes_out_on_the_next() -> None:
    plan = planned(town((40, 40), weights=NO_DETOUR))
    assert printed(plan) == {0: 70, 1: 10}
    assert Counter(plan.out.values()) == {1: 70, 2: 10}


def test_a_few_cards_wait_rather_than_that_couriers_go_to_their_kelurahan_twice() -> None:
    plan = planned(town((40, 40)))
    assert Counter(plan.out.values()) == {1: 40, 2: 40}


def test_one_kelurahan_goes_out_whole() -> None:
    campaign = town((70, 70))
    plan = planned(campaign)
    for name in ("k1", "k2"):
        mine = [card.id for card in campaign.cards if campaign.area(card).kelurahan == name]
        days = {plan.out[card] for card in mine}
        assert len(days) == 1


def test_a_batch_pauses_at_noon() -> None:
    plan = planned(town((70,)))
    (batch,) = plan.days[0].batches
    assert (batch.begin, batch.end) == (8 * 3600, 16 * 3600)


def test_nothing_is_printed_in_an_outage() -> None:
    broken = printer(1, 3, outages={0: (hours(9, 15),)})
    assert printed(planned(town((90,), printers=(broken,)))) == {0: 20, 1: 70}


def test_a_repaired_printer_is_warmed_up_again() -> None:
    broken = printer(1, 3, warm_up=720, outages={0: (hours(9, 15),)})
    plan = planned(town((80,), printers=(broken,)))
    assert [run.warm_up for run in plan.days[0].runs] == [720, 720]
    assert plan.days[0].cards == 16


def test_a_printer_without_operator_stands() -> None:
    printers = (printer(1, 3), printer(2, 3))
    assert printed(planned(town((40, 40), printers=printers))) == {0: 70, 1: 10}
    two = (operator(1, range(3)), operator(2, (1, 2)))
    more = planned(town((80, 80), printers=printers, operators=two))
    assert printed(more) == {0: 70, 1: 90}


def test_what_is_spoiled_costs_time_and_blanks() -> None:
    plan = planned(town((80,), spoiled=0.5, blanks=Blanks(stock=100)))
    assert sum(printed(plan).values()) == 50
    assert plan.days[0].cards == 35
    assert set(plan.left_out.values()) == {"no_blanks"}


def test_printing_waits_for_blanks() -> None:
    few_first = Blanks(stock=10, deliveries={2: 50})
    plan = planned(town((60,), blanks=few_first, weights=NO_DETOUR))
    assert printed(plan) == {0: 10, 2: 50}


def test_urgent_cards_go_first() -> None:
    urgent = {number: {"urgent": True} for number in (7, 38, 55, 79)}
    plan = planned(town((120,), cards=urgent))
    assert {plan.out[number] for number in urgent} == {1}


def test_no_card_is_printed_before_it_is_ready() -> None:
    plan = planned(town((40, 40), cards={number: {"ready": 2} for number in range(1, 21)}))
    assert {plan.printed[number] for number in range(1, 21)} == {2}


def test_a_card_is_there_by_its_day() -> None:
    due = {number: {"due": 1} for number in (38, 39, 79)}
    plan = planned(town((40, 40), cards=due))
    assert {plan.out[number] for number in due} == {1}
    assert not plan.late


def test_who_cannot_be_in_time_is_named() -> None:
    plan = planned(town((40,), cards={5: {"ready": 1, "due": 1}}))
    assert plan.late == {5}


def test_a_card_goes_with_the_trip_of_its_household() -> None:
    campaign = town((40, 40), cards={5: {"trip": 2}, 6: {"trip": 0}})
    plan = planned(campaign)
    assert plan.out[5] == 2
    assert plan.trips == {5}
    visits = {job.id for _, day in outlines(campaign, plan) for job in day.jobs}
    assert 5 not in visits
    assert 6 in visits


def test_nothing_goes_out_on_a_day_off_and_nothing_lies_too_long() -> None:
    campaign = town((40, 40))
    crews = {day: crew for day, crew in campaign.crews.items() if day not in (1, 2, 3)}
    plan = planned(replace(campaign, crews=crews))
    assert set(plan.out.values()) <= {4, 5}


def test_what_cannot_be_printed_in_time_is_left_out() -> None:
    plan = planned(town((40, 40), days=1, limits=Limits(days=1)))
    assert printed(plan) == {0: 70}
    assert Counter(plan.left_out.values()) == {"no_printing": 10}


def test_a_kelurahan_without_courier_is_told() -> None:
    campaign = town((10, 10))
    plan = planned(replace(campaign, beats={1: frozenset({"k1"})}))
    assert Counter(plan.left_out.values()) == {"no_courier": 10}
    assert len(plan.printed) == 10


def test_a_night_shift_is_taken_only_when_it_is_needed() -> None:
    night = operator(2, range(1), hours(18, 23))
    shifts = {0: (replace(night.shifts[0][0], price=30),)}
    operators = (operator(1, range(1)), replace(night, shifts=shifts))
    limits = Limits(days=1)
    few = planned(town((60,), days=1, operators=operators, limits=limits))
    many = planned(town((100,), days=1, operators=operators, limits=limits))
    assert {run.operator for run in few.days[0].runs} == {1}
    assert {run.operator for run in many.days[0].runs} == {1, 2}
    assert printed(many) == {0: 100}


def test_what_was_printed_and_promised_stands() -> None:
    printed_before = dict.fromkeys(range(1, 11), 0)
    promised = {5: 2, 60: 3, 61: 3}
    so_far = SoFar(today=1, printed=printed_before, gone=frozenset({20}), promised=promised)
    plan = planned(town((40, 40), days=4, so_far=so_far))
    assert {card: plan.out[card] for card in promised} == promised
    assert not plan.moved
    assert not plan.printed.keys() & printed_before.keys()
    assert 20 not in plan.out
    assert {plan.out[card] for card in printed_before} <= {1, 2, 3}


def test_a_promise_that_cannot_be_kept_is_named() -> None:
    so_far = SoFar(today=1, promised={5: 1, 6: 2})
    plan = planned(town((40,), days=4, so_far=so_far))
    assert plan.moved == {5}


def test_stopped_at_once_there_is_a_plan() -> None:
    campaign = town((40, 40))
    plan = plan_campaign(campaign, SOURCE, How(should_stop=lambda: True))
    assert check_campaign(campaign, plan) == []
    assert len(plan.out) == 80


def test_same_seed_same_plan() -> None:
    campaign = town((35, 45, 50))
    assert planned(campaign) == planned(campaign)
