"""Queries about who was told that somebody comes."""

from datetime import date

from sqlalchemy import select

from field.store.db import session
from field.store.tables import Contact, Household, Manifest, Stop


def contacts_of(day: date) -> dict[int, Contact]:
    """Return a day's contacts by household."""
    return {row.household_id: row for row in session().scalars(select(Contact).filter_by(date=day))}


def contact_or_none(day: date, household_id: int) -> Contact | None:
    return session().get(Contact, (day, household_id))


def is_visited(day: date, household_id: int, kecamatan: str | None) -> bool:
    """Tell whether a published route of the day stops at a household that one may see."""
    query = (
        select(Stop.id)
        .join(Stop.manifest)
        .join(Stop.household)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None), Household.id == household_id)
    )
    if kecamatan is not None:
        query = query.where(Household.kecamatan == kecamatan)
    return session().scalar(query.limit(1)) is not None
