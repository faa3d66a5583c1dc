"""Roads that somebody could not pass, and stretches that are closed or driven another way."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class RoadReport(Base):
    """What a courier says cannot be passed; the event keeps photo and words as they came."""

    __tablename__ = "road_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(String(36), unique=True)  # Event.id
    visit: Mapped[str] = mapped_column(String(36), index=True)  # Stop.visit
    kecamatan: Mapped[str] = mapped_column(String(8), index=True)  # of the door it was told at
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[dt.datetime]
    lat: Mapped[float]
    lon: Mapped[float]
    accuracy: Mapped[float | None]  # metres, when the phone said where it is
    profiles: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(12))
    note: Mapped[str] = mapped_column(Text, default="")
    photos: Mapped[list[str]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(12), index=True)  # see field.domain.road_report
    decided_at: Mapped[dt.datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    answer: Mapped[str] = mapped_column(Text, default="")  # why it was refused


class RoadClosure(Base):
    """A stretch as it was drawn, with its days. Lifted it no longer counts; it is never deleted."""

    __tablename__ = "road_closure"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int | None] = mapped_column(ForeignKey("road_report.id"), index=True)
    kecamatan: Mapped[str | None] = mapped_column(String(8), index=True)  # None: the admin's
    shape: Mapped[str] = mapped_column(String(8))
    points: Mapped[list[list[float]]] = mapped_column(JSON)  # [lat, lon]
    effect: Mapped[str] = mapped_column(String(12))
    profiles: Mapped[list[str]] = mapped_column(JSON)
    begins: Mapped[dt.date] = mapped_column(index=True)
    ends: Mapped[dt.date | None] = mapped_column(index=True)  # the last day; None: for good
    reason: Mapped[str] = mapped_column(String(12))
    note: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    lifted_at: Mapped[dt.datetime | None]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
