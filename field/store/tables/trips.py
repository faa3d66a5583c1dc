"""Trips as one way legs, the cars that make them, the booths they lead to, and kit visits."""

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base
from field.store.tables.crew import Courier
from field.store.tables.requests import Person, Request


class Car(Base):
    """A car of the service with its spaces. A driver is a courier who has one."""

    __tablename__ = "car"

    id: Mapped[int] = mapped_column(primary_key=True)
    plate: Mapped[str] = mapped_column(String(12), unique=True)
    name: Mapped[str] = mapped_column(String(80), default="")
    ambulatory: Mapped[int]
    wheelchair: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Trip(Base):
    """One way of a household: outbound, or return. Asked, planned and performed times apart.

    `pickup_visit` and `dropoff_visit` are the names that stops carry through all versions of a
    manifest and that events use; what concerns the trip without a stop names the pickup.
    """

    __tablename__ = "trip"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    leg: Mapped[str] = mapped_column(String(8))  # outbound, return
    date: Mapped[dt.date] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(String(24))  # the office's code
    evening_id: Mapped[int | None] = mapped_column(ForeignKey("evening.id"), index=True)
    will_call: Mapped[bool] = mapped_column(default=False)
    pickup_visit: Mapped[str] = mapped_column(String(36), unique=True)
    dropoff_visit: Mapped[str] = mapped_column(String(36), unique=True)
    # Asked: outbound, the appointment's window at the office; return, when it may begin.
    requested_from: Mapped[dt.datetime | None]
    requested_until: Mapped[dt.datetime | None]
    # Planned: as the manifest in force has it, and the window that the family was told.
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"), index=True)
    scheduled_pickup: Mapped[dt.datetime | None]
    scheduled_dropoff: Mapped[dt.datetime | None]
    promised_from: Mapped[dt.datetime | None]
    promised_until: Mapped[dt.datetime | None]
    # Performed: by the corrected clock of the events.
    performed_arrival: Mapped[dt.datetime | None]
    performed_pickup: Mapped[dt.datetime | None]
    performed_dropoff: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime]
    # How it ended when family or office took it back after its route was published.
    called_off: Mapped[str] = mapped_column(String(20), default="", server_default="")

    request: Mapped[Request] = relationship()
    courier: Mapped[Courier | None] = relationship()
    riders: Mapped[list["TripRider"]] = relationship(
        order_by="TripRider.person_id", cascade="all, delete-orphan"
    )


class TripRider(Base):
    """One person on one trip; `state` is the fold of its events (field.domain.jemput.trip)."""

    __tablename__ = "trip_rider"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    state: Mapped[str] = mapped_column(String(20), default="waiting", index=True)
    ready: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship()


class Booth(Base):
    """A device at an office where one person at a time is recorded."""

    __tablename__ = "booth"

    id: Mapped[int] = mapped_column(primary_key=True)
    office: Mapped[str] = mapped_column(String(24), index=True)  # a code of data/offices
    name: Mapped[str] = mapped_column(String(80))
    active: Mapped[bool] = mapped_column(default=True)
    opens: Mapped[str | None] = mapped_column(String(5))  # "09:00"; None: as the office
    closes: Mapped[str | None] = mapped_column(String(5))


class Outage(Base):
    """A device out of order; without an end it lasts until somebody says otherwise."""

    __tablename__ = "outage"

    id: Mapped[int] = mapped_column(primary_key=True)
    booth_id: Mapped[int] = mapped_column(ForeignKey("booth.id"), index=True)
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime | None]
    why: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[dt.datetime]
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


class Turn(Base):
    """One person's turn at an office's booths."""

    __tablename__ = "turn"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    office: Mapped[str] = mapped_column(String(24), index=True)
    starts_at: Mapped[dt.datetime] = mapped_column(index=True)
    duration_s: Mapped[int]
    bumped: Mapped[bool] = mapped_column(default=False)  # lost a turn to an outage before


class KitVisit(Base):
    """A team with the portable kit at somebody's bed; its events name `visit`."""

    __tablename__ = "kit_visit"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    date: Mapped[dt.date] = mapped_column(index=True)
    visit: Mapped[str] = mapped_column(String(36), unique=True)
    state: Mapped[str] = mapped_column(String(12), default="waiting")  # the fold of its events
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"))
    scheduled_at: Mapped[dt.datetime | None]
    promised_from: Mapped[dt.datetime | None]
    promised_until: Mapped[dt.datetime | None]
    performed_at: Mapped[dt.datetime | None]
    service_s: Mapped[int]
    called_off: Mapped[str] = mapped_column(String(20), default="", server_default="")

    request: Mapped[Request] = relationship()
    courier: Mapped[Courier | None] = relationship()
