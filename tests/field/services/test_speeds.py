"""The admin sees what records say, and only by his word do plans go by it."""

from datetime import date, datetime, timedelta

import pytest

from field.domain.fault import Fault
from field.domain.speeds import MAIN, SMALL, Rule, Slot
from field.gateways.doors import Doors
from field.services import speeds
from field.services.accounts import Person
from field.store import speeds as stored
from field.store.db import session, transaction
from field.store.tables import AuditEntry, Event, Household, Job
from routing.point import Point
from tests.builders import make_courier, make_household, publish, visits_of
from tests.fakes import StillClock, Told

pytestmark = pytest.mark.both_databases
MONDAYS = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23))
EIGHT = Slot("motor", 1, 8)
STOPS, TOOK_S, DOOR_S = 11, 320, 120
UP, DOWN = Point(-6.6110, 106.8004), Point(-6.6065, 106.8004)


@pytest.fixture
def budi(people: dict[str, Person]) -> int:
    return make_courier(people["budi"].id)


@pytest.fixture
def asep(people: dict[str, Person]) -> int:
    return people["asep"].id


def slow_mondays(
    doors: Doors, courier: int, user: int, source: str = "phone", stops: int = STOPS
) -> None:
    """Up and down a street from eight o'clock on, each drive and door in 320 seconds."""
    for day in MONDAYS:
        homes = [make_household(doors) for _ in range(stops)]
        with transaction() as live:
            for number, home_id in enumerate(homes):
                home, place = live.get_one(Household, home_id), (UP, DOWN)[number % 2]
                home.lat, home.lon = place.lat, place.lon
        visits = visits_of(publish(doors, courier, homes, day))
        start = datetime(day.year, day.month, day.day, 8, 0, tzinfo=doors.zone)
        with transaction() as live:
            for number, visit in enumerate(visits.values()):
                at = start + timedelta(seconds=TOOK_S * number)
                live.add(
                    Event(
                        id=f"event-{day}-{number}", visit=visit, route_version=1,
                        kind="delivered", device_id="phone", seq=number, at=at, at_corrected=at,
                        received_at=at, user_id=user, source=source, body_hash="",
                    )
                )  # fmt: skip


def learn(by: int, doors: Doors) -> None:
    job = speeds.ask_learn(by, doors)
    speeds.run_learn(job, Told(), doors)
    with transaction() as live:
        live.get_one(Job, job).state = "done"


def acts() -> list[str]:
    query = session().query(AuditEntry.act).filter(AuditEntry.act.like("speeds.%"))
    return [act for (act,) in query.order_by(AuditEntry.id)]


def at_eight(doors: Doors) -> speeds.SlotView:
    return speeds.speeds_now("motor", 1, [8], doors).slots[0]


def test_what_records_say_stands_beside_what_was_planned(
    budi: int, asep: int, people: dict[str, Person], doors: Doors
) -> None:
    slow_mondays(doors, budi, people["budi"].id)
    learn(asep, doors)
    times = doors.roads.times().matrix([UP, DOWN], "motor").durations
    usual = (times[0, 1] + times[1, 0]) / 2
    seen = at_eight(doors)
    assert seen.legs == 40
    assert seen.planned_s == 40 * 300
    assert seen.took_s == 40 * (TOOK_S - DOOR_S)
    assert seen.factor == pytest.approx((TOOK_S - DOOR_S) / usual, rel=0.1)
    assert seen.in_use is None
    assert stored.in_use() == {}


def test_fewer_records_than_the_least_say_nothing(
    budi: int, asep: int, people: dict[str, Person], doors: Doors
) -> None:
    slow_mondays(doors, budi, people["budi"].id, stops=8)
    learn(asep, doors)
    assert (at_eight(doors).legs, at_eight(doors).factor) == (28, None)
    with pytest.raises(Fault) as refused:
        speeds.use_learned(asep, doors)
    assert refused.value.code == "speeds.nothing_learned"


def test_an_admin_switches_it_on_and_off_and_each_leaves_a_trace(
    budi: int, asep: int, people: dict[str, Person], doors: Doors
) -> None:
    slow_mondays(doors, budi, people["budi"].id)
    learn(asep, doors)
    factor = at_eight(doors).factor
    assert speeds.use_learned(asep, doors) == 1
    assert stored.in_use() == {EIGHT: factor}
    assert at_eight(doors).in_use == factor
    speeds.stop_using(asep, doors)
    assert stored.in_use() == {}
    assert acts() == ["speeds.learn", "speeds.use", "speeds.unuse"]


def test_what_is_learned_later_is_not_used_by_itself(
    budi: int, asep: int, people: dict[str, Person], doors: Doors, clock: StillClock
) -> None:
    slow_mondays(doors, budi, people["budi"].id)
    learn(asep, doors)
    speeds.use_learned(asep, doors)
    used = at_eight(doors).in_use
    speeds.add_rule(Rule(MAIN, "motor", frozenset({1}), 8, 9, 2.0), asep, doors)
    speeds.add_rule(Rule(SMALL, "motor", frozenset({1}), 8, 9, 2.0), asep, doors)
    learn(asep, doors)
    again = at_eight(doors)
    assert again.in_use == used
    assert used is not None
    assert again.factor == pytest.approx(used / 2, rel=0.1)  # of a table that is twice as slow
    clock.forward(days=60)
    learn(asep, doors)
    assert (at_eight(doors).legs, at_eight(doors).factor, at_eight(doors).in_use) == (0, None, used)


def test_what_was_typed_in_from_paper_teaches_nothing(
    budi: int, asep: int, people: dict[str, Person], doors: Doors
) -> None:
    slow_mondays(doors, budi, people["budi"].id, source="paper")
    learn(asep, doors)
    assert at_eight(doors).legs == 0


def test_the_office_adds_and_removes_its_own_rules(asep: int, doors: Doors) -> None:
    speeds.add_rule(Rule(MAIN, "mobil", frozenset({1, 5}), 6, 8, 1.2), asep, doors)
    ((number, rule),) = speeds.speeds_now("mobil", 1, [7], doors).own
    assert rule == Rule(MAIN, "mobil", frozenset({1, 5}), 6, 8, 1.2)
    assert speeds.speeds_now("mobil", 1, [7], doors).slots[0].main == 1.2
    assert speeds.speeds_now("mobil", 2, [7], doors).slots[0].main == 1.5
    speeds.remove_rule(number, asep, doors)
    assert speeds.speeds_now("mobil", 1, [7], doors).slots[0].main == 1.5
    assert acts() == ["speeds.rule", "speeds.rule_out"]
    with pytest.raises(Fault):
        speeds.remove_rule(number, asep, doors)


def test_a_second_press_of_the_button_is_the_same_work(asep: int, doors: Doors) -> None:
    assert speeds.ask_learn(asep, doors) == speeds.ask_learn(asep, doors)
