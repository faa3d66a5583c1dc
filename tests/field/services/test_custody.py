"""Cards between hands: always in one place, each move begins where the last one ended."""

import uuid
from dataclasses import dataclass
from datetime import date

import pytest

from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.closing import close_day, day_sum
from field.services.custody import bag_of, count_in, hand_over, holdings, leave_at_rt, withdraw
from field.services.recording import Sender, take_events
from field.store.db import session
from field.store.tables import Card, CardMove
from tests import builders
from tests.fakes import StillClock
from tests.phones import Phone

pytestmark = pytest.mark.both_databases


@dataclass
class Day:
    """Budi's day with four doors of one card each."""

    doors: Doors
    clock: StillClock
    budi: Person
    asep: int
    courier: int
    manifest: int
    visits: list[str]
    cards: list[int]
    phone: Phone

    def deliver(self, *places: int) -> None:
        events = [self.phone.delivered(self.visits[n], [self.cards[n]]) for n in places]
        take_events(self.phone.batch(*events), Sender(self.budi.id), self.doors)

    def hand_over(self) -> None:
        hand_over(self.manifest, None, None, self.asep, self.doors)

    def code(self, place: int) -> str:
        return session().get_one(Card, self.cards[place]).code

    def place(self, place: int) -> str:
        return session().get_one(Card, self.cards[place]).place

    def sums(self, day: date = builders.TODAY) -> tuple[int, int, int, int, int]:
        (each,) = day_sum(day, None, self.doors).couriers
        sums = each.tally
        assert sums.carried == sum(
            (sums.delivered, sums.counted_in, sums.at_rt, sums.passed_on, sums.still_out)
        )
        return sums.carried, sums.delivered, sums.counted_in, sums.at_rt, sums.still_out


@pytest.fixture
def day(doors: Doors, people: dict[str, Person], clock: StillClock) -> Day:
    courier = builders.make_courier(people["budi"].id)
    homes = [builders.make_household(doors) for _ in range(4)]
    manifest = builders.publish(doors, courier, homes)
    visits = builders.visits_of(manifest)
    cards = [builders.cards_of(home)[0] for home in homes]
    clock.forward(minutes=10)
    order = [visits[home] for home in homes]
    budi, asep = people["budi"], people["asep"].id
    return Day(doors, clock, budi, asep, courier, manifest, order, cards, Phone(clock))


@pytest.fixture(autouse=True)
def custody_is_whole(day: Day) -> object:
    """After each test here: one place a card, and no gap between its moves."""
    assert day
    yield
    for card in session().query(Card).execution_options(populate_existing=True):
        steps = session().query(CardMove).filter_by(card_id=card.id).order_by(CardMove.id).all()
        ends = [step.to_place for step in steps]
        assert [step.from_place for step in steps] == [None, *ends[:-1]]
        assert card.place == ends[-1]
        assert (card.holder_id is not None) == (card.place in ("courier", "rt"))


def test_the_bag_is_handed_over_in_one_act(day: Day) -> None:
    assert len(bag_of(day.manifest, None).waiting) == 4
    assert hand_over(day.manifest, None, None, day.asep, day.doors).moved == 4
    assert hand_over(day.manifest, None, None, day.asep, day.doors).moved == 0
    assert len(holdings(day.courier, None).carried) == 4


def test_codes_are_read_as_people_type_them(day: Day) -> None:
    typed = day.code(0).lower().replace("-", " ")
    counted = hand_over(day.manifest, [typed, "ZZZZ-9999", typed], None, day.asep, day.doors)
    assert counted.moved == 1
    assert [(code, fault.code) for code, fault in counted.mismatches] == [
        ("ZZZZ-9999", "custody.not_in_bag")
    ]


def test_the_evening_comes_to_zero(day: Day) -> None:
    day.hand_over()
    day.deliver(0, 1)
    assert day.sums() == (4, 2, 0, 0, 2)
    leave_at_rt(day.courier, [day.code(2)], None, day.asep, day.doors)
    assert day.sums() == (4, 2, 0, 1, 1)
    assert count_in(day.courier, None, None, day.asep, day.doors).moved == 1
    assert day.sums() == (4, 2, 1, 1, 0)
    assert day.place(3) == "office"


def test_a_day_is_closed_only_at_zero_or_on_purpose(day: Day) -> None:
    day.hand_over()
    with pytest.raises(Fault) as refused:
        close_day(builders.TODAY, None, day.asep, day.doors)
    assert refused.value.code == "custody.day_not_zero"
    close_day(builders.TODAY, None, day.asep, day.doors, even_so=True)
    closed = day_sum(builders.TODAY, None, day.doors).closed
    assert closed
    assert closed.detail["still_out"] == 4


def test_what_a_phone_tells_late_still_counts_for_its_day(day: Day) -> None:
    day.hand_over()
    day.clock.forward(days=1)
    day.deliver(0, 1, 2, 3)
    assert day.sums() == (4, 4, 0, 0, 0)


def test_a_card_with_the_rt_comes_back_only_by_its_code(day: Day) -> None:
    day.hand_over()
    leave_at_rt(day.courier, [day.code(0)], None, day.asep, day.doors)
    count_in(day.courier, None, None, day.asep, day.doors)
    assert day.place(0) == "rt"
    assert count_in(day.courier, [day.code(0)], None, day.asep, day.doors).moved == 1


def test_a_hand_over_that_nobody_wrote_down_leaves_no_gap(day: Day) -> None:
    day.deliver(0)
    assert day.place(0) == "resident"
    why = [step.why for step in session().query(CardMove).filter_by(card_id=day.cards[0])]
    assert why == ["import", "handed_out_unwritten", "delivered"]


def test_a_card_counted_in_before_it_was_told_as_delivered_is_looked_at(day: Day) -> None:
    day.hand_over()
    event = day.phone.delivered(day.visits[0], [day.cards[0]])
    day.clock.forward(hours=1)
    count_in(day.courier, None, None, day.asep, day.doors)
    take_events(day.phone.batch(event), Sender(day.budi.id), day.doors)
    assert day.place(0) == "office"
    assert day_sum(builders.TODAY, None, day.doors).reviews == 1


def test_withdrawing_is_for_cards_at_the_office(day: Day) -> None:
    day.hand_over()
    count_in(day.courier, [day.code(0)], None, day.asep, day.doors)
    counted = withdraw([day.code(0), day.code(1)], None, day.asep, day.doors)
    assert counted.moved == 1
    assert [fault.code for _, fault in counted.mismatches] == ["custody.not_at_office"]
    assert day.place(0) == "withdrawn"


def test_another_kecamatan_touches_nothing(day: Day) -> None:
    for act in (
        lambda: hand_over(day.manifest, None, "32.71.02", day.asep, day.doors),
        lambda: count_in(day.courier, None, "32.71.02", day.asep, day.doors),
        lambda: bag_of(day.manifest, "32.71.02"),
    ):
        with pytest.raises(Fault) as refused:
            act()
        assert refused.value.code == "not_found"
    assert withdraw([day.code(0)], "32.71.02", day.asep, day.doors).moved == 0
    assert uuid.UUID(day.visits[0])
