"""Every change has who, when and why; the family sees the reason, and a link opens only its own."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.letters import Template
from field.domain.jemput.needs import Aid
from field.domain.jemput.request import NO_REASON, Act, RequestState
from field.gateways.doors import Doors
from field.services import caring, deciding, telling, tracking
from field.services.accounts import Person
from field.services.deciding import DAY_OFF, Appointment, Decider
from field.store.db import session, transaction
from field.store.tables import AuditEntry, KitVisit, Message, Request, Trip, TripRider
from tests.builders import make_courier
from tests.fakes import StillClock
from tests.jemput import MORNING, TUESDAY, answers_of, ask


@pytest.fixture
def siti(people: dict[str, Person]) -> Decider:
    return Decider(people["siti"].id, "32.71.01")


def token(request_id: int, doors: Doors) -> str:
    return tracking.token_of(session().get_one(Request, request_id), doors)


@pytest.mark.both_databases
def test_accepting_opens_both_ways_and_tells_the_family(doors: Doors, siti: Decider) -> None:
    request_id = ask(doors, answers_of())
    deciding.accept(request_id, MORNING, siti, doors)
    legs = session().query(Trip).order_by(Trip.id).all()
    assert [(trip.leg, trip.will_call) for trip in legs] == [("outbound", False), ("return", True)]
    assert [len(trip.riders) for trip in legs] == [1, 1]
    request = session().get_one(Request, request_id)
    last = request.steps[-1]
    assert (last.by, last.by_user_id, last.state) == ("office", siti.user_id, "accepted")
    told = {row.template: row.due_at for row in session().query(Message)}
    assert told.keys() == {Template.ACCEPTED, Template.REMINDER}
    assert told[Template.REMINDER].astimezone(doors.zone).date() == TUESDAY - timedelta(days=1)


def test_a_refusal_needs_a_reason_that_the_family_reads(doors: Doors, siti: Decider) -> None:
    request_id = ask(doors, answers_of())
    with pytest.raises(Fault) as fault:
        deciding.say(request_id, Act.REFUSE, " ", siti, doors)
    assert fault.value.kind is NO_REASON
    deciding.say(request_id, Act.REFUSE, "Rumahnya di luar kota.", siti, doors)
    shown = tracking.follow(token(request_id, doors), doors)
    assert (shown.state, shown.why) == (RequestState.REFUSED, "Rumahnya di luar kota.")


def test_another_time_is_offered_agreed_or_moved(doors: Doors, siti: Decider) -> None:
    request_id = ask(doors, answers_of())
    saturday = Appointment(date(2026, 12, 5), time(8), time(10), "32.71.01")
    with pytest.raises(Fault) as fault:
        deciding.propose(request_id, saturday, "penuh", siti, doors)
    assert fault.value.kind is DAY_OFF
    deciding.propose(request_id, MORNING, "Mobilnya penuh.", siti, doors)
    key = token(request_id, doors)
    assert tracking.follow(key, doors).may_agree
    tracking.agree(key, doors)
    assert session().query(Trip).count() == 2
    tracking.another_day(key, "Rabu pagi", doors)
    request = session().get_one(Request, request_id)
    assert (request.state, request.date, session().query(Trip).count()) == ("new", None, 0)
    assert session().query(TripRider).count() == 0
    assert [row.state for row in session().query(Message).filter_by(template="reminder")] == [
        "dropped"
    ]


def test_who_cannot_sit_is_visited_with_the_kit(doors: Doors, siti: Decider) -> None:
    answers = answers_of()
    lying = answers.with_person(0, replace(answers.people[0], aid=Aid.BED))
    deciding.accept(ask(doors, lying), MORNING, siti, doors)
    visit = session().query(KitVisit).one()
    assert 20 * 60 <= visit.service_s <= 40 * 60
    assert session().query(Trip).count() == 0


def test_a_neighbour_decides_nothing(doors: Doors, people: dict[str, Person]) -> None:
    request_id, neighbour = ask(doors, answers_of()), Decider(people["siti"].id, "32.71.02")
    with pytest.raises(Fault) as fault:
        deciding.accept(request_id, MORNING, neighbour, doors)
    assert fault.value.kind is NOT_FOUND


def test_no_link_is_found_by_guessing_and_each_has_its_end(
    doors: Doors, clock: StillClock, siti: Decider
) -> None:
    one, other = ask(doors, answers_of()), ask(doors, answers_of())
    right = token(one, doors)
    number, until, signature = right.split(".")
    wrong = [
        f"{other}.{until}.{signature}", f"{number}.2099-01-01.{signature}", f"{number}.{until}.",
        f"{number}.{until}.{'0' * 32}", f"{number}", "..", f"{number}.x.{signature}", "9" * 30,
        right.upper(), right + "0",
    ]  # fmt: skip
    for key in wrong:
        with pytest.raises(Fault) as fault:
            tracking.follow(key, doors)
        assert fault.value.kind is NOT_FOUND, key
    deciding.say(one, Act.CANCEL, "", siti, doors)
    clock.at += timedelta(days=13)
    assert tracking.follow(right, doors).state is RequestState.CANCELLED
    clock.at += timedelta(days=2)
    with pytest.raises(Fault):
        tracking.follow(right, doors)
    clock.at += timedelta(days=60)
    with pytest.raises(Fault):
        tracking.follow(token(other, doors), doors)


def test_a_report_reaches_the_office_and_moves_nothing(doors: Doors) -> None:
    request_id = ask(doors, answers_of())
    tracking.report(token(request_id, doors), "diminta uang 3271015508500077", doors)
    request = session().get_one(Request, request_id)
    assert (request.state, request.steps[-1].act) == ("new", "report")
    assert "3271015508500077" not in request.steps[-1].why


def test_the_page_tells_where_everybody_is(doors: Doors, clock: StillClock, siti: Decider) -> None:
    request_id = ask(doors, answers_of("Ibu Eni"))
    deciding.accept(request_id, MORNING, siti, doors)
    key = token(request_id, doors)
    assert tracking.follow(key, doors).where == ()  # the day has not come
    clock.at += timedelta(days=7)
    assert tracking.follow(key, doors).where == (("Ibu Eni", "belum berangkat"),)
    with transaction() as live:
        outbound = live.query(Trip).filter_by(leg="outbound").one()
        outbound.riders[0].state = "at_office"
    assert tracking.follow(key, doors).where == (("Ibu Eni", "di kantor"),)


def test_a_day_that_came_to_nothing_is_said_and_another_can_be_asked_for(
    doors: Doors, clock: StillClock, siti: Decider
) -> None:
    request_id = ask(doors, answers_of("Ibu Eni"))
    deciding.accept(request_id, MORNING, siti, doors)
    key = token(request_id, doors)
    assert not tracking.follow(key, doors).lapsed
    with transaction() as live:
        outbound = live.query(Trip).filter_by(leg="outbound").one()
        outbound.riders[0].state = "at_office"
    clock.at += timedelta(days=8)
    assert not tracking.follow(key, doors).lapsed  # somebody is out: bring him home first
    with pytest.raises(Fault):
        tracking.another_day(key, "Senin pagi", doors)
    with transaction() as live:
        live.query(Trip).filter_by(leg="outbound").one().riders[0].state = "no_show"
    followed = tracking.follow(key, doors)
    assert followed.lapsed
    assert followed.where == (("Ibu Eni", "tidak ada di tempat"),)
    tracking.another_day(key, "Senin pagi", doors)
    followed = tracking.follow(key, doors)
    assert (followed.state, followed.lapsed, followed.where) == ("new", False, ())


def test_the_care_card_is_that_drivers_that_day(
    doors: Doors, people: dict[str, Person], clock: StillClock, siti: Decider
) -> None:
    deciding.accept(ask(doors, answers_of()), MORNING, siti, doors)
    dedi, wati = make_courier(people["dedi"].id), make_courier(people["wati"].id)
    with transaction() as live:
        trip = live.query(Trip).filter_by(leg="outbound").one()
        trip.courier_id, trip_id = dedi, trip.id
    assert wati
    for name, days in (("dedi", -1), ("wati", 0), ("siti", 0), ("dedi", 1)):
        clock.at = StillClock().at + timedelta(days=7 + days)
        with pytest.raises(Fault) as fault:
            caring.care_of(trip_id, people[name].id, doors)
        assert fault.value.kind is NOT_FOUND
    clock.at = StillClock().at + timedelta(days=7)
    cared = caring.care_of(trip_id, people["dedi"].id, doors)
    assert cared[0].card.medicine_hours == ("08:00",)
    assert session().query(AuditEntry).filter_by(act="care.read").count() == 1


def test_letters_wait_for_a_person_where_no_gateway_reaches(doors: Doors, siti: Decider) -> None:
    request_id = ask(doors, answers_of())
    deciding.accept(request_id, MORNING, siti, doors)
    assert telling.send_due(doors) == 0
    states = {row.template: row.state for row in session().query(Message)}
    assert states == {"accepted": "by_hand", "reminder": "waiting"}
    deciding.mark_told(request_id, Template.ACCEPTED, siti, doors)
    row = session().query(Message).filter_by(template="accepted").one()
    assert (row.state, row.by_user_id) == ("called", siti.user_id)
