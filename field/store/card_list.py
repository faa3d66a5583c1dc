"""Queries for the table of cards and for the history of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import contains_eager

from field.domain.card_search import CardFilter, Search, SearchKind
from field.store.db import session
from field.store.tables import Card, CardMove, Courier, Household, User

PAGE = 50
BATCH = 1_000

SORTS: dict[str, Sequence[Any]] = {
    "waiting": (Card.waiting_since, Card.id),
    "name": (Card.name, Card.id),
    "kelurahan": (Household.kelurahan, Household.rw, Household.rt, Card.id),
    "code": (Card.code,),
    "attempts": (Card.attempts.desc(), Card.waiting_since, Card.id),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a card, with the names of who moved and who carries it."""

    move: CardMove
    by: str
    courier: str


def cards(chosen: CardFilter, within: str | None, page: int) -> list[Card]:
    query = _ordered(_chosen(_with_household(), chosen, within), chosen)
    return list(session().scalars(query.limit(PAGE).offset((page - 1) * PAGE)))


def count_cards(chosen: CardFilter, within: str | None) -> int:
    query = select(func.count()).select_from(Card).join(Card.household)
    return session().scalar(_chosen(query, chosen, within)) or 0


def all_cards(chosen: CardFilter, within: str | None) -> Iterator[Card]:
    query = _ordered(_chosen(_with_household(), chosen, within), chosen)
    yield from session().scalars(query.execution_options(yield_per=BATCH))


def card_or_none(card_id: int, within: str | None) -> Card | None:
    query = _within(_with_household().where(Card.id == card_id), within)
    return session().scalars(query).one_or_none()


def cards_of_number(index: str, within: str | None) -> list[int]:
    """Return the ids of a person's cards, the newest first, by the blind index of his number."""
    query = select(Card.id).join(Card.household).where(Card.nik_index == index)
    return list(session().scalars(_within(query, within).order_by(Card.id.desc())))


def steps(card_id: int) -> list[Step]:
    """Return the moves of a card from its first on."""
    carrier = select(Courier.id, User.name).join(User, User.id == Courier.user_id).subquery()
    query = (
        select(CardMove, User.name, carrier.c.name)
        .outerjoin(User, User.id == CardMove.by_user_id)
        .outerjoin(carrier, carrier.c.id == CardMove.courier_id)
        .where(CardMove.card_id == card_id)
        .order_by(CardMove.id)
    )
    return [Step(move, by or "", courier or "") for move, by, courier in session().execute(query)]


def _with_household() -> Select[Any]:
    return select(Card).join(Card.household).options(contains_eager(Card.household))


def _chosen(query: Select[Any], chosen: CardFilter, within: str | None) -> Select[Any]:
    query = _searched(_within(query, within), chosen.search)
    if chosen.kelurahan:
        query = query.where(Household.kelurahan == chosen.kelurahan)
    if chosen.place:
        query = query.where(Card.place == chosen.place)
    if chosen.urgent:
        query = query.where(Card.urgent)
    return query


def _searched(query: Select[Any], search: Search) -> Select[Any]:
    match search.kind:
        case SearchKind.LAST4:
            return query.where(Card.nik_last4 == search.first)
        case SearchKind.RT_RW:
            return query.where(Household.rt == search.first, Household.rw == search.second)
        case SearchKind.CODE:
            return query.where(or_(Card.code == search.first, _named(search.second)))
        case SearchKind.NAME:
            return query.where(_named(search.first))
        case SearchKind.WHOLE_NUMBER:  # asked by the blind index, never by this list
            return query.where(false())
        case SearchKind.NOTHING:
            return query


def _named(text: str) -> Any:  # noqa: ANN401 - an SQL expression
    return func.lower(Card.name).contains(text.lower(), autoescape=True)


def _ordered(query: Select[Any], chosen: CardFilter) -> Select[Any]:
    order = list(SORTS.get(chosen.sort, SORTS["waiting"]))
    if chosen.turned:
        order[0] = order[0].desc() if chosen.sort != "attempts" else Card.attempts
    return query.order_by(*order)


def _within(query: Select[Any], within: str | None) -> Select[Any]:
    return query if within is None else query.where(Household.kecamatan == within)
