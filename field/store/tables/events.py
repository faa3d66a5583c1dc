"""Facts from the road and their photos; written once."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class Event(Base):
    """What a phone (or a typed-in sheet) says happened at a stop."""

    __tablename__ = "event"

    order: Mapped[int] = mapped_column(primary_key=True)  # the server's order between devices
    id: Mapped[str] = mapped_column(String(36), unique=True)  # made on the phone
    visit: Mapped[str] = mapped_column(String(36), index=True)  # Stop.visit
    route_version: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    device_id: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    at: Mapped[datetime]  # by the phone's clock
    at_corrected: Mapped[datetime]  # by ours, with the device's offset
    received_at: Mapped[datetime]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    source: Mapped[str] = mapped_column(String(12), default="phone")  # phone, paper, adopted
    photos: Mapped[list[str]] = mapped_column(JSON, default=list)
    data: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    body_hash: Mapped[str] = mapped_column(String(64))
    # Why the office must look at it (see field.domain.review), empty when it need not.
    review: Mapped[str] = mapped_column(String(24), default="", index=True)
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    review_note: Mapped[str] = mapped_column(Text, default="")  # why the office decided so


class EventPhoto(Base):
    """Which photos and signatures belong to an event; they may arrive after it."""

    __tablename__ = "event_photo"

    event_order: Mapped[int] = mapped_column(ForeignKey("event.order"), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True, index=True)


class Blob(Base):
    """A photo or signature, kept in the files folder under its own hash."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(24))
    # Nobody's: sent by a family with its request.
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    received_at: Mapped[datetime]
