"""A device that fails closes its slots: who loses a turn is rebooked first, told, and planned."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.fleet import BAD_OUTAGE, OutageForm
from field.domain.jemput.letters import Template
from field.domain.jemput.needs import Aid
from field.domain.jemput.request import Act
from field.domain.planning import TURN_GONE
from field.gateways.doors import Doors
from field.services import booths, deciding, drafts, outages
from field.services.accounts import Person
from field.services.outages import Effect, Reporter
from field.services.publishing import publish
from field.store.db import session, transaction
from field.store.tables import Booth, Manifest, Message, Request, Stop, Trip, Turn
from tests.builders import make_courier
from tests.fakes import StillClock
from tests.fetching import OFFICE, at, make_booths, make_driver, make_request
from tests.planned import make_doors_to_visit, plan_now


@pytest.fixture
def siti(people: dict[str, Person]) -> Reporter:
    return Reporter(people["siti"].id, OFFICE)


def published(doors: Doors, people: dict[str, Person], aids: int = 2) -> list[int]:
    """A published day of one device and households that were told their turns."""
    make_driver(people["dedi"].id)
    requests = [make_request(doors, [Aid.WALKS]) for _ in range(aids)]
    publish(plan_now(doors), None, people["asep"].id, doors)
    return requests


def turns() -> dict[int, Turn]:
    query = select(Turn, Trip.request_id).join(Trip, Trip.id == Turn.trip_id)
    return {request: turn for turn, request in session().execute(query)}


@pytest.mark.both_databases
def test_who_loses_a_turn_gets_another_first_and_is_told(
    doors: Doors, people: dict[str, Person], clock: StillClock, siti: Reporter
) -> None:
    (booth,) = make_booths(1)
    requests = published(doors, people)
    before = {request: turn.starts_at for request, turn in turns().items()}
    first = min(before.values())
    form = OutageForm(first, first + timedelta(minutes=40), "Sensor sidik jari rusak")
    effect = outages.report(booth, form, siti, doors)
    assert effect.moved == 2
    assert effect.postponed == effect.stranded == 0
    session().expire_all()
    for request in requests:
        turn = turns()[request]
        assert turn.bumped
        assert turn.starts_at >= form.ends_at  # type: ignore[operator]  # it has an end
        row = session().get_one(Request, request)
        assert row.priority
        told = session().query(Message).filter_by(request_id=request, template="turn_moved").one()
        letter = deciding.letter(request, Template.TURN_MOVED, None, doors)
        assert f"pukul {turn.starts_at.astimezone(doors.zone):%H.%M}" in letter.text
        assert told.due_at == clock.at
    assert {one.request.id for one in booths.moved_at(OFFICE, doors)} == set(requests)


def test_planned_again_the_cars_follow_the_new_turns(
    doors: Doors, people: dict[str, Person], siti: Reporter
) -> None:
    (booth,) = make_booths(1)
    requests = published(doors, people)
    first = min(turn.starts_at for turn in turns().values())
    outages.report(booth, OutageForm(first, first + timedelta(hours=1), "Rusak"), siti, doors)
    session().expire_all()
    moved = {request: turn.starts_at for request, turn in turns().items()}
    publish(plan_now(doors, again=True), None, people["asep"].id, doors)
    session().expire_all()
    assert {request: turn.starts_at for request, turn in turns().items()} == moved
    for request in requests:
        there, back = session().scalars(select(Trip).where(Trip.request_id == request))
        assert there.scheduled_dropoff < moved[request] < back.scheduled_pickup  # type: ignore[operator]  # both are planned


def test_without_a_turn_that_day_the_next_one_is_offered_and_the_old_route_lets_go(
    doors: Doors, people: dict[str, Person], siti: Reporter
) -> None:
    (booth,) = make_booths(1)
    (request,) = published(doors, people, aids=1)
    effect = outages.report(booth, OutageForm(at(7), None, "Kamera mati"), siti, doors)
    assert effect == Effect(postponed=1)
    session().expire_all()
    row = session().get_one(Request, request)
    last = row.steps[-1]
    assert (row.state, row.priority, row.date.isoformat()) == ("proposed", True, "2026-11-25")  # type: ignore[union-attr]  # it was moved
    assert (last.by, last.by_user_id, last.why) == ("office", siti.user_id, "Kamera mati")
    assert session().query(Message).filter_by(template="proposed").count() == 1
    assert session().query(Turn).count() == 0
    deciding.say(request, Act.AGREE, "", deciding.Decider(siti.user_id, None), doors)
    days = {(trip.date.isoformat(), trip.called_off) for trip in session().scalars(select(Trip))}
    assert days == {("2026-11-24", "cancelled"), ("2026-11-25", "")}
    courier = make_courier(people["budi"].id)
    make_doors_to_visit(doors, 1)
    plan = plan_now(doors, again=True)
    assert [r.courier_id for r in drafts.draft(plan, None, "id", doors).routes] == [courier]
    publish(plan, None, people["asep"].id, doors)
    in_force = session().scalars(select(Manifest).where(Manifest.replaced_at.is_(None)))
    assert [manifest.courier_id for manifest in in_force] == [courier]


def test_a_draft_made_before_is_not_published(
    doors: Doors, people: dict[str, Person], siti: Reporter
) -> None:
    (booth,) = make_booths(1)
    make_driver(people["dedi"].id)
    make_request(doors)
    plan = plan_now(doors)
    outages.report(booth, OutageForm(at(7), None, "Mati"), siti, doors)
    with pytest.raises(Fault) as refused:
        publish(plan, None, people["asep"].id, doors)
    assert refused.value.kind is TURN_GONE
    assert session().query(Manifest).count() == 0
    assert session().query(Stop).count() == 0


def test_repaired_it_counts_again_and_neighbours_have_no_say(
    doors: Doors, clock: StillClock, siti: Reporter
) -> None:
    (booth,) = make_booths(1)
    outages.report(booth, OutageForm(clock.at - timedelta(hours=1), None, "Mati"), siti, doors)
    view = booths.booth_of(booth, None, doors)
    assert not view.works
    neighbour = Reporter(siti.user_id, "32.71.02")
    for forbidden in (
        lambda: outages.report(booth, OutageForm(at(9), None, "x"), neighbour, doors),
        lambda: outages.repaired(view.outages[0].id, neighbour, doors),
    ):
        with pytest.raises(Fault) as fault:
            forbidden()
        assert fault.value.kind is NOT_FOUND
    outages.repaired(view.outages[0].id, siti, doors)
    clock.at += timedelta(minutes=1)
    assert booths.booth_of(booth, None, doors).works


def test_an_outage_needs_a_reason_and_an_end_after_its_beginning() -> None:
    for ends, why in ((at(8), "Mati"), (at(7), "Mati"), (None, " ")):
        with pytest.raises(Fault) as fault:
            OutageForm(at(8), ends, why)
        assert fault.value.kind is BAD_OUTAGE


def test_hours_of_a_device_bound_its_turns(doors: Doors, people: dict[str, Person]) -> None:
    make_booths(1)
    with transaction() as live:
        live.query(Booth).one().opens = "09:30"
    published(doors, people, aids=1)
    (turn,) = turns().values()
    assert turn.starts_at >= at(9, 30)
