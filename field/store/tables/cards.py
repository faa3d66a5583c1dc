"""Households, the cards that wait for them, printed or not, and the files they came from."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base


class Import(Base):
    """One file, from its upload to its commit; `lists` says what its rows become."""

    __tablename__ = "import"

    id: Mapped[int] = mapped_column(primary_key=True)
    filename: Mapped[str] = mapped_column(String(200))
    stored_as: Mapped[str] = mapped_column(String(80))  # sealed copy in the files folder
    state: Mapped[str] = mapped_column(
        String(16)
    )  # reading, preview, importing, done, cancelled, failed
    lists: Mapped[str] = mapped_column(String(12), default="cards")  # cards, requests
    job_id: Mapped[str | None] = mapped_column(String(36))
    # False: print-ready records, which go to the print queue.
    printed: Mapped[bool] = mapped_column(default=True)
    rows: Mapped[int] = mapped_column(default=0)
    good: Mapped[int] = mapped_column(default=0)
    bad: Mapped[int] = mapped_column(default=0)
    known: Mapped[int] = mapped_column(default=0)  # rows that are here already
    added: Mapped[int] = mapped_column(default=0)
    uploaded_at: Mapped[datetime]
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    finished_at: Mapped[datetime | None]


class ImportProblem(Base):
    """What is wrong (or doubtful) with one field of one line; the value is masked."""

    __tablename__ = "import_problem"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import.id"), index=True)
    line: Mapped[int]
    field: Mapped[str] = mapped_column(String(32))
    code: Mapped[str] = mapped_column(String(48))
    values: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    shown: Mapped[str] = mapped_column(String(200), default="")
    fatal: Mapped[bool]  # False: a warning, the row goes in


class Household(Base):
    """One door: the people at one address who are one visit."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)  # see field.domain.household
    raw: Mapped[str] = mapped_column(Text)  # the address as somebody wrote it
    street: Mapped[str] = mapped_column(String(160), default="")
    number: Mapped[str] = mapped_column(String(40), default="")
    rt: Mapped[str] = mapped_column(String(3), default="")
    rw: Mapped[str] = mapped_column(String(3), default="")
    kelurahan: Mapped[str] = mapped_column(String(13), index=True)  # Kemendagri code
    kecamatan: Mapped[str] = mapped_column(String(8), index=True)
    landmark: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(20), default="")  # 628...
    brief: Mapped[str] = mapped_column(Text, default="")  # the office's note to the courier
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    confidence: Mapped[str | None] = mapped_column(String(12), index=True)
    point_source: Mapped[str] = mapped_column(String(40), default="")
    point_clash: Mapped[str] = mapped_column(
        String(48), default=""
    )  # e.g. the pin lies in another kelurahan
    located_at: Mapped[datetime | None]

    cards: Mapped[list["Card"]] = relationship(back_populates="household", order_by="Card.id")


class Card(Base):
    """A card and the person it is for; before it is printed, his place in the print queue."""

    __tablename__ = "card"
    __table_args__ = (
        UniqueConstraint("nik_index", "printed_on", "ready_on", name="one_print_once"),
        Index("ix_card_batch_order", "batch_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)  # random, on the envelope
    name: Mapped[str] = mapped_column(String(120))
    # AES-GCM; associated data is this row's `code`, so that a cipher cannot change rows.
    nik_cipher: Mapped[bytes] = mapped_column(LargeBinary)
    nik_index: Mapped[str] = mapped_column(String(64), index=True)  # keyed blind index
    nik_last4: Mapped[str] = mapped_column(String(4))
    kk_index: Mapped[str] = mapped_column(String(64), default="")
    born_on: Mapped[date | None]
    printed_on: Mapped[str] = mapped_column(
        String(10), default=""
    )  # ISO date or empty; part of the key
    ready_on: Mapped[str] = mapped_column(
        String(10), default=""
    )  # ISO date of the print-ready record; empty for a card that came in printed
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("print_batch.id"))
    position: Mapped[int | None]  # in its batch
    reprints: Mapped[int] = mapped_column(default=0)  # times that it came out bad
    urgent: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(String(12), index=True, default="office")
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import.id"), index=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    waiting_since: Mapped[datetime] = mapped_column(index=True)

    household: Mapped[Household] = relationship(back_populates="cards")


class CardMove(Base):
    """One step of a card's custody; never edited. `Card.place` is where the last one ended."""

    __tablename__ = "card_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), index=True)
    at: Mapped[datetime]
    from_place: Mapped[str | None] = mapped_column(String(12))
    to_place: Mapped[str] = mapped_column(String(12))
    courier_id: Mapped[int | None] = mapped_column(ForeignKey("courier.id"))
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    event_id: Mapped[str | None] = mapped_column(String(36))
    act_id: Mapped[int | None] = mapped_column(ForeignKey("print_act.id"), index=True)
    why: Mapped[str] = mapped_column(String(48))  # import, published, delivered, counted_in, ...
