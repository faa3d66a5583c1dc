"""Couriers: who they are, where they go, and when they are away."""

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base
from field.store.tables.people import User


class Courier(Base):
    """A person who carries cards: staff, lurah, camat or the mayor."""

    __tablename__ = "courier"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), unique=True)
    title: Mapped[str] = mapped_column(String(80), default="")  # "Lurah Bondongan"
    kecamatan: Mapped[str | None] = mapped_column(String(8), index=True)  # None: the whole city
    vehicle: Mapped[str] = mapped_column(String(8))  # motor, mobil, foot
    start_office: Mapped[str] = mapped_column(String(24))  # a code of data/offices
    end_office: Mapped[str] = mapped_column(String(24))
    shift_start: Mapped[str | None] = mapped_column(String(5))  # "07:30"; None: the city's hours
    shift_end: Mapped[str | None] = mapped_column(String(5))
    max_stops: Mapped[int | None]
    only_handpicked: Mapped[bool] = mapped_column(
        default=False
    )  # the mayor: only doors chosen by hand
    active: Mapped[bool] = mapped_column(default=True)
    car_id: Mapped[int | None] = mapped_column(ForeignKey("car.id"))  # a driver's
    has_kit: Mapped[bool] = mapped_column(default=False)  # operates the portable recording kit
    photo: Mapped[str] = mapped_column(String(64), default="")  # his face, for families to compare

    user: Mapped[User] = relationship()
    territory: Mapped[list["Territory"]] = relationship(cascade="all, delete-orphan")


class Territory(Base):
    """One kelurahan that a courier serves."""

    __tablename__ = "territory"

    courier_id: Mapped[int] = mapped_column(ForeignKey("courier.id"), primary_key=True)
    kelurahan: Mapped[str] = mapped_column(String(13), primary_key=True)


class Absence(Base):
    """A day on which a courier is not on duty."""

    __tablename__ = "absence"

    courier_id: Mapped[int] = mapped_column(ForeignKey("courier.id"), primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)


class Handpick(Base):
    """A household that this person shall visit on this day, chosen by hand."""

    __tablename__ = "handpick"

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    courier_id: Mapped[int] = mapped_column(ForeignKey("courier.id"), index=True)
