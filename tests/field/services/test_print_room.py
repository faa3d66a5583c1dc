"""The printing room on both databases: in any order of acts each card is in one place."""

import random
from collections import Counter

import pytest

from field.domain.cetak.batch import BatchOrder
from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services import print_batches, print_room
from field.services.accounts import Person
from field.services.print_room import Who
from field.store import blanks
from field.store.db import session
from field.store.print_batches import counts_of
from field.store.tables import BlankMove, Card, CardMove, PrintAct, PrintBatch
from tests import printing
from tests.builders import BONDONGAN
from tests.fakes import StillClock

pytestmark = pytest.mark.both_databases
ORDER = BatchOrder(BONDONGAN)
WORDS = ["make", "make", "start", "start", "print", "print", "print", "spoil", "check", "undo"]
WORDS.append("apart")


@pytest.fixture
def who(people: dict[str, Person]) -> Who:
    return Who(people["asep"].id, None)


def started(doors: Doors, who: Who, cards: int = 4, stock: int = 100) -> tuple[int, list[int]]:
    """Return a batch on a printer, and its cards."""
    ids = printing.make_ready(doors, cards)
    if stock:
        printing.make_blanks(doors, stock)
    (batch,) = print_batches.make_batches([ORDER], None, who.by, doors)
    print_batches.start(batch, printing.make_room(), None, who.by, doors)
    return batch, ids


def books_are_whole() -> None:
    """Each card where its last move ended, each blank accounted for, each count recounted."""
    session().expire_all()
    held = 0
    for card in session().query(Card):
        steps = session().query(CardMove).filter_by(card_id=card.id).order_by(CardMove.id).all()
        ends = [step.to_place for step in steps]
        assert [step.from_place for step in steps] == [None, *ends[:-1]]
        assert card.place == ends[-1]
        assert (card.batch_id is not None) == (card.place in ("queued", "printed", "office"))
        assert bool(card.printed_on) == (card.place in ("printed", "office"))
        held += card.place in ("printed", "office")
    stock = blanks.stock()
    moved = Counter[str]()
    for move in session().query(BlankMove):
        moved[move.kind] += move.change
    assert stock.left == sum(moved.values()) >= 0
    spoiled = session().query(PrintAct).filter_by(kind="spoiled", undone_at=None)
    assert stock.printed == held
    assert stock.spoiled == sum(act.count for act in spoiled)
    for batch, counts in counts_of(row.id for row in session().query(PrintBatch)).items():
        assert counts.cards == session().query(Card).filter_by(batch_id=batch).count()


def test_a_batch_goes_from_the_queue_to_the_office(doors: Doors, who: Who) -> None:
    batch, cards = started(doors, who)
    print_room.printed(batch, 4, who, doors)
    codes = [printing.code_of(card) for card in cards]
    print_room.checked(batch, [codes[0].lower()], who, doors)
    print_room.checked(batch, None, who, doors)
    view = print_batches.batch(batch, None, 1)
    assert (view.batch.state, view.counts.checked) == ("done", 4)
    assert [card.printed_on for card in view.cards] == ["2026-11-24"] * 4
    books_are_whole()


def test_a_spoiled_card_goes_to_the_head_of_the_queue_and_costs_a_blank(
    doors: Doors, who: Who
) -> None:
    batch, cards = started(doors, who)
    late = printing.make_ready(doors, 2)
    print_room.printed(batch, 2, who, doors)
    bad = [printing.code_of(cards[1]), printing.code_of(cards[3])]  # one was counted as printed
    print_room.spoiled(batch, bad, "gambar buram", who, doors)
    stock = blanks.stock()
    assert (stock.left, stock.printed, stock.spoiled) == (97, 1, 2)
    books_are_whole()
    (again,) = print_batches.make_batches([BatchOrder(BONDONGAN, limit=2)], None, who.by, doors)
    assert {card.id for card in print_batches.batch(again, None, 1).cards} == {cards[1], cards[3]}
    assert printing.place_of(late[0]) == "ready"


def test_what_was_written_is_taken_back_in_its_order(doors: Doors, who: Who) -> None:
    batch, cards = started(doors, who)
    print_room.printed(batch, 3, who, doors)
    print_room.spoiled(batch, [printing.code_of(cards[0])], "", who, doors)
    print_room.checked(batch, None, who, doors)
    checked, spoiled, printed, begun, made = (act.id for act in _acts(batch))
    with pytest.raises(Fault) as refused:
        print_room.undo(printed, who, doors)
    assert refused.value.code == "print.not_last"
    for act in (checked, spoiled, printed, begun, made):
        print_room.undo(act, who, doors)
        books_are_whole()
    assert [printing.place_of(card) for card in cards] == ["ready"] * 4
    assert blanks.stock().left == 100
    assert print_batches.batch(batch, None, 1).batch.state == "empty"
    with pytest.raises(Fault):
        print_room.undo(made, who, doors)


def test_a_card_that_went_on_to_a_courier_is_not_unchecked(doors: Doors, who: Who) -> None:
    batch, cards = started(doors, who, 1)
    print_room.printed(batch, 1, who, doors)
    print_room.checked(batch, None, who, doors)
    from field.services.custody import withdraw

    withdraw([printing.code_of(cards[0])], None, who.by, doors)
    with pytest.raises(Fault) as refused:
        print_room.undo(_acts(batch)[0].id, who, doors)
    assert refused.value.code == "print.not_last"
    assert printing.place_of(cards[0]) == "withdrawn"


def test_nothing_is_printed_without_blanks_or_beyond_the_batch(doors: Doors, who: Who) -> None:
    batch, _ = started(doors, who, stock=2)
    for count, code in (
        (3, "blanks.too_few"),
        (5, "batch.nothing_there"),
        (0, "batch.nothing_there"),
        (-1, "batch.nothing_there"),
    ):
        with pytest.raises(Fault) as refused:
            print_room.printed(batch, count, who, doors)
        assert refused.value.code == code
    books_are_whole()


def test_two_orders_of_one_area_share_no_card(doors: Doors, who: Who) -> None:
    printing.make_ready(doors, 3)
    made = print_batches.make_batches([ORDER, ORDER], None, who.by, doors)
    assert made[1] == 0
    with pytest.raises(Fault) as refused:
        print_batches.make_batches([ORDER], None, who.by, doors)
    assert refused.value.code == "batch.nothing_ready"


def test_a_cancelled_record_can_come_back(doors: Doors, who: Who) -> None:
    (card,) = printing.make_ready(doors, 1)
    written = print_room.cancel([printing.code_of(card), "ZZZZ-9999"], "meninggal", who, doors)
    assert (written.cards, [fault.code for fault in written.mismatches]) == (
        1, ["batch.not_there"],
    )  # fmt: skip
    assert printing.place_of(card) == "cancelled"
    print_room.undo(session().query(PrintAct).one().id, who, doors)
    assert printing.place_of(card) == "ready"


def test_another_kecamatan_touches_nothing(doors: Doors, who: Who) -> None:
    batch, cards = started(doors, who)
    other = Who(who.by, "32.71.02")
    acts = (
        lambda: print_room.printed(batch, 1, other, doors),
        lambda: print_batches.make_batches([ORDER], "32.71.02", who.by, doors),
        lambda: print_batches.batch(batch, "32.71.02", 1),
        lambda: print_room.undo(_acts(batch)[0].id, other, doors),
        lambda: print_batches.take_apart(batch, "32.71.02", who.by, doors),
    )
    for act in acts:
        with pytest.raises(Fault) as refused:
            act()
        assert refused.value.code == "not_found"
    assert print_room.cancel([printing.code_of(cards[0])], "", other, doors).cards == 0


def test_no_order_of_acts_breaks_the_books(doors: Doors, who: Who, clock: StillClock) -> None:
    dice = random.Random(7)  # noqa: S311 - a test's own dice
    printing.make_ready(doors, 6)
    printing.make_blanks(doors, 9)
    room, done = printing.make_room(), Counter[str]()
    for _ in range(40):
        clock.forward(minutes=1)
        word = dice.choice(WORDS)
        try:
            _do(word, dice, room, who, doors)
        except Fault:
            continue
        done[word] += 1
        books_are_whole()
    assert len(done) >= 6, done


def _do(word: str, dice: random.Random, room: tuple[int, int], who: Who, doors: Doors) -> None:
    batches = session().query(PrintBatch).filter(PrintBatch.state.not_in(["done", "empty"]))
    batch = dice.choice([row.id for row in batches] or [0])
    some = dice.sample([card.code for card in session().query(Card)], 3)
    acts = [row.id for row in session().query(PrintAct).order_by(PrintAct.id)] or [0]
    match word:
        case "make":
            order = BatchOrder(BONDONGAN, limit=dice.randint(1, 4))
            print_batches.make_batches([order], None, who.by, doors)
        case "start":
            print_batches.start(batch, room, None, who.by, doors)
        case "print":
            print_room.printed(batch, dice.randint(1, 3), who, doors)
        case "spoil":
            print_room.spoiled(batch, some, "", who, doors)
        case "check":
            print_room.checked(batch, dice.choice([None, some]), who, doors)
        case "undo":
            print_room.undo(dice.choice(acts[-3:]), who, doors)
        case _:
            print_batches.take_apart(batch, None, who.by, doors)


def _acts(batch: int) -> list[PrintAct]:
    return list(print_batches.batch(batch, None, 1).acts)
