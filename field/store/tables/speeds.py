"""Speeds by hour: what the office says itself, and what was learned from its own events."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class SpeedRule(Base):
    """An office's own factor; it holds before the table of the city (see field.domain.speeds)."""

    __tablename__ = "speed_rule"

    id: Mapped[int] = mapped_column(primary_key=True)
    roads: Mapped[str] = mapped_column(String(8))
    vehicle: Mapped[str] = mapped_column(String(8))
    weekdays: Mapped[str] = mapped_column(String(7))  # "12345": Monday is 1
    since: Mapped[int]
    until: Mapped[int]
    factor: Mapped[float]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


class LearnedSpeed(Base):
    """What the recorded events of one hour say; plans go by `in_use`, and by nothing else."""

    __tablename__ = "learned_speed"

    vehicle: Mapped[str] = mapped_column(String(8), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True)
    hour: Mapped[int] = mapped_column(primary_key=True)
    legs: Mapped[int]
    planned_s: Mapped[int]  # as published
    usual_s: Mapped[int]  # by the table, at this hour
    took_s: Mapped[int]
    factor: Mapped[float | None]  # of the table's time; None: too few legs to tell
    learned_at: Mapped[datetime]
    in_use: Mapped[float | None]  # set by an admin, taken off by one
