"""Events that the office must look at."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from field.store.db import session
from field.store.tables import Courier, Event, Household, Manifest, Stop


def open_reviews(kecamatan: str | None, day: date | None = None) -> list[str]:
    """Return the visits with something to look at, oldest first."""
    query = (
        select(Event.visit, Event.order)
        .join(Stop, Stop.visit == Event.visit)
        .join(Household, Household.id == Stop.household_id)
        .where(Event.review != "", Event.reviewed_at.is_(None))
        .order_by(Event.order)
    )
    if kecamatan is not None:
        query = query.where(Household.kecamatan == kecamatan)
    if day is not None:
        query = query.join(Manifest, Manifest.id == Stop.manifest_id).where(Manifest.date == day)
    return list(dict.fromkeys(row[0] for row in session().execute(query)))


def stops_of_visits(visits: Sequence[str]) -> list[Stop]:
    """Return each visit's newest stop, in the order asked, with what a page shows of it."""
    query = (
        select(Stop)
        .join(Stop.manifest)
        .where(Stop.visit.in_(visits))
        .order_by(Manifest.version, Stop.id)
        .options(
            joinedload(Stop.household),
            joinedload(Stop.manifest).joinedload(Manifest.courier).joinedload(Courier.user),
            selectinload(Stop.cards),
        )
    )
    newest = {stop.visit: stop for stop in session().scalars(query)}
    return [newest[visit] for visit in visits if visit in newest]
