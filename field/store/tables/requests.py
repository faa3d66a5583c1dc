"""What families ask of jemput: drafts, requests with their people, and every step taken."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base
from field.store.tables.cards import Household


class AskDraft(Base):
    """Answers of a form that is not yet sent; sealed, and gone after a day."""

    __tablename__ = "ask_draft"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)  # in the browser's own cookie
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    touched_at: Mapped[dt.datetime] = mapped_column(index=True)
    # Set when it was sent: sending it again finds the same request.
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))


class Request(Base):
    """One household's wish to be recorded, with all its people in one trip."""

    __tablename__ = "request"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)  # on the slip; opens nothing
    check_code: Mapped[str] = mapped_column(String(4))  # the officer at the door must know it
    state: Mapped[str] = mapped_column(String(12), index=True)  # the fold of its steps
    service: Mapped[str] = mapped_column(String(8))  # fetch, kit
    channel: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[dt.datetime] = mapped_column(index=True)
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # None: the family itself
    asker: Mapped[str] = mapped_column(String(120), default="")  # RT 003/007, Bu Eni (kader)
    # A door of its own, so that a stranger's request never changes what is known of another.
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), unique=True)
    kecamatan: Mapped[str] = mapped_column(String(8), index=True)
    contact_name: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(20), default="")  # 628...; empty: through the RT
    email: Mapped[str] = mapped_column(String(120), default="")
    # Keyed hashes: how much one phone, one address, one line asked lately.
    phone_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    address_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    origin_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    weekdays: Mapped[list[int]] = mapped_column(JSON, default=list)  # none: each suits
    hours: Mapped[str] = mapped_column(String(12), default="any")
    evening_id: Mapped[int | None] = mapped_column(ForeignKey("evening.id"))
    will_call: Mapped[bool] = mapped_column(default=False)  # how the family wants the way back
    consent_version: Mapped[str] = mapped_column(String(12))
    consent_by: Mapped[str] = mapped_column(String(12))  # self, family, told (aloud, to who wrote)
    consent_at: Mapped[dt.datetime]
    photo: Mapped[str] = mapped_column(String(64), default="")  # house front or mouth of the gang
    doubts: Mapped[list[str]] = mapped_column(JSON, default=list)  # codes, for the office to see
    # The appointment: proposed by the office, or settled when it was accepted.
    date: Mapped[dt.date | None] = mapped_column(index=True)
    window_from: Mapped[dt.datetime | None]
    window_until: Mapped[dt.datetime | None]
    place: Mapped[str] = mapped_column(String(24), default="")  # the office's code
    priority: Mapped[bool] = mapped_column(default=False)  # lost a slot through us: goes first
    meet_lat: Mapped[float | None]  # where the car can stand, when not at the door
    meet_lon: Mapped[float | None]
    meet_note: Mapped[str] = mapped_column(Text, default="")
    tracking_epoch: Mapped[int] = mapped_column(default=0)  # grows: older links open nothing
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import.id"))
    import_key: Mapped[str | None] = mapped_column(String(64), unique=True)

    household: Mapped[Household] = relationship()
    people: Mapped[list["Person"]] = relationship(
        back_populates="request", order_by="Person.id", cascade="all, delete-orphan"
    )
    steps: Mapped[list["RequestStep"]] = relationship(
        back_populates="request", order_by="RequestStep.id", cascade="all, delete-orphan"
    )


class Person(Base):
    """Somebody who is to be recorded. The aid is sensitive: who plans or drives sees it."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    seal: Mapped[str] = mapped_column(String(36), unique=True)  # what its ciphers are bound to
    name: Mapped[str] = mapped_column(String(120))
    nik_cipher: Mapped[bytes | None] = mapped_column(LargeBinary)
    nik_index: Mapped[str] = mapped_column(String(64), default="", index=True)
    nik_last4: Mapped[str] = mapped_column(String(4), default="")
    age_group: Mapped[str] = mapped_column(String(8))
    aid: Mapped[str] = mapped_column(String(20))
    companion: Mapped[bool] = mapped_column(default=False)
    companion_name: Mapped[str] = mapped_column(String(120), default="")
    companion_phone: Mapped[str] = mapped_column(String(20), default="")
    care_cipher: Mapped[bytes | None] = mapped_column(LargeBinary)  # field.domain.jemput.care

    request: Mapped[Request] = relationship(back_populates="people")


class RequestStep(Base):
    """One step of a request: who, when, why; never edited."""

    __tablename__ = "request_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    at: Mapped[dt.datetime]
    act: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))  # where it led
    by: Mapped[str] = mapped_column(String(8))  # office, family, system
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    why: Mapped[str] = mapped_column(Text, default="")  # in words; the family reads it too

    request: Mapped[Request] = relationship(back_populates="steps")


class Message(Base):
    """What a family was told, or is to be told: by a gateway, or by a person who calls."""

    __tablename__ = "message"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)  # one message once
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"), index=True)
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"), index=True)
    template: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(12), index=True)  # waiting, sent, failed, called
    due_at: Mapped[dt.datetime] = mapped_column(index=True)
    sent_at: Mapped[dt.datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))  # who called
