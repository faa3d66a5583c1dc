"""When a car will be there: by the plan, and how late the driver's last event was."""

from datetime import datetime

from sqlalchemy import select

from field.store.db import session
from field.store.tables import Car, Courier, Event, Manifest, Stop, Trip


def eta_of(trip: Trip, now: datetime) -> datetime | None:
    """Return the expected pickup; None when nothing is planned, or it is over.

    No continuous tracking: what is known is the last stop where something was told.
    """
    if trip.scheduled_pickup is None or trip.performed_pickup is not None:
        return None
    query = (
        select(Stop.arrival, Event.at_corrected)
        .join(Manifest, Manifest.id == Stop.manifest_id)
        .join(Event, Event.visit == Stop.visit)
        .where(
            Manifest.courier_id == trip.courier_id,
            Manifest.date == trip.date,
            Manifest.replaced_at.is_(None),
        )
        .order_by(Event.at_corrected.desc())
        .limit(1)
    )
    last = session().execute(query).first()
    late = last.at_corrected - last.arrival if last else None
    expected = trip.scheduled_pickup + late if late else trip.scheduled_pickup
    return max(expected, now)


def plate_of(courier: Courier) -> str:
    car = session().get(Car, courier.car_id) if courier.car_id else None
    return car.plate if car else ""
