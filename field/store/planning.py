"""Queries of planning: which cards wait, which are promised already, what was published."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, func, or_, select

from field.domain.card import Place
from field.domain.place import Point
from field.store.db import session
from field.store.tables import (
    CampaignCard,
    CampaignPlan,
    Card,
    Courier,
    Event,
    Household,
    Manifest,
    Plan,
    Stop,
    StopCard,
)

AT_HAND = (Place.OFFICE, Place.BAG)


@dataclass(frozen=True)
class WaitingCard:
    """A card that may go out, and the door that it goes to."""

    card_id: int
    household_id: int
    kelurahan: str
    lat: float | None
    lon: float | None
    urgent: bool
    since: datetime
    holder_id: int | None  # set when it is in a courier's bag already


def waiting_cards(
    day: date, today: date, kecamatan: str | None, *, again: bool
) -> list[WaitingCard]:
    """Return the cards to plan for a day.

    A card on an open route of today or later is promised and stays out, except, when the day is
    planned again, one of that very day; if that one is in a courier's bag, it stays with them.
    """
    promised = _cards_on_routes(today)
    if again:
        promised = promised.where(Manifest.date != day)
    with_courier = and_(
        Card.place == Place.COURIER,
        Card.id.in_(_cards_on_routes(day).where(Manifest.date == day)),
    )
    at_hand = Card.place.in_(AT_HAND)
    query = (
        select(
            Card.id, Card.household_id, Household.kelurahan, Household.lat, Household.lon,
            Card.urgent, Card.waiting_since, Card.holder_id,
        )
        .join(Household)
        .where(
            or_(at_hand, with_courier) if again else at_hand,
            Card.id.not_in(promised),
            Card.id.not_in(_later_by_campaign(day)),
        )
        .order_by(Card.household_id, Card.id)
    )  # fmt: skip
    if kecamatan is not None:
        query = query.where(Household.kecamatan == kecamatan)
    return [WaitingCard(*row) for row in session().execute(query)]


def _cards_on_routes(since: date) -> Select[int]:
    return (
        select(StopCard.card_id)
        .join(Stop, Stop.id == StopCard.stop_id)
        .join(Manifest)
        .where(Manifest.replaced_at.is_(None), Manifest.date >= since)
    )


def _later_by_campaign(day: date) -> Select[int]:
    """Return the cards that a campaign's plan in force gives a later day, beside their neighbours.

    An urgent card goes as soon as it is there.
    """
    return (
        select(CampaignCard.card_id)
        .join(CampaignPlan, CampaignPlan.id == CampaignCard.plan_id)
        .join(Card, Card.id == CampaignCard.card_id)
        .where(CampaignPlan.state == "accepted", CampaignCard.deliver_on > day, ~Card.urgent)
    )


def open_manifests(day: date, couriers: Collection[int] | None = None) -> list[Manifest]:
    """Return the routes in force on a day, by number."""
    query = (
        select(Manifest)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None))
        .order_by(Manifest.number)
    )
    if couriers is not None:
        query = query.where(Manifest.courier_id.in_(couriers))
    return list(session().scalars(query))


def published_in(day: date, kecamatan: str | None) -> bool:
    """Tell whether routes are in force on a day for (a part of) this area."""
    query = (
        select(Manifest.id).join(Plan).where(Manifest.date == day, Manifest.replaced_at.is_(None))
    )
    if kecamatan is not None:
        query = query.join(Courier, Courier.id == Manifest.courier_id).where(
            or_(Plan.kecamatan == kecamatan, Courier.kecamatan == kecamatan)
        )
    return session().scalar(query.limit(1)) is not None


@dataclass(frozen=True)
class Latest:
    """A courier's newest version of a day, and the number of that route."""

    version: int
    number: int


def latest(day: date) -> dict[int, Latest]:
    """Return what each courier was published for a day, closed versions too."""
    query = (
        select(Manifest.courier_id, func.max(Manifest.version), func.min(Manifest.number))
        .where(Manifest.date == day)
        .group_by(Manifest.courier_id)
    )
    rows = session().execute(query)
    return {courier: Latest(version, number) for courier, version, number in rows}


def close_overtaken(day: date) -> None:
    """Mark the published plans of a day that have no route in force any more."""
    in_force = select(Manifest.plan_id).where(Manifest.replaced_at.is_(None))
    query = select(Plan).where(
        Plan.date == day, Plan.state == "published", Plan.id.not_in(in_force)
    )
    for plan in session().scalars(query):
        plan.state = "replaced"


def ended_visits(visits: Collection[str]) -> set[str]:
    """Return the visits whose latest fact is a hand-over or a failure."""
    query = (
        select(Event.visit, Event.kind)
        .where(Event.visit.in_(visits), Event.kind != "skipped")
        .order_by(Event.order)
    )
    last = {row.visit: row.kind for row in session().execute(query)}
    return {visit for visit, kind in last.items() if kind in ("delivered", "failed")}


def households(ids: Collection[int]) -> dict[int, Household]:
    found: dict[int, Household] = {}
    wanted = sorted(ids)
    for first in range(0, len(wanted), 500):  # SQLite bounds the values of one statement
        query = select(Household).where(Household.id.in_(wanted[first : first + 500]))
        found |= {household.id: household for household in session().scalars(query)}
    return found


def points_of(ids: Collection[int]) -> dict[int, Point]:
    """Return where these households are, as far as it is known."""
    return {
        home.id: Point(home.lat, home.lon)
        for home in households(ids).values()
        if home.lat is not None and home.lon is not None
    }


def cards_of(ids: Collection[int]) -> dict[int, list[Card]]:
    """Return the cards with these ids, by household."""
    found: dict[int, list[Card]] = {}
    wanted = sorted(ids)
    for first in range(0, len(wanted), 500):
        query = select(Card).where(Card.id.in_(wanted[first : first + 500])).order_by(Card.id)
        for card in session().scalars(query):
            found.setdefault(card.household_id, []).append(card)
    return found


def plan_or_none(plan_id: int) -> Plan | None:
    return session().get(Plan, plan_id, populate_existing=True)


def plan_with_trip_or_none(trip_id: int) -> Plan | None:
    """Return the plan whose manifest in force has this trip."""
    query = (
        select(Plan)
        .join(Manifest, Manifest.plan_id == Plan.id)
        .join(Stop, Stop.manifest_id == Manifest.id)
        .where(Stop.trip_id == trip_id, Manifest.replaced_at.is_(None))
    )
    return session().scalars(query.limit(1)).one_or_none()


def plan_of_job_or_none(job_id: str) -> Plan | None:
    return session().scalar(select(Plan).where(Plan.job_id == job_id))


def plans(kecamatan: str | None, limit: int = 20) -> list[Plan]:
    """Return the newest plans of one kecamatan, or of all."""
    query = select(Plan).order_by(Plan.date.desc(), Plan.id.desc()).limit(limit)
    if kecamatan is not None:
        query = query.where(Plan.kecamatan == kecamatan)
    return list(session().scalars(query))


def locked_plan_or_none(plan_id: int) -> Plan | None:
    """Return a plan that nobody else changes until this transaction ends."""
    return session().get(Plan, plan_id, populate_existing=True, with_for_update=True)
