"""The print queue: how many records wait where, since when, and which go first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, case, func, select

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.cetak.batch import BatchOrder
from field.domain.jemput.request import RequestState
from field.domain.sieve import Print
from field.store.bulk import chunks
from field.store.db import Live, session
from field.store.print_acts import Held
from field.store.tables import Card, CardMove, Household, Person, PrintAct, Request, Trip

LATEST = 20
DOOR = (Household.kelurahan, Household.rw, Household.rt)


@dataclass(frozen=True, slots=True)
class Area:
    """What waits in one RW of a kelurahan."""

    kelurahan: str
    rw: str
    ready: int
    urgent: int
    reprints: int
    oldest: datetime


def areas(within: str | None, kelurahan: str | None = None) -> list[Area]:
    """Return the queue by kelurahan and RW."""
    query = (
        select(
            Household.kelurahan, Household.rw, func.count(),
            func.sum(case((Card.urgent, 1), else_=0)),
            func.sum(case((Card.reprints > 0, 1), else_=0)),
            func.min(Card.waiting_since),
        )
        .join(Card.household)
        .where(Card.place == Place.READY.value)
        .group_by(Household.kelurahan, Household.rw)
        .order_by(Household.kelurahan, Household.rw)
    )  # fmt: skip
    if within is not None:
        query = query.where(Household.kecamatan == within)
    if kelurahan is not None:
        query = query.where(Household.kelurahan == kelurahan)
    return [Area(*row) for row in session().execute(query)]


def count_at(places: Iterable[Place], within: str | None) -> dict[Place, int]:
    """Count the records and cards of the printing room by place."""
    query = select(Card.place, func.count()).where(Card.place.in_([one.value for one in places]))
    if within is not None:
        query = query.join(Card.household).where(Household.kecamatan == within)
    return {Place(row[0]): row[1] for row in session().execute(query.group_by(Card.place))}


def take_ready(live: Live, order: BatchOrder) -> list[Held]:
    """Return the records that an order asks for, locked, in the order of their doors.

    Those beyond its limit stay; the head of the queue is taken: spoiled cards first, then urgent
    ones, then who waits longest.
    """
    if order.cards:
        return _ready_by_id(live, order.cards)
    query = select(Card.id).join(Card.household).where(*_asked(order))
    if order.limit is not None:
        head = (Card.reprints.desc(), Card.urgent.desc(), Card.waiting_since, Card.id)
        query = query.order_by(*head).limit(order.limit)
    doors = (Household.rw, Household.rt, Household.street, Household.number, Card.id)
    chosen = (
        select(Card.id, Card.code, Card.place)
        .join(Card.household)
        .where(Card.id.in_(query.scalar_subquery()), Card.place == Place.READY.value)
        .order_by(*doors)
        .with_for_update(of=Card)
    )
    return _held(live, chosen)


def _ready_by_id(live: Live, ids: Iterable[int]) -> list[Held]:
    found: dict[int, Held] = {}
    wanted = list(ids)
    for part in chunks(wanted):
        query = select(Card.id, Card.code, Card.place).where(
            Card.id.in_(part), Card.place == Place.READY.value
        )
        found |= {card.id: card for card in _held(live, query.with_for_update())}
    return [found[card] for card in dict.fromkeys(wanted) if card in found]


def ready_by_codes(live: Live, codes: Iterable[str], within: str | None) -> list[Held]:
    """Return records that wait in no batch, by their codes, locked."""
    query = select(Card.id, Card.code, Card.place).where(
        Card.code.in_(set(codes)), Card.place == Place.READY.value
    )
    if within is not None:
        query = query.where(Card.household.has(Household.kecamatan == within))
    return _held(live, query.with_for_update())


def ready_printed_since(live: Live, prints: Iterable[Print]) -> list[Held]:
    """Return records that wait in no batch though their people's cards were printed, locked."""
    days = {index: printed for index, printed, _ in prints}
    query = select(Card.id, Card.code, Card.place, Card.nik_index, Card.ready_on).where(
        Card.place == Place.READY.value
    )
    found: list[Held] = []
    for part in chunks(days):
        for row in live.execute(query.where(Card.nik_index.in_(part)).with_for_update()):
            printed = days[row.nik_index]
            if not printed or row.ready_on <= printed:
                found.append(Held(row.id, row.code, Place.READY))
    return found


def _held(live: Live, query: Executable) -> list[Held]:
    return [Held(row[0], row[1], Place(row[2])) for row in live.execute(query)]


def _asked(order: BatchOrder) -> list[Any]:
    found = [Card.place == Place.READY.value, Household.kelurahan == order.kelurahan]
    if order.rws:
        found.append(Household.rw.in_(order.rws))
    if order.rt:
        found.append(Household.rt == order.rt)
    return found


def cards_with_a_trip(since: date, places: Iterable[Place]) -> dict[int, int]:
    """Return cards of people (or of their doors) whom a jemput trip visits anyway: card to trip.

    The same person, by the blind index, or the same telephone in the same RT and RW: a request has
    a door of its own, so doors are not compared by their rows.
    """
    query = (
        select(Trip.id, Person.nik_index, Household.phone, *DOOR)
        .join(Request, Request.id == Trip.request_id)
        .join(Household, Household.id == Request.household_id)
        .join(Person, Person.request_id == Request.id)
        .where(Trip.leg == "return", Trip.date >= since)
        .where(Request.state == RequestState.ACCEPTED)
        .order_by(Trip.id.desc())  # the earliest trip of several is kept
    )
    people: dict[str, int] = {}
    homes: dict[tuple[str, ...], int] = {}
    for trip, index, *home in session().execute(query):
        people[index] = homes[tuple(home)] = trip
    here = [place.value for place in places]
    found: dict[int, int] = {}
    for part in chunks(phone for phone, *_ in homes if phone):
        near = select(Card.id, Household.phone, *DOOR).join(Card.household)
        near = near.where(Household.phone.in_(part), Card.place.in_(here))
        for card, *home in session().execute(near):
            if tuple(home) in homes:
                found[card] = homes[tuple(home)]
    for part in chunks(index for index in people if index):
        same = select(Card.id, Card.nik_index).where(Card.nik_index.in_(part), Card.place.in_(here))
        found |= {card: people[index] for card, index in session().execute(same)}
    return found


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A cancellation that still stands: the act, who did it, and the first card's name."""

    act: int
    at: datetime
    cards: int
    name: str
    why: str


def cancelled(within: str | None) -> list[Cancelled]:
    """Return the latest cancellations, newest first."""
    query = (
        select(PrintAct.id, PrintAct.at, PrintAct.count, func.min(Card.name), PrintAct.why)
        .join(CardMove, CardMove.act_id == PrintAct.id)
        .join(Card, Card.id == CardMove.card_id)
        .join(Card.household)
        .where(PrintAct.kind == Act.CANCELLED.value, PrintAct.undone_at.is_(None))
        .group_by(PrintAct.id, PrintAct.at, PrintAct.count, PrintAct.why)
        .order_by(PrintAct.id.desc())
        .limit(LATEST)
    )
    if within is not None:
        query = query.where(Household.kecamatan == within)
    return [Cancelled(*row) for row in session().execute(query)]
