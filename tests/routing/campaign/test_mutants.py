"""A good plan of a campaign spoiled in one way is caught by the rule for it, and by no other."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from routing.campaign import (
    Blanks,
    Campaign,
    CampaignPlan,
    PrintDay,
    Run,
    SoFar,
    check_campaign,
    plan_campaign,
)
from routing.campaign.check import RULES
from routing.words.campaigns import CAMPAIGN_VIOLATIONS
from tests.routing.campaign.town import QUICK, SOURCE, hours, operator, printer, town

Spoiled = tuple[Campaign, CampaignPlan]

TOWN = town(
    (40, 30),
    cards={5: {"urgent": True}, 9: {"due": 2}},
    printers=(printer(1, 3), printer(2, 3, warm_up=360)),
    operators=tuple(operator(number, range(3)) for number in (1, 2, 3)),
    blanks=Blanks(stock=80),
)
PLAN = plan_campaign(TOWN, SOURCE, QUICK)
(DAY,) = PLAN.days
LATER = operator(2, range(3), hours(9, 17))
SHUT = printer(1, 3, hours={0: (hours(9, 24),)})
BROKEN = printer(1, 3, outages={0: (hours(7, 8.1),)})


def given(**changes: Any) -> Spoiled:
    return replace(TOWN, **changes), PLAN


def card(number: int, **changes: Any) -> Spoiled:
    cards = [replace(each, **changes) if each.id == number else each for each in TOWN.cards]
    return given(cards=tuple(cards))


def plan(**changes: Any) -> Spoiled:
    return TOWN, replace(PLAN, **changes)


def day(**changes: Any) -> Spoiled:
    return plan(days=(replace(DAY, **changes),))


def run(of: Callable[[Run], bool], **changes: Any) -> Spoiled:
    return day(runs=tuple(replace(each, **changes) if of(each) else each for each in DAY.runs))


def batch(number: int, **changes: Any) -> Spoiled:
    batches = list(DAY.batches)
    batches[number] = replace(batches[number], **changes)
    return day(batches=tuple(batches))


def out(number: int, when: int) -> dict[int, int]:
    return {**PLAN.out, number: when}


def unprinted() -> Spoiled:
    """The first batch is one card shorter."""
    return batch(0, cards=DAY.batches[0].cards[1:])


def in_vain() -> Spoiled:
    number = DAY.batches[0].cards[0]
    rest = {each: when for each, when in PLAN.out.items() if each != number}
    return plan(out=rest, left_out={number: "no_delivery"})


def twice() -> Spoiled:
    """A card takes the place of another, which was printed before today."""
    one, other, *rest = DAY.batches[0].cards
    spoiled = batch(0, cards=(one, one, *rest))[1]
    stood = SoFar(printed={other: 0})
    return replace(TOWN, so_far=stood), spoiled


def elsewhere() -> Spoiled:
    kelurahan = replace(DAY.batches[0].area, rw="777")
    return batch(0, area=kelurahan)


def swapped_operators() -> Spoiled:
    """One operator at both printers, all morning."""
    return run(lambda each: each.operator == 2, operator=1)


def one_printer_for_two() -> Spoiled:
    """The third operator, who had nothing to do, joins the first."""
    return day(runs=(*DAY.runs, replace(DAY.runs[0], operator=3)))


def overlapping() -> Spoiled:
    """The second batch of a printer begins with the first."""
    second = next(
        n for n, each in enumerate(DAY.batches) if each.printer == DAY.batches[n - 1].printer
    )
    return batch(second, begin=DAY.batches[second - 1].begin)


MUTANTS: dict[str, Callable[[], Spoiled]] = {
    "unknown_card": lambda: plan(out=out(999, 1)),
    "printed_twice": twice,
    "wrong_area": elsewhere,
    "lost_card": lambda: plan(left_out={1: "no_delivery"}),
    "printed_in_vain": in_vain,
    "printed_unready": lambda: card(3, ready=1),
    "printed_out_of_time": lambda: given(limits=replace(TOWN.limits, days=0, last_door=9)),
    "out_unprinted": unprinted,
    "no_delivery": lambda: given(beats={1: frozenset({"k1"})}),
    "waits_too_long": lambda: plan(out=out(3, 4)),
    "last_door": lambda: given(limits=replace(TOWN.limits, days=1, last_door=0)),
    "late": lambda: card(9, due=0),
    "moved": lambda: given(so_far=SoFar(promised={3: 3})),
    "over_rate": lambda: given(spoiled=0.02, blanks=None),
    "batches_overlap": overlapping,
    "two_operators": one_printer_for_two,
    "two_printers": swapped_operators,
    "operator_shift": lambda: given(operators=(TOWN.operators[0], LATER)),
    "printer_hours": lambda: given(printers=(SHUT, TOWN.printers[1])),
    "outage": lambda: given(printers=(BROKEN, TOWN.printers[1])),
    "cold": lambda: given(printers=(printer(1, 3, warm_up=60), TOWN.printers[1])),
    "blanks": lambda: given(blanks=Blanks(stock=60, deliveries={1: 20})),
}


def test_the_plan_is_good_before_it_is_spoiled() -> None:
    assert check_campaign(TOWN, PLAN) == []
    assert len(DAY.batches) == 3
    assert {each.printer for each in DAY.runs} == {1, 2}


def test_every_rule_has_its_code_and_its_mutant() -> None:
    rules = [rule.__name__ for rule in RULES]
    assert sorted([*rules, "unknown_card"]) == sorted(CAMPAIGN_VIOLATIONS)
    assert MUTANTS.keys() == CAMPAIGN_VIOLATIONS.keys()


@pytest.mark.parametrize("code", MUTANTS)
def test_mutant_is_caught_by_its_rule_alone(code: str) -> None:
    found = check_campaign(*MUTANTS[code]())
    assert {each.code for each in found} == {code}
    assert all(each.message("id") != each.message("en") for each in found)


def test_a_day_without_anything_is_good() -> None:
    assert check_campaign(TOWN, replace(PLAN, days=(DAY, PrintDay(1)))) == []
