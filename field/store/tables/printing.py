"""The printing room: batches and what was done with them, printers, operators, blanks."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from field.store.db import Base


class Printer(Base):
    """A card printer, and the hours in which it may run."""

    __tablename__ = "printer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    cards_per_hour: Mapped[int]
    warm_up_minutes: Mapped[int]
    shift_start: Mapped[str] = mapped_column(String(5))  # "07:30"
    shift_end: Mapped[str] = mapped_column(String(5))
    weekdays: Mapped[str] = mapped_column(String(7))  # "12345": Monday to Friday
    active: Mapped[bool] = mapped_column(default=True)

    outages: Mapped[list["PrinterOutage"]] = relationship(order_by="PrinterOutage.id")


class PrinterOutage(Base):
    """A printer out of order; without an end it lasts until somebody says otherwise."""

    __tablename__ = "printer_outage"

    id: Mapped[int] = mapped_column(primary_key=True)
    printer_id: Mapped[int] = mapped_column(ForeignKey("printer.id"), index=True)
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime | None]
    why: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[dt.datetime]
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


class PrintOperator(Base):
    """Somebody who runs a printer, with his shift."""

    __tablename__ = "print_operator"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    shift_start: Mapped[str] = mapped_column(String(5))
    shift_end: Mapped[str] = mapped_column(String(5))
    weekdays: Mapped[str] = mapped_column(String(7))
    on_holidays: Mapped[bool] = mapped_column(default=False)
    # [["12:00", "13:00"]]; none: the breaks of the city's calendar.
    breaks: Mapped[list[list[str]]] = mapped_column(JSON, default=list)
    active: Mapped[bool] = mapped_column(default=True)

    absences: Mapped[list["OperatorAbsence"]] = relationship(order_by="OperatorAbsence.date")


class OperatorAbsence(Base):
    """A day on which an operator is not there."""

    __tablename__ = "operator_absence"

    operator_id: Mapped[int] = mapped_column(ForeignKey("print_operator.id"), primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)


class PrintBatch(Base):
    """Cards of one kelurahan that are printed together. `Card.batch_id` says which they are."""

    __tablename__ = "print_batch"

    id: Mapped[int] = mapped_column(primary_key=True)
    kelurahan: Mapped[str] = mapped_column(String(13), index=True)
    kecamatan: Mapped[str] = mapped_column(String(8), index=True)
    areas: Mapped[str] = mapped_column(Text, default="")  # "001 004": the RW that were asked for
    day: Mapped[dt.date | None] = mapped_column(index=True)  # when it is meant to be printed
    printer_id: Mapped[int | None] = mapped_column(ForeignKey("printer.id"))
    operator_id: Mapped[int | None] = mapped_column(ForeignKey("print_operator.id"))
    state: Mapped[str] = mapped_column(String(12), index=True)  # field.domain.cetak.batch
    size: Mapped[int]  # cards when it was made
    made_at: Mapped[dt.datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    started_at: Mapped[dt.datetime | None]

    printer: Mapped[Printer | None] = relationship()
    operator: Mapped[PrintOperator | None] = relationship()


class PrintAct(Base):
    """Something done in the printing room: the event behind moves of cards and of blanks."""

    __tablename__ = "print_act"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("print_batch.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))  # field.domain.cetak.acts
    at: Mapped[dt.datetime] = mapped_column(index=True)
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    printer_id: Mapped[int | None] = mapped_column(ForeignKey("printer.id"))
    count: Mapped[int]  # cards
    why: Mapped[str] = mapped_column(Text, default="")
    undone_at: Mapped[dt.datetime | None]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


class BlankDelivery(Base):
    """Blanks that are expected, and what came of it."""

    __tablename__ = "blank_delivery"

    id: Mapped[int] = mapped_column(primary_key=True)
    expected_on: Mapped[dt.date] = mapped_column(index=True)
    count: Mapped[int]
    note: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(12), default="expected")  # arrived, cancelled
    created_at: Mapped[dt.datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


class BlankMove(Base):
    """A change of the number of blanks; never edited. Their sum is the stock."""

    __tablename__ = "blank_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(12))  # field.domain.cetak.blanks
    change: Mapped[int]  # below zero: used up
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    act_id: Mapped[int | None] = mapped_column(ForeignKey("print_act.id"), index=True)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("blank_delivery.id"))
    note: Mapped[str] = mapped_column(Text, default="")
