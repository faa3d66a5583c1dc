"""Accounts, their phones, the audit trail, and the office's own settings."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class User(Base):
    """One person's account."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(16))
    kecamatan: Mapped[str | None] = mapped_column(String(8))  # a dispatcher's, e.g. 32.71.01
    password_hash: Mapped[str] = mapped_column(String(200))
    # Grows when a password changes or an account closes: older logins end at once.
    login_epoch: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class Device(Base):
    """A phone that has spoken to us, known by the id that it made for itself."""

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    label: Mapped[str] = mapped_column(String(200), default="")
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    clock_offset_ms: Mapped[int] = mapped_column(default=0)  # the server's clock minus the phone's
    revoked_at: Mapped[datetime | None]


class AuditEntry(Base):
    """Who did what, when; `detail` holds ids and counts, never personal data."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    act: Mapped[str] = mapped_column(String(48), index=True)
    subject: Mapped[str] = mapped_column(String(80), default="")
    detail: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)


class Setting(Base):
    """A choice that the office made, by name (see field.domain.settings)."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
