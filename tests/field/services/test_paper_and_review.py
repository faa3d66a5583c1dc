"""What the office types from paper, and what it decides when stories differ."""

import uuid
from dataclasses import dataclass

import pytest

from field.domain.fault import Fault
from field.domain.paper import PaperRow
from field.domain.review import NONE, Decision
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.day import board_of, route_now
from field.services.paper import enter_results
from field.services.recording import Sender, take_events
from field.services.review import cases, decide
from field.store.db import session
from field.store.tables import Card, Event
from tests import builders
from tests.fakes import StillClock
from tests.phones import Phone

pytestmark = pytest.mark.both_databases
TOKEN = uuid.UUID(int=7)


@dataclass
class Door:
    doors: Doors
    budi: int
    siti: int
    manifest: int
    visit: str
    card: int
    phone: Phone

    def send(self, *events: dict[str, object]) -> None:
        take_events(self.phone.batch(*events), Sender(self.budi), self.doors)

    def type(self, *rows: PaperRow, token: uuid.UUID = TOKEN) -> int:
        return enter_results(self.manifest, rows, token, ("32.71.01", self.siti), self.doors)

    def row(self, outcome: str = "delivered", **more: str) -> PaperRow:
        values = {"at": "9.05", "receiver": "Siti", "reason": "not_home"} | more
        return PaperRow(self.visit, 1, outcome, **values)

    def decide(self, right: str, reason: str = "ditelepon") -> None:
        decide(Decision(self.visit, right, reason), "32.71.01", self.siti, self.doors)

    @property
    def state(self) -> str:
        return board_of(builders.TODAY, None).routes[0].stops[0].state

    @property
    def place(self) -> str:
        return session().get_one(Card, self.card).place


@pytest.fixture
def door(doors: Doors, people: dict[str, Person], clock: StillClock) -> Door:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors)
    manifest = builders.publish(doors, courier, [home])
    visit = builders.visits_of(manifest)[home]
    card = builders.cards_of(home)[0]
    clock.forward(hours=2)
    budi, siti = people["budi"].id, people["siti"].id
    return Door(doors, budi, siti, manifest, visit, card, Phone(clock))


def test_a_typed_result_is_marked_and_moves_the_card(door: Door) -> None:
    assert door.type(door.row()) == 1
    event = session().query(Event).one()
    assert (event.source, event.user_id) == ("paper", door.siti)
    assert event.at.astimezone(door.doors.zone).strftime("%H:%M") == "09:05"
    assert (door.state, door.place) == ("delivered", "resident")


def test_the_same_sheet_sent_twice_is_one(door: Door) -> None:
    door.type(door.row())
    assert door.type(door.row()) == 0
    assert session().query(Event).count() == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"at": "pagi"}, "paper.no_time"),
        ({"at": "24.00"}, "paper.no_time"),
        ({"receiver": " "}, "paper.no_receiver"),
        ({"outcome": "failed", "reason": ""}, "paper.no_reason"),
        ({"outcome": "failed", "reason": "hujan"}, "event.malformed"),
        ({"relation": "cat"}, "event.malformed"),
    ],
)
def test_a_line_that_cannot_be_read_keeps_nothing(
    door: Door, row: dict[str, str], code: str
) -> None:
    with pytest.raises(Fault) as refused:
        door.type(door.row(), door.row(**row))
    assert refused.value.code == code
    assert session().query(Event).count() == 0


def test_nothing_typed_and_another_s_stop_are_refused(door: Door, doors: Doors) -> None:
    with pytest.raises(Fault):
        door.type()
    stranger = PaperRow(str(uuid.uuid4()), 1, "delivered", "9.00", "Siti")
    with pytest.raises(Fault):
        door.type(stranger)
    with pytest.raises(Fault):
        enter_results(door.manifest, [door.row()], TOKEN, ("32.71.02", door.siti), doors)


def test_paper_against_phone_is_looked_at_and_decided(door: Door) -> None:
    failed = door.phone.failed(door.visit, [door.card])
    door.send(failed)
    door.type(door.row())
    assert (door.state, len(cases("32.71.01")), len(cases("32.71.02"))) == ("review", 1, 0)

    door.decide(str(failed["id"]))

    assert (door.state, door.place) == ("failed", "courier")
    assert cases(None) == []
    undone = session().query(Event).filter_by(kind="undone").one()
    assert (undone.source, undone.data["reason"]) == ("office", "ditelepon")


def test_the_hand_over_may_be_what_stands(door: Door) -> None:
    delivered = door.phone.delivered(door.visit, [door.card])
    door.send(delivered, door.phone.failed(door.visit, [door.card]))
    assert door.state == "review"
    door.decide(str(delivered["id"]))
    assert (door.state, door.place) == ("delivered", "resident")


def test_no_story_may_be_right(door: Door) -> None:
    door.send(door.phone.delivered(door.visit, [door.card], relation="family"))
    door.decide(NONE)
    assert (door.state, door.place) == ("waiting", "courier")


def test_a_hand_over_that_the_office_believes_takes_the_card_along(door: Door) -> None:
    session().get_one(Card, door.card).place = "rt"
    session().commit()
    delivered = door.phone.delivered(door.visit, [door.card])
    door.send(delivered)
    assert (door.state, door.place) == ("review", "rt")
    door.decide(str(delivered["id"]))
    assert (door.state, door.place) == ("delivered", "resident")


def test_a_decision_needs_a_reason_a_choice_and_something_to_decide(door: Door) -> None:
    with pytest.raises(Fault):
        door.decide(NONE, reason=" ")
    with pytest.raises(Fault):
        door.decide("")
    with pytest.raises(Fault) as refused:
        door.decide(NONE)
    assert refused.value.code == "review.already_decided"


def test_a_route_tells_who_wrote_what(door: Door) -> None:
    door.type(door.row("failed"))
    detail = route_now(door.manifest, "32.71.01")
    (stop,) = detail.route.stops
    assert stop.reason == "not_home"
    assert detail.people[door.siti] == "Siti Rohmah"
    with pytest.raises(Fault):
        route_now(door.manifest, "32.71.02")
