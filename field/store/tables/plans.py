"""Plans as drafts, and manifests: routes as published, frozen and numbered."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base
from field.store.tables.cards import Card, Household
from field.store.tables.crew import Courier


class Plan(Base):
    """One day's plan; problem and plan are documents in VROOM's form and hold ids only."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[dt.date] = mapped_column(index=True)
    kecamatan: Mapped[str | None] = mapped_column(String(8), index=True)  # None: the whole city
    state: Mapped[str] = mapped_column(
        String(12), index=True
    )  # draft, published, replaced, discarded
    job_id: Mapped[str | None] = mapped_column(String(36), unique=True)  # one job, one plan
    problem: Mapped[dict[str, Any]] = mapped_column(JSON)
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)
    revision: Mapped[int] = mapped_column(default=1)  # grows with each change by hand
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    published_at: Mapped[dt.datetime | None]


class Manifest(Base):
    """A courier's route of a day as published. Replaced by a later version, never edited."""

    __tablename__ = "manifest"
    __table_args__ = (UniqueConstraint("courier_id", "date", "version", name="one_version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    courier_id: Mapped[int] = mapped_column(ForeignKey("courier.id"), index=True)
    date: Mapped[dt.date] = mapped_column(index=True)
    number: Mapped[int]  # the big number on sheet and map
    version: Mapped[int]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    duration_s: Mapped[int]  # travel and waiting, without service
    distance_m: Mapped[int]
    published_at: Mapped[dt.datetime]
    replaced_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    # {"stops": {visit: leg}, "home": leg}; large, so it is read only by who draws or tells the way.
    legs: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, deferred=True)

    courier: Mapped[Courier] = relationship()
    stops: Mapped[list["Stop"]] = relationship(
        back_populates="manifest", order_by="Stop.sequence", cascade="all, delete-orphan"
    )


class Stop(Base):
    """One visit of a manifest. Keeps its id when a later version keeps it for the same courier."""

    __tablename__ = "stop"
    __table_args__ = (UniqueConstraint("manifest_id", "visit", name="one_visit"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    visit: Mapped[str] = mapped_column(String(36), index=True)  # the id that phones and events use
    manifest_id: Mapped[int] = mapped_column(ForeignKey("manifest.id"), index=True)
    sequence: Mapped[int]
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    # Jemput: which trip and which end of it, or which kit visit; a card's stop has neither.
    trip_id: Mapped[int | None] = mapped_column(ForeignKey("trip.id"), index=True)
    end: Mapped[str] = mapped_column(String(8), default="")  # pickup, dropoff
    kit_visit_id: Mapped[int | None] = mapped_column(ForeignKey("kit_visit.id"), index=True)
    arrival: Mapped[dt.datetime]
    service_s: Mapped[int]
    travel_s: Mapped[int]
    distance_m: Mapped[int]

    manifest: Mapped[Manifest] = relationship(back_populates="stops")
    household: Mapped[Household] = relationship()
    cards: Mapped[list[Card]] = relationship(secondary="stop_card", order_by="Card.id")


class StopCard(Base):
    """The cards that a stop hands over."""

    __tablename__ = "stop_card"

    stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id"), primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), primary_key=True, index=True)
