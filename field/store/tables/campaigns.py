"""Campaigns: what was asked, each plan that was made of it, and which card it gives which day."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base


class Campaign(Base):
    """So many cards by a day. Its cards are those of its plan in force."""

    __tablename__ = "campaign"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kecamatan: Mapped[str | None] = mapped_column(String(8), index=True)  # None: the whole city
    first_day: Mapped[dt.date]
    last_day: Mapped[dt.date] = mapped_column(index=True)  # the deadline of printing
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)  # the last order (field.domain.cetak.order)
    job_id: Mapped[str | None] = mapped_column(String(36))  # the last work on it
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    plans: Mapped[list["CampaignPlan"]] = relationship(
        back_populates="campaign", order_by="CampaignPlan.id", cascade="all, delete-orphan"
    )


class CampaignPlan(Base):
    """One plan of a campaign, from a day on. Accepted it holds until a later one is accepted."""

    __tablename__ = "campaign_plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    job_id: Mapped[str] = mapped_column(String(36), unique=True)  # one job, one plan
    # draft, accepted, replaced, discarded; impossible: `remedies` says what would help
    state: Mapped[str] = mapped_column(String(12), index=True)
    asked: Mapped[dict[str, Any]] = mapped_column(JSON)  # its own order
    since: Mapped[dt.date]  # the first day that it plans; before it stands what was planned then
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    staff: Mapped[list[Any]] = mapped_column(JSON)  # [day, printer, operator, begin, end]
    remedies: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    accepted_at: Mapped[dt.datetime | None]
    accepted_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    campaign: Mapped[Campaign] = relationship(back_populates="plans")


class CampaignBatch(Base):
    """Cards of one neighbourhood, to be printed one after the other on one day."""

    __tablename__ = "campaign_batch"
    __table_args__ = (Index("ix_campaign_batch_day", "plan_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("campaign_plan.id"))
    day: Mapped[dt.date]
    printer: Mapped[int]
    turn: Mapped[int]  # its place in the printer's day, from 1
    kelurahan: Mapped[str] = mapped_column(String(13))
    rw: Mapped[str] = mapped_column(String(3), default="")  # empty: several
    cards: Mapped[int]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]


class CampaignRoute(Base):
    """A courier's route on one day, as far as it lies in one kelurahan.

    Courier 0 stands for what goes out but found no room on a route.
    """

    __tablename__ = "campaign_route"

    plan_id: Mapped[int] = mapped_column(ForeignKey("campaign_plan.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(primary_key=True)
    kelurahan: Mapped[str] = mapped_column(String(13), primary_key=True)
    courier: Mapped[int] = mapped_column(primary_key=True)
    doors: Mapped[int]
    cards: Mapped[int]
    travel_s: Mapped[int]


class CampaignCard(Base):
    """The days that a plan gives a card, and its route."""

    __tablename__ = "campaign_card"
    __table_args__ = (Index("ix_campaign_card_due", "plan_id", "deliver_on"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("campaign_plan.id"), primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), primary_key=True, index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("campaign_batch.id"), index=True)
    turn: Mapped[int]  # its place in the batch, from 1
    print_on: Mapped[dt.date | None]
    deliver_on: Mapped[dt.date | None]
    courier: Mapped[int | None]  # who brings it then, and the place on the route, from 1
    stop: Mapped[int | None]
