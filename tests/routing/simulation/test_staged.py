"""A campaign as a setting, and its plan as a way of working."""

from routing import TimeWindow, Vehicle
from routing.campaign.given import (
    Area,
    Blanks,
    Campaign,
    Card,
    Door,
    Operator,
    Printer,
    Shift,
)
from routing.campaign.plan import Batch, CampaignPlan, PrintDay
from routing.point import Point
from routing.simulation.dispatch import Dispatcher
from routing.simulation.luck import NO_BAD_LUCK
from routing.simulation.setting import Turn
from routing.simulation.staged import planned, setting_of
from routing.simulation.trial import Trial
from tests.routing.simulation.corner import COURIER, DAY, HOUR, QUICK, STEP, Street

HERE = Area("Paledang", "001", "001")
SHIFT = Shift(hours=TimeWindow(7 * HOUR, 19 * HOUR), breaks=(TimeWindow(12 * HOUR, 13 * HOUR),))
ALL_DAY = TimeWindow(0, 24 * HOUR)


def campaign(operators: int = 2) -> Campaign:
    """Two cards behind one door and one behind another; two printers, of which one is broken."""
    return Campaign(
        cards=(
            Card(id=1, door=5, ready=1),
            Card(id=2, door=5, urgent=True, trip=3),
            Card(id=3, door=6),
        ),
        doors={5: Door(id=5, point=Point(0, 1), area=HERE, walk=30), 6: door_6()},
        printers=(
            Printer(id=1, rate=90, hours={0: (ALL_DAY,), 1: (ALL_DAY,)}),
            Printer(id=2, hours={0: (ALL_DAY,)}, outages={0: (TimeWindow(10 * HOUR, 11 * HOUR),)}),
        ),
        operators=tuple(
            Operator(id=7 + n, shifts={0: (SHIFT,), 1: (SHIFT,)}) for n in range(operators)
        ),
        crews={1: (COURIER, Vehicle(id=2, start=0)), 3: (COURIER,)},
        beats={1: frozenset({"Paledang"}), 2: frozenset({"Bondongan"})},
        depots=(Point(0, 0),),
        blanks=Blanks(stock=5, deliveries={0: 1, 2: 4}),
    )


def door_6() -> Door:
    return Door(id=6, point=Point(0, 2), area=HERE)


PLAN = CampaignPlan(
    days=(
        PrintDay(
            0,
            batches=(
                Batch(printer=2, area=HERE, cards=(3,), begin=25_300, end=25_340),
                Batch(printer=1, area=HERE, cards=(2,), begin=25_200, end=25_240),
            ),
        ),
        PrintDay(1, batches=(Batch(printer=1, area=HERE, cards=(1,), begin=0, end=40),)),
    ),
    out={1: 3, 2: 3, 3: 1},
)


def test_people_stand_at_the_fastest_printers_in_their_hours() -> None:
    assert set(setting_of(campaign()).days[0].turns) == {
        Turn(2, 7, 7 * HOUR, 10 * HOUR),
        Turn(2, 7, 11 * HOUR, 12 * HOUR),
        Turn(2, 7, 13 * HOUR, 19 * HOUR),
        Turn(1, 8, 7 * HOUR, 12 * HOUR),
        Turn(1, 8, 13 * HOUR, 19 * HOUR),
    }


def test_printer_without_anybody_or_without_hours_stands() -> None:
    days = setting_of(campaign(operators=1)).days
    assert {turn.printer for turn in days[0].turns} == {2}
    assert {turn.printer for turn in days[1].turns} == {1}


def test_doors_cards_and_blanks_are_the_campaigns() -> None:
    setting = setting_of(campaign())
    door = setting.door[5]
    assert (door.service(1), door.service(2), door.setup) == (270, 360, 45)
    assert (setting.points[door.location], door.vehicles) == (Point(0, 1), frozenset({1}))
    assert [card.ready for card in setting.cards] == [DAY, 0, 0]
    assert [setting.blanks_by(day) for day in (0, 1, 2)] == [6, 6, 10]
    assert setting.pace == {1: 40, 2: 36}


def test_late_cards_have_days_like_those_of_the_week_before() -> None:
    known = setting_of(campaign(), tail=0).days
    days = setting_of(campaign(), tail=5).days
    assert days[: len(known)] == known
    assert len(days) == len(known) + 5


def test_plan_is_followed_in_the_order_of_its_batches() -> None:
    setting = setting_of(campaign())
    assert planned(setting, PLAN).queue(setting.cards) == [2, 3, 1]


def test_trial_tells_the_same_figures_of_both_ways() -> None:
    trial = Trial(Dispatcher(Street(), QUICK), luck=NO_BAD_LUCK)
    ours, theirs = trial.plan(campaign(), PLAN), trial.first_come(campaign())
    assert (ours.delivered, theirs.delivered) == (3, 3)
    # The plan: door 6 on day 1, then door 5. First come: all that is printed on day 0, the rest.
    assert ours.travel_minutes == (4 * STEP + 2 * STEP) / 60
    assert theirs.travel_minutes == (4 * STEP + 2 * STEP) / 60
