"""Queries about the cars of the service and who drives them."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from field.store.db import session
from field.store.tables import Car, Courier


def all_cars() -> list[Car]:
    """Return the cars, those that are out of service last."""
    return list(session().scalars(select(Car).order_by(Car.active.desc(), Car.plate)))


def car_or_none(car_id: int) -> Car | None:
    return session().get(Car, car_id)


def car_by_plate_or_none(plate: str) -> Car | None:
    return session().scalar(select(Car).where(Car.plate == plate))


def drivers() -> list[Courier]:
    """Return who drives a car of the service."""
    query = select(Courier).options(joinedload(Courier.user)).order_by(Courier.id)
    return list(session().scalars(query.where(Courier.car_id.is_not(None), Courier.active)))


def drivers_of(car_id: int) -> list[Courier]:
    return [driver for driver in drivers() if driver.car_id == car_id]
