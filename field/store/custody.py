"""Moves of cards between places: a row for each, and the card says where the last one ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from field.domain.card import Place, check_move
from field.domain.custody import Step
from field.store.db import Live, session
from field.store.tables import Card, CardMove

HELD = (Place.COURIER, Place.RT)  # places where a courier answers for the card


@dataclass(frozen=True)
class Why:
    """What a move is part of."""

    word: str  # handed_out, delivered, undone, counted_in, ...
    at: datetime
    by: int | None
    event_id: str | None = None


def lock_cards(live: Live, ids: Iterable[int]) -> dict[int, Card]:
    """Return cards that nobody else moves until this transaction ends."""
    query = select(Card).where(Card.id.in_(set(ids))).order_by(Card.id).with_for_update()
    found = live.scalars(query.execution_options(populate_existing=True))
    return {card.id: card for card in found}


def move(live: Live, card: Card, to: Place, courier_id: int | None, why: Why) -> None:
    """Move a card and leave a row; raises when the move is not true to life."""
    check_move(card.code, Place(card.place), to)
    step = CardMove(
        card_id=card.id,
        at=why.at,
        from_place=card.place,
        to_place=to.value,
        courier_id=courier_id,
        by_user_id=why.by,
        event_id=why.event_id,
        why=why.word,
    )
    live.add(step)
    card.place = to.value
    card.holder_id = courier_id if to in HELD else None


def cards_by_codes(codes: Iterable[str]) -> dict[str, Card]:
    query = select(Card).where(Card.code.in_(set(codes)))
    return {card.code: card for card in session().scalars(query)}


def held_cards(courier_ids: Iterable[int]) -> list[Card]:
    """Return the cards that these couriers answer for: carried, or left with an RT."""
    query = (
        select(Card)
        .where(Card.holder_id.in_(set(courier_ids)), Card.place.in_(HELD))
        .options(joinedload(Card.household))
        .order_by(Card.code)
    )
    return list(session().scalars(query))


def steps_of(courier_ids: Iterable[int], since: datetime, until: datetime) -> list[Step]:
    """Return all moves of the cards that these couriers held or moved in a span of time."""
    ids = set(courier_ids)
    moved = select(CardMove.card_id).where(
        CardMove.courier_id.in_(ids), CardMove.at >= since, CardMove.at < until
    )
    held = select(Card.id).where(Card.holder_id.in_(ids))
    query = (
        select(CardMove.card_id, CardMove.at, CardMove.to_place, CardMove.courier_id)
        .where(or_(CardMove.card_id.in_(moved), CardMove.card_id.in_(held)))
        .order_by(CardMove.id)
    )
    rows = session().execute(query)
    return [Step(row[0], row[1], Place(row[2]), row[3]) for row in rows]


def last_moves(card_ids: Iterable[int]) -> dict[int, CardMove]:
    """Return each card's latest move."""
    query = select(CardMove).where(CardMove.card_id.in_(set(card_ids))).order_by(CardMove.id)
    return {step.card_id: step for step in session().scalars(query)}
