"""Events from phones: kept once, whoever sends them twice, and cards move with them."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations
from typing import cast

import pytest

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.devices import revoke
from field.services.recording import Sender, Taken, take_events
from field.services.settings import change_settings, settings
from field.store import door_points
from field.store.db import session
from field.store.tables import Card, CardMove, Device, Event, Household
from tests import builders
from tests.fakes import StillClock
from tests.phones import Phone

pytestmark = pytest.mark.both_databases


@dataclass
class Door:
    """Budi's first door of the day, and his phone."""

    budi: Person
    phone: Phone
    doors: Doors
    manifest: int
    home: int
    visit: str
    cards: list[int]

    def send(self, *events: dict[str, object], phone: Phone | None = None) -> Taken:
        batch = (phone or self.phone).batch(*events)
        return take_events(batch, Sender(self.budi.id, "HP Budi"), self.doors)

    def places(self) -> list[str]:
        return [session().get_one(Card, card).place for card in self.cards]

    def rows(self) -> list[Event]:
        return session().query(Event).order_by(Event.order).all()


@pytest.fixture
def door(doors: Doors, people: dict[str, Person], clock: StillClock) -> Door:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors, cards=2)
    manifest = builders.publish(doors, courier, [home])
    visit = builders.visits_of(manifest)[home]
    cards = builders.cards_of(home)
    clock.forward(hours=1)
    return Door(people["budi"], Phone(clock), doors, manifest, home, visit, cards)


def codes(taken: Taken) -> list[str]:
    return [fault.code for _, fault in taken.conflicts]


def test_a_hand_over_is_kept_and_its_cards_are_with_the_resident(door: Door) -> None:
    event = door.phone.delivered(door.visit, door.cards)

    taken = door.send(event)

    assert codes(taken) == []
    assert taken.acknowledged == (event["id"],)
    assert door.places() == ["resident", "resident"]
    last = session().query(CardMove).order_by(CardMove.id.desc()).first()
    assert last
    assert (last.from_place, last.why, last.event_id) == ("courier", "delivered", event["id"])


def test_the_same_event_twice_is_one_event(door: Door) -> None:
    event = door.phone.delivered(door.visit, door.cards)
    door.send(event)
    moves = session().query(CardMove).count()

    assert door.send(event, event).acknowledged == (event["id"],)

    assert len(door.rows()) == 1
    assert session().query(CardMove).count() == moves


def test_the_same_id_with_another_body_is_a_conflict(door: Door) -> None:
    event = door.phone.delivered(door.visit, door.cards)
    door.send(event)
    other = event | {"seq": 99}

    taken = door.send(other)

    assert taken.acknowledged == ()
    assert codes(taken) == ["event.other_body"]
    assert door.rows()[0].seq == 1


def test_a_failed_try_leaves_the_card_with_the_courier(door: Door) -> None:
    door.send(door.phone.failed(door.visit, door.cards))
    assert door.places() == ["courier", "courier"]
    assert session().get_one(Card, door.cards[0]).attempts == 1


def test_undoing_brings_the_cards_back_to_the_courier(door: Door) -> None:
    event = door.phone.delivered(door.visit, door.cards)
    door.send(event)
    door.send(door.phone.undone(door.visit, event))
    assert door.places() == ["courier", "courier"]


def test_undoing_may_arrive_before_what_it_takes_back(door: Door) -> None:
    failed = door.phone.failed(door.visit, door.cards)
    undone = door.phone.undone(door.visit, failed)
    door.send(undone)
    door.send(failed)
    assert session().get_one(Card, door.cards[0]).attempts == 0


def test_two_phones_that_disagree_are_for_the_office_to_look_at(
    door: Door, clock: StillClock
) -> None:
    door.send(door.phone.delivered(door.visit, door.cards))
    other = Phone(clock)
    taken = door.send(other.failed(door.visit, door.cards), phone=other)

    assert len(taken.acknowledged) == 1
    assert [row.review for row in door.rows()] == ["conflict", "conflict"]
    assert door.places() == ["resident", "resident"]  # never lost: where the evidence puts it


def test_a_conflict_that_the_courier_takes_back_himself_is_none(
    door: Door, clock: StillClock
) -> None:
    door.send(door.phone.delivered(door.visit, door.cards))
    other = Phone(clock)
    failed = other.failed(door.visit, door.cards)
    door.send(failed, phone=other)
    door.send(other.undone(door.visit, failed), phone=other)
    assert {row.review for row in door.rows()} == {""}


def test_a_receiver_outside_the_rule_is_kept_and_looked_at(door: Door) -> None:
    door.send(door.phone.delivered(door.visit, door.cards, relation="family"))
    row = door.rows()[0]
    assert (row.review, row.data["relation"]) == ("relation", "family")
    assert door.places() == ["resident", "resident"]


def test_the_office_sets_the_rule(door: Door, people: dict[str, Person]) -> None:
    wide = type(settings())(receiver_rule=("self", "family"))
    assert change_settings(wide, people["asep"].id, door.doors) == ["receiver_rule"]
    door.send(door.phone.delivered(door.visit, door.cards, relation="family"))
    assert door.rows()[0].review == ""


def test_a_stop_of_another_courier_is_not_taken(door: Door, people: dict[str, Person]) -> None:
    builders.make_courier(people["wati"].id)
    event = door.phone.delivered(door.visit, door.cards)
    taken = take_events(door.phone.batch(event), Sender(people["wati"].id), door.doors)
    assert codes(taken) == ["event.not_yours"]
    assert door.places() == ["office", "office"]


def test_a_stop_that_nobody_knows_does_not_hold_up_the_others(door: Door) -> None:
    stray = door.phone.failed("11111111-1111-4111-8111-111111111111", [])
    good = door.phone.failed(door.visit, [])
    taken = door.send(stray, good)
    assert codes(taken) == ["event.unknown_stop"]
    assert taken.acknowledged == (good["id"],)


def test_a_superseded_stop_is_taken_and_looked_at(door: Door) -> None:
    courier = session().query(Card).count() and builders.publish(door.doors, 1, [])
    assert courier
    door.send(door.phone.delivered(door.visit, door.cards))
    assert door.rows()[0].review == "superseded"
    assert door.places() == ["resident", "resident"]


def test_a_stop_that_the_new_version_keeps_is_simply_taken(door: Door) -> None:
    builders.publish(door.doors, 1, [door.home], keep={door.home: door.visit})
    door.send(door.phone.delivered(door.visit, door.cards))
    assert door.rows()[0].review == ""


def test_a_card_that_is_elsewhere_is_looked_at_not_moved(door: Door) -> None:
    session().get_one(Card, door.cards[0]).place = "withdrawn"
    session().commit()
    door.send(door.phone.delivered(door.visit, door.cards))
    assert door.places() == ["withdrawn", "resident"]
    assert door.rows()[0].review == "custody"


def test_a_card_that_the_stop_does_not_have_is_looked_at(door: Door) -> None:
    stranger = builders.cards_of(builders.make_household(door.doors))
    door.send(door.phone.delivered(door.visit, [*door.cards, *stranger]))
    assert door.rows()[0].review == "cards"
    assert session().get_one(Card, stranger[0]).place == "office"


def test_the_phone_s_wrong_clock_is_put_right(door: Door, clock: StillClock) -> None:
    slow = Phone(clock, wrong_by=timedelta(hours=-3))
    door.send(slow.failed(door.visit, door.cards), phone=slow)
    row = door.rows()[0]
    assert row.at == clock.now() - timedelta(hours=3)
    assert row.at_corrected == clock.now()
    assert session().get_one(Device, slow.id).clock_offset_ms == 3 * 3600 * 1000


def test_a_lost_phone_is_turned_away_and_nothing_is_kept(
    door: Door, people: dict[str, Person]
) -> None:
    door.send()
    revoke(door.phone.id, None, people["asep"].id, door.doors)
    with pytest.raises(Fault) as refused:
        door.send(door.phone.delivered(door.visit, door.cards))
    assert refused.value.code == "device.revoked"
    assert door.rows() == []


def test_pictures_still_to_come_are_named(door: Door) -> None:
    event = door.phone.delivered(door.visit, door.cards) | {"photos": ["ab" * 32]}
    assert door.send(event).missing_blobs == ("ab" * 32,)
    assert door.send(event).missing_blobs == ("ab" * 32,)


@pytest.mark.parametrize("script", ["failed delivered", "delivered undone", "failed undone"])
def test_cards_end_in_the_same_place_in_whatever_order_events_arrive(
    door: Door, script: str
) -> None:
    """Each order at a door of its own, each event sent twice, in a batch of its own."""
    ends = set()
    for order in permutations(range(2)):
        home = builders.make_household(door.doors)
        visit = builders.visits_of(builders.publish(door.doors, 1, [home]))[home]
        (card,) = builders.cards_of(home)
        door.phone.clock.forward(minutes=1)
        first, second = script.split()
        one = getattr(door.phone, first)(visit, [card])
        if second == "undone":
            events = [one, door.phone.undone(visit, one)]
        else:
            events = [one, door.phone.delivered(visit, [card])]
        for place in order:
            door.send(events[place])
            door.send(events[place])
        row = session().get_one(Card, card)
        ends.add((row.place, row.holder_id, row.attempts))
    assert len(ends) == 1


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"pin_confirmed": False, "lat": -6.6, "lon": 106.8, "accuracy": 5}, ("house", False)),
        ({"pin_confirmed": True}, ("confirmed", False)),
        ({"pin_confirmed": True, "lat": -6.6, "lon": 106.8, "accuracy": 5}, ("confirmed", True)),
        ({"pin_confirmed": True, "lat": -6.6, "lon": 106.8, "accuracy": 900}, ("house", False)),
        ({"pin_confirmed": True, "lat": -7.2, "lon": 112.7, "accuracy": 5}, ("house", False)),
    ],
)
def test_a_pin_confirmed_at_the_door_is_the_door_from_then_on(
    door: Door, said: dict[str, object], expected: tuple[str, bool]
) -> None:
    event = door.phone.delivered(door.visit, door.cards)
    event["data"] = {**cast(dict[str, object], event["data"]), **said}
    door.send(event)
    home = session().get_one(Household, door.home)
    assert (home.confidence, (home.lat, home.lon) == (-6.6, 106.8)) == expected


def test_a_confirmed_door_tells_where_its_rt_is_and_nothing_more(door: Door) -> None:
    home = session().get_one(Household, door.home)
    home.rt, home.rw = "003", "007"
    session().commit()
    for lat in (-6.61234567, -6.6150):  # found, then found better
        event = door.phone.delivered(door.visit, door.cards)
        said = {"pin_confirmed": True, "lat": lat, "lon": 106.8, "accuracy": 5.0}
        event["data"] = {**cast(dict[str, object], event["data"]), **said}
        door.send(event)
    (kept,) = door_points.all_points()
    values = {name: value for name, value in vars(kept).items() if name[0] != "_"}
    where = {"kelurahan": session().get_one(Household, door.home).kelurahan}
    assert values == where | {"id": kept.id, "rt": "003", "rw": "007", "lat": -6.615, "lon": 106.8}
