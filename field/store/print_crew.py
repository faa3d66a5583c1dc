"""Printers and operators: who is there, what is out of order, who is away."""

from datetime import date, datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import selectinload

from field.store.db import Live, session
from field.store.tables import OperatorAbsence, Printer, PrinterOutage, PrintOperator


def printers(*, active_only: bool = False) -> list[Printer]:
    query = select(Printer).options(selectinload(Printer.outages)).order_by(Printer.name)
    if active_only:
        query = query.where(Printer.active)
    return list(session().scalars(query))


def operators(*, active_only: bool = False) -> list[PrintOperator]:
    query = select(PrintOperator).options(selectinload(PrintOperator.absences))
    if active_only:
        query = query.where(PrintOperator.active)
    return list(session().scalars(query.order_by(PrintOperator.name)))


def printer_or_none(printer_id: int) -> Printer | None:
    return session().get(Printer, printer_id)


def operator_or_none(operator_id: int) -> PrintOperator | None:
    return session().get(PrintOperator, operator_id)


def outage_or_none(outage_id: int) -> PrinterOutage | None:
    return session().get(PrinterOutage, outage_id)


def outages(since: datetime, until: datetime) -> list[PrinterOutage]:
    """Return the outages that reach into a span of time."""
    query = select(PrinterOutage).where(
        PrinterOutage.starts_at < until,
        or_(PrinterOutage.ends_at.is_(None), PrinterOutage.ends_at > since),
    )
    return list(session().scalars(query.order_by(PrinterOutage.starts_at)))


def count_broken(at: datetime) -> int:
    """Count the printers that are out of order now."""
    broken = {row.printer_id for row in outages(at, at) if row.starts_at <= at}
    return len(broken & {printer.id for printer in printers(active_only=True)})


def set_absence(live: Live, operator_id: int, day: date, *, away: bool) -> None:
    here = OperatorAbsence.operator_id == operator_id, OperatorAbsence.date == day
    live.execute(delete(OperatorAbsence).where(*here))
    if away:
        live.add(OperatorAbsence(operator_id=operator_id, date=day))


def printer_named(name: str) -> int | None:
    return session().scalar(select(Printer.id).where(Printer.name == name.strip()))


def operator_named(name: str) -> int | None:
    return session().scalar(select(PrintOperator.id).where(PrintOperator.name == name.strip()))
