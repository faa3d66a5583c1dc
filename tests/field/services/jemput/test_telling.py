"""Letters are tried again with growing pauses, never at once, and at last left to a person."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from field.domain.jemput.letters import Letter, Template
from field.gateways.doors import Doors
from field.gateways.messages import NotSent
from field.services import deciding, telling
from field.services.accounts import Person
from field.services.deciding import Decider
from field.store.db import db, session, transaction
from field.store.tables import Message
from tests.fakes import StillClock
from tests.jemput import MORNING, answers_of, ask

pytestmark = pytest.mark.both_databases


@dataclass
class Gateway:
    """Fails so many times before it takes a letter."""

    fails: int
    tries: int = 0
    taken: int = 0

    def send(self, letter: Letter) -> bool:
        self.tries += 1
        # Others write while a letter is on its way: nothing may be held open meanwhile.
        assert not db.session().in_transaction()
        with transaction() as live:
            live.query(Message).update({Message.by_user_id: None})
        if self.tries <= self.fails:
            raise NotSent("away")
        assert letter.text
        self.taken += 1
        return True


@pytest.fixture
def request_id(doors: Doors, people: dict[str, Person]) -> int:
    siti = Decider(people["siti"].id, "32.71.01")
    asked = ask(doors, answers_of())
    deciding.accept(asked, MORNING, siti, doors)
    return asked


def state_of(template: str = "accepted") -> tuple[str, int]:
    row = session().query(Message).filter_by(template=template).one()
    found = row.state, row.attempts
    session().rollback()
    return found


@pytest.mark.usefixtures("request_id")
def test_a_letter_is_tried_again_after_a_pause(doors: Doors, clock: StillClock) -> None:
    gateway = Gateway(fails=1)
    doors = replace(doors, messages=gateway)
    assert telling.send_due(doors) == 0
    assert (telling.send_due(doors), gateway.tries) == (0, 1)
    clock.forward(minutes=6)
    assert telling.send_due(doors) == 1
    assert state_of() == ("sent", 2)
    clock.forward(minutes=60)
    assert (telling.send_due(doors), gateway.taken) == (0, 1)


@pytest.mark.usefixtures("request_id")
def test_after_five_tries_it_is_left_to_a_person(doors: Doors, clock: StillClock) -> None:
    gateway = Gateway(fails=99)
    doors = replace(doors, messages=gateway)
    for _ in range(8):
        telling.send_due(doors)
        clock.at += timedelta(minutes=85)
    assert state_of() == ("failed", 5)
    assert gateway.tries == 5


def test_what_a_person_told_meanwhile_stays_told(
    doors: Doors, request_id: int, people: dict[str, Person]
) -> None:
    siti = Decider(people["siti"].id, "32.71.01")

    class Slow:
        def send(self, _letter: Letter) -> bool:
            deciding.mark_told(request_id, Template.ACCEPTED, siti, doors)
            return True

    assert telling.send_due(replace(doors, messages=Slow())) == 1
    assert state_of()[0] == "called"
