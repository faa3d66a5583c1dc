"""A printing room for tests: records in the queue, a printer with its operator, blanks."""

from field.domain.cetak.blanks import BlankKind
from field.gateways.doors import Doors
from field.store import blanks
from field.store.db import session, transaction
from field.store.tables import Card, CardMove, Household, Printer, PrintOperator
from tests.builders import BONDONGAN, cards_of, make_household


def make_ready(
    doors: Doors, homes: int, kelurahan: str = BONDONGAN, rw: str = "007", cards: int = 1
) -> list[int]:
    """Put the people of so many doors into the print queue; returns their cards."""
    found: list[int] = []
    for _ in range(homes):
        home = make_household(doors, cards, kelurahan)
        ids = cards_of(home)
        with transaction() as live:
            live.get_one(Household, home).rw = rw
            for card in live.query(Card).where(Card.id.in_(ids)):
                card.place, card.ready_on = "ready", "2026-11-20"
            for move in live.query(CardMove).where(CardMove.card_id.in_(ids)):
                move.to_place = "ready"
        found += ids
    return found


def make_room() -> tuple[int, int]:
    """Add a printer and an operator, both on duty on working days; returns their ids."""
    shift = {"shift_start": "07:30", "shift_end": "16:00", "weekdays": "12345"}
    with transaction() as live:
        number = live.query(Printer).count() + 1
        printer = Printer(name=f"Mesin {number}", cards_per_hour=100, warm_up_minutes=15, **shift)
        operator = PrintOperator(name=f"Rina Marlina {number}", **shift)
        live.add_all([printer, operator])
        live.flush()
        return printer.id, operator.id


def make_blanks(doors: Doors, count: int) -> None:
    with transaction() as live:
        blanks.add_move(live, BlankKind.ARRIVED, count, doors.clock.now(), None)


def place_of(card_id: int) -> str:
    session().rollback()
    return session().get_one(Card, card_id).place


def code_of(card_id: int) -> str:
    return session().get_one(Card, card_id).code
