"""What cannot be planned is told by a code, whatever is missing; nothing crashes."""

from dataclasses import replace
from typing import Any

import pytest

from routing import InvalidProblem, ProblemFault
from routing.campaign import (
    Blanks,
    Campaign,
    Card,
    Limits,
    Operator,
    Printer,
    SoFar,
    check_campaign,
    plan_campaign,
    validate_campaign,
    ways_out,
)
from tests.routing.campaign.town import QUICK, SOURCE, hours, operator, printer, town

FAULTS: dict[str, dict[str, Any]] = {
    "no_cards": {"cards": ()},
    "no_printers": {"printers": ()},
    "no_operators": {"operators": ()},
    "no_couriers": {"crews": {}},
    "no_days": {"limits": Limits(days=0)},
    "no_wait": {"limits": Limits(longest_wait=0)},
    "spoiled_range": {"spoiled": 1.0},
    "unknown_id": {"doors": {}},
    "duplicate_id": {"printers": (printer(1, 3), printer(1, 3))},
}


@pytest.mark.parametrize("code", FAULTS)
def test_the_fault_is_named(code: str) -> None:
    campaign = replace(town((5, 5)), **FAULTS[code])
    faults = validate_campaign(campaign)
    assert code in {fault.code for fault in faults}
    assert all(fault.message("id") != fault.message("en") for fault in faults)
    with pytest.raises(InvalidProblem):
        plan_campaign(campaign, SOURCE, QUICK)
    with pytest.raises(InvalidProblem):
        ways_out(campaign, SOURCE, QUICK)


def test_couriers_from_a_depot_that_is_not_there() -> None:
    codes = {fault.code for fault in validate_campaign(replace(town((5,)), depots=()))}
    assert codes == {"unknown_id"}


def test_bad_values_are_not_born() -> None:
    for born in (
        lambda: Card(id=-1, door=1),
        lambda: Printer(id=1, rate=0, hours={}),
        lambda: Limits(days=-1),
        lambda: Blanks(stock=-5),
        lambda: SoFar(today=-1),
        lambda: Operator(id=-1, shifts={}),
    ):
        with pytest.raises(ProblemFault):
            born()


@pytest.mark.parametrize(
    "changes",
    [
        {"operators": (operator(1, ()),)},
        {"printers": (printer(1, 0),)},
        {"blanks": Blanks(stock=0)},
        {"beats": {}},
        {"operators": (operator(1, range(3), hours(8, 8.001)),)},
        {"limits": Limits(last_door=0, days=1)},
    ],
)
def test_what_cannot_be_done_is_left_out(changes: dict[str, Any]) -> None:
    campaign: Campaign = replace(town((5, 5)), **changes)
    plan = plan_campaign(campaign, SOURCE, QUICK)
    assert check_campaign(campaign, plan) == []
    assert len(plan.left_out) == 10


def test_all_is_done_already() -> None:
    campaign = replace(town((5,)), so_far=SoFar(today=2, gone=frozenset(range(1, 6))))
    plan = plan_campaign(campaign, SOURCE, QUICK)
    assert (plan.out, plan.left_out, plan.days) == ({}, {}, ())
    assert ways_out(campaign, SOURCE, QUICK) == []


def test_all_is_printed_and_no_printer_is_left() -> None:
    stood = SoFar(today=2, printed=dict.fromkeys(range(1, 6), 1))
    campaign = replace(town((5,)), so_far=stood, printers=(), operators=())
    plan = plan_campaign(campaign, SOURCE, QUICK)
    assert set(plan.out.values()) == {2}
    assert check_campaign(campaign, plan) == []
