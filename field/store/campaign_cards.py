"""The cards of campaigns: which could be taken, which a plan has, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, distinct, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.event import EventKind
from field.store.bulk import chunks
from field.store.db import session
from field.store.tables import (
    CampaignCard,
    CampaignPlan,
    Card,
    CardMove,
    Event,
    Household,
    Manifest,
    PrintAct,
    Stop,
    StopCard,
    Trip,
)

HOLDS = "accepted"
Moment = InstrumentedAttribute[datetime]


@dataclass(frozen=True, slots=True)
class QueueCard:
    """A card as a campaign plans it."""

    id: int
    household_id: int
    kelurahan: str
    rw: str
    rt: str
    lat: float | None
    lon: float | None
    urgent: bool
    since: datetime
    place: str


def count_ready(kecamatan: str | None) -> int:
    """Count the cards that no campaign in force has."""
    query = _within(select(func.count(Card.id)).join(Household), kecamatan)
    return session().scalar(query.where(Card.place == Place.READY, ~_promised())) or 0


def ready_cards(kecamatan: str | None, most: int) -> list[QueueCard]:
    """Return so many that wait for a printer: the urgent first, then who waits longest."""
    query = _within(_cards(), kecamatan).where(Card.place == Place.READY, ~_promised())
    order = query.order_by(Card.urgent.desc(), Card.waiting_since, Card.id).limit(most)
    return [QueueCard(*row) for row in session().execute(order)]


def cards_of_plan(plan_id: int) -> list[QueueCard]:
    """Return a plan's cards as they are now."""
    query = _cards().join(CampaignCard, CampaignCard.card_id == Card.id)
    order = query.where(CampaignCard.plan_id == plan_id).order_by(Card.id)
    return [QueueCard(*row) for row in session().execute(order)]


def count_taken_elsewhere(plan_id: int, campaign_id: int) -> int:
    """Count cards of a plan that a plan in force of another campaign has too."""
    other, theirs = aliased(CampaignCard), aliased(CampaignPlan)
    query = (
        select(func.count())
        .select_from(CampaignCard)
        .join(other, other.card_id == CampaignCard.card_id)
        .join(theirs, theirs.id == other.plan_id)
        .where(
            CampaignCard.plan_id == plan_id,
            theirs.state == HOLDS,
            theirs.campaign_id != campaign_id,
        )
    )
    return session().scalar(query) or 0


def count_by_place(plan_id: int) -> dict[str, int]:
    """Count a plan's cards by where they are now."""
    query = (
        select(Card.place, func.count())
        .join(CampaignCard, CampaignCard.card_id == Card.id)
        .where(CampaignCard.plan_id == plan_id)
        .group_by(Card.place)
    )
    return {row[0]: row[1] for row in session().execute(query)}


def delivered_by_kelurahan(plan_id: int) -> dict[str, tuple[int, int]]:
    """Return of each kelurahan how many cards the plan has, and how many people have theirs."""
    there = func.sum(case((Card.place == Place.RESIDENT, 1), else_=0))
    query = (
        select(Household.kelurahan, func.count(), there)
        .select_from(CampaignCard)
        .join(Card, Card.id == CampaignCard.card_id)
        .join(Household)
        .where(CampaignCard.plan_id == plan_id)
        .group_by(Household.kelurahan)
    )
    return {code: (cards, done) for code, cards, done in session().execute(query)}


@dataclass(frozen=True, slots=True)
class Moved:
    """So many moves of a plan's cards on one day (its number) from one place to another."""

    day: int
    from_place: str | None
    to_place: str
    count: int


def moves_by_day(plan_id: int, borders: Sequence[datetime]) -> list[Moved]:
    """Count the moves between borders of days that print or hand over, or take it back."""
    number = _number(CardMove.at, borders)
    telling = (Place.PRINTED, Place.RESIDENT)
    query = (
        _moves(select(number, CardMove.from_place, CardMove.to_place, func.count()), plan_id)
        .where(
            *_between(CardMove.at, borders),
            or_(CardMove.to_place.in_(telling), CardMove.from_place.in_(telling)),
        )
        .group_by(number, CardMove.from_place, CardMove.to_place)
    )
    return [Moved(*row) for row in session().execute(query)]


def spoiled_by_day(plan_id: int, borders: Sequence[datetime]) -> dict[int, int]:
    """Count a plan's prints that came out bad, by the number of the day."""
    number = _number(CardMove.at, borders)
    query = (
        _moves(select(number, func.count()), plan_id)
        .join(PrintAct, PrintAct.id == CardMove.act_id)
        .where(
            *_between(CardMove.at, borders),
            CardMove.why == Act.SPOILED.value,
            PrintAct.undone_at.is_(None),
        )
        .group_by(number)
    )
    return {row[0]: row[1] for row in session().execute(query)}


def failed_by_day(plan_id: int, borders: Sequence[datetime]) -> dict[int, int]:
    """Count the visits with a plan's cards that failed, by the number of the day."""
    number = _number(Event.at_corrected, borders)
    query = (
        select(number, func.count(distinct(Event.id)))
        .join(Stop, Stop.visit == Event.visit)
        .join(StopCard, StopCard.stop_id == Stop.id)
        .join(CampaignCard, CampaignCard.card_id == StopCard.card_id)
        .where(
            CampaignCard.plan_id == plan_id,
            Event.kind == EventKind.FAILED.value,
            *_between(Event.at_corrected, borders),
        )
        .group_by(number)
    )
    return {row[0]: row[1] for row in session().execute(query)}


def on_routes(plan_id: int, since: date) -> dict[int, date]:
    """Return on which published day each card of a plan is to come, from a day on."""
    query = (
        select(StopCard.card_id, Manifest.date)
        .join(Stop, Stop.id == StopCard.stop_id)
        .join(Manifest)
        .join(CampaignCard, CampaignCard.card_id == StopCard.card_id)
        .where(
            CampaignCard.plan_id == plan_id,
            Manifest.replaced_at.is_(None),
            Manifest.date >= since,
        )
    )
    return {row[0]: row[1] for row in session().execute(query)}


def trip_days(trips: Mapping[int, int]) -> dict[int, date]:
    """Return the date of each card's trip."""
    found: dict[int, date] = {}
    for part in chunks(sorted(set(trips.values()))):
        query = select(Trip.id, Trip.date).where(Trip.id.in_(part))
        found |= {row[0]: row[1] for row in session().execute(query)}
    return {card: found[trip] for card, trip in trips.items() if trip in found}


def _cards() -> Any:  # noqa: ANN401 - a SELECT of many columns
    return select(
        Card.id, Card.household_id, Household.kelurahan, Household.rw, Household.rt,
        Household.lat, Household.lon, Card.urgent, Card.waiting_since, Card.place,
    ).join(Household)  # fmt: skip


def _within(query: Select[Any], kecamatan: str | None) -> Select[Any]:
    return query if kecamatan is None else query.where(Household.kecamatan == kecamatan)


def _promised() -> ColumnElement[bool]:
    """Is the card in a plan that holds?"""
    return exists(
        select(CampaignCard.card_id)
        .join(CampaignPlan, CampaignPlan.id == CampaignCard.plan_id)
        .where(CampaignCard.card_id == Card.id, CampaignPlan.state == HOLDS)
    )


def _moves(query: Any, plan_id: int) -> Any:  # noqa: ANN401 - a SELECT of any columns
    joined = query.select_from(CampaignCard).join(
        CardMove, CardMove.card_id == CampaignCard.card_id
    )
    return joined.where(CampaignCard.plan_id == plan_id)


def _number(at: Moment, borders: Sequence[datetime]) -> ColumnElement[int]:
    """Return the number of the day in which a moment lies, from 0."""
    return case(*((at < end, place) for place, end in enumerate(borders[1:])), else_=-1)


def _between(at: Moment, borders: Sequence[datetime]) -> tuple[ColumnElement[bool], ...]:
    return at >= borders[0], at < borders[-1]
