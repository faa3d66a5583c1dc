"""Layanan malam: evenings at a kecamatan, and who booked a place."""

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base


class Evening(Base):
    """One evening of recording at one office."""

    __tablename__ = "evening"

    id: Mapped[int] = mapped_column(primary_key=True)
    kecamatan: Mapped[str] = mapped_column(String(8), index=True)
    office: Mapped[str] = mapped_column(String(24))  # a code of data/offices
    date: Mapped[dt.date] = mapped_column(index=True)
    opens_at: Mapped[dt.datetime]
    closes_at: Mapped[dt.datetime]
    booths: Mapped[int]
    capacity: Mapped[int]
    note: Mapped[str] = mapped_column(Text, default="")
    cancelled_at: Mapped[dt.datetime | None]
    cancelled_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    cancelled_why: Mapped[str] = mapped_column(Text, default="")  # who booked reads it
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    bookings: Mapped[list["Booking"]] = relationship(
        back_populates="evening", order_by="Booking.id", cascade="all, delete-orphan"
    )


class Booking(Base):
    """One person's place, or wait for one: which of the two follows from all (seats)."""

    __tablename__ = "booking"

    id: Mapped[int] = mapped_column(primary_key=True)  # the order of asking
    evening_id: Mapped[int] = mapped_column(ForeignKey("evening.id"), index=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    # Made with the form, so that sending it twice is one booking.
    form_key: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str] = mapped_column(String(20), default="")
    phone_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    origin_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    how: Mapped[str] = mapped_column(String(8))  # page, desk, walk_in, jemput
    state: Mapped[str] = mapped_column(String(12))  # stands, cancelled, came, absent
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"), index=True)
    asked_at: Mapped[dt.datetime]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    consent_at: Mapped[dt.datetime]
    marked_at: Mapped[dt.datetime | None]
    marked_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    evening: Mapped[Evening] = relationship(back_populates="bookings")
