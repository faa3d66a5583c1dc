"""Counts of what waits for a person, for the menu and the first page."""

import datetime as dt

from sqlalchemy import ColumnElement, Select, func, select, true

from field.domain.card import ENDED, Place
from field.domain.place import Confidence
from field.store.db import session
from field.store.tables import (
    Card,
    Courier,
    Event,
    Household,
    Import,
    Manifest,
    Plan,
    Request,
    Stop,
    User,
)

# A point that may be anywhere in its RT or kelurahan: somebody should look.
TO_BRING = tuple(place.value for place in Place if place not in (*ENDED, Place.RT))
WEAK = (Confidence.RT_RW.value, Confidence.KELURAHAN.value)


def _in(kecamatan: str | None) -> ColumnElement[bool]:
    return true() if kecamatan is None else Household.kecamatan == kecamatan


def _count(query: Select[int]) -> int:
    return session().scalar(query) or 0


def cards_by_place(kecamatan: str | None) -> dict[str, int]:
    """Return how many cards are where."""
    query = select(Card.place, func.count()).join(Card.household).where(_in(kecamatan))
    rows = session().execute(query.group_by(Card.place))
    return {row[0]: row[1] for row in rows}


def weak_households(kecamatan: str | None) -> int:
    """Count households with a card to bring whose point is missing, a guess, or contradicted."""
    waiting = select(Card.household_id).where(Card.place.in_(TO_BRING))
    guess = Household.confidence.is_(None) | Household.confidence.in_(WEAK)
    weak = guess | (Household.point_clash != "")
    return _count(
        select(func.count()).select_from(Household).where(_in(kecamatan), weak,
                                                          Household.id.in_(waiting))
    )  # fmt: skip


def imports_to_decide(kecamatan: str | None) -> int:
    """Count files that wait for a yes: all of them, or those of one kecamatan's people."""
    query = select(func.count()).select_from(Import).where(Import.state == "preview")
    if kecamatan is not None:
        query = query.join(User, User.id == Import.uploaded_by).where(User.kecamatan == kecamatan)
    return _count(query)


def couriers(kecamatan: str | None) -> int:
    mine = true() if kecamatan is None else Courier.kecamatan == kecamatan
    return _count(select(func.count()).select_from(Courier).where(Courier.active, mine))


def drafts(kecamatan: str | None, since: dt.date) -> int:
    mine = true() if kecamatan is None else Plan.kecamatan == kecamatan
    return _count(
        select(func.count())
        .select_from(Plan)
        .where(Plan.state == "draft", Plan.date >= since, mine)
    )


def routes_on(kecamatan: str | None, date: dt.date) -> int:
    mine = true() if kecamatan is None else Courier.kecamatan == kecamatan
    return _count(
        select(func.count())
        .select_from(Manifest)
        .join(Manifest.courier)
        .where(Manifest.date == date, Manifest.replaced_at.is_(None), mine)
    )


def events_to_review(kecamatan: str | None) -> int:
    mine = (
        select(Stop.visit).join(Stop.household).where(_in(kecamatan))
        if kecamatan
        else select(Stop.visit)
    )
    return _count(
        select(func.count())
        .select_from(Event)
        .where(Event.review != "", Event.reviewed_at.is_(None), Event.visit.in_(mine))
    )


def requests_to_decide(kecamatan: str | None) -> int:
    mine = true() if kecamatan is None else Request.kecamatan == kecamatan
    undecided = Request.state.in_(("new", "doubtful"))
    return _count(select(func.count()).select_from(Request).where(undecided, mine))
