"""Routes as they were driven: the stops of a day in order, each with its first record."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import func, select

from field.domain.drives import Passed
from field.domain.event import EventKind
from field.store.db import session
from field.store.tables import Courier, Event, Household, Manifest, Stop

_TOLD_AT_THE_DOOR = ("phone", "adopted")  # what was typed in from paper has no moment of its own


def days_with_records(since: date, until: date) -> list[date]:
    query = (
        select(Manifest.date)
        .where(Manifest.date >= since, Manifest.date <= until, Manifest.replaced_at.is_(None))
        .distinct()
        .order_by(Manifest.date)
    )
    return list(session().scalars(query))


def driven_on(day: date) -> Iterator[list[Passed]]:
    """Return the routes of a day, each with its stops in order."""
    first = (
        select(Event.visit, func.min(Event.at_corrected).label("at"))
        .join(Stop, Stop.visit == Event.visit)
        .join(Manifest)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None))
        .where(Event.kind.in_((EventKind.DELIVERED, EventKind.FAILED)))
        .where(Event.source.in_(_TOLD_AT_THE_DOOR))
        .group_by(Event.visit)
        .subquery()
    )
    query = (
        select(
            Manifest.id, Courier.vehicle, Stop.sequence, Household.lat, Household.lon,
            Stop.service_s, Stop.travel_s, first.c.at,
        )
        .join(Manifest, Manifest.id == Stop.manifest_id)
        .join(Courier, Courier.id == Manifest.courier_id)
        .join(Household, Household.id == Stop.household_id)
        .outerjoin(first, first.c.visit == Stop.visit)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None), Household.lat.is_not(None))
        .order_by(Manifest.id, Stop.sequence)
    )  # fmt: skip
    rows = [Passed(*row) for row in session().execute(query)]
    for _, route in groupby(rows, key=lambda one: one.manifest_id):
        yield list(route)
