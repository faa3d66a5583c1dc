"""All trips of a day with their riders, whatever became of them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from field.store.db import session
from field.store.tables import Courier, Request, Trip, TripRider


def trips_of_day(day: date, kecamatan: str | None) -> list[Trip]:
    query = (
        select(Trip)
        .join(Trip.request)
        .where(Trip.date == day)
        .options(
            joinedload(Trip.request).joinedload(Request.household),
            joinedload(Trip.courier).joinedload(Courier.user),
            selectinload(Trip.riders).joinedload(TripRider.person),
        )
        .order_by(Trip.id)
    )
    if kecamatan is not None:
        query = query.where(Request.kecamatan == kecamatan)
    return list(session().scalars(query))
