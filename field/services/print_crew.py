"""Printers and operators: who they are, what is out of order, what a day can print.

`output_of(day, doors)` is what the printers of a day make, by printer; a campaign and a forecast
ask it for each of their days. `day_means(day, doors)` gives what it is reckoned from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from field.domain.cetak.hours import Hand, Machine, Output, Span, print_day, shift_of, without
from field.domain.cetak.room import OperatorFacts, PrinterFacts, check_free, check_outage
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.city_days import holiday_on, hours_on
from field.gateways.doors import Doors
from field.store import audit
from field.store import print_crew as store
from field.store.db import Live, transaction
from field.store.tables import Printer, PrinterOutage, PrintOperator


@dataclass(frozen=True)
class DayOutput:
    """What the printers make on a day."""

    day: date
    by_printer: dict[int, Output]

    @property
    def cards(self) -> int:
        return sum(one.cards for one in self.by_printer.values())


def printers() -> list[Printer]:
    return store.printers()


def operators() -> list[PrintOperator]:
    return store.operators()


def room() -> tuple[list[Printer], list[PrintOperator]]:
    """Return the printers and operators that may be given a batch."""
    return store.printers(active_only=True), store.operators(active_only=True)


def outputs(days: Sequence[date], doors: Doors) -> list[DayOutput]:
    """Return what each day's printers make, with the operators who are there."""
    machines, people = room()
    return [DayOutput(day, print_day(*_means(day, machines, people, doors))) for day in days]


def day_means(day: date, doors: Doors) -> tuple[list[Machine], list[Hand]]:
    """Return when printers could run on a day, and when operators are at them."""
    return _means(day, *room(), doors)


def _means(
    day: date, machines: Sequence[Printer], people: Sequence[PrintOperator], doors: Doors
) -> tuple[list[Machine], list[Hand]]:
    return (
        [_machine(one, day, doors) for one in machines],
        [_hand(one, day, doors) for one in people],
    )


def _machine(row: Printer, day: date, doors: Doors) -> Machine:
    on: tuple[Span, ...] = ()
    if str(day.isoweekday()) in row.weekdays:
        shift = shift_of(day, row.shift_start, row.shift_end, doors.zone)
        holes = [(one.starts_at, one.ends_at or shift[1]) for one in row.outages]
        on = without([shift], [hole for hole in holes if hole[0] < hole[1]])
    return Machine(row.id, row.cards_per_hour, timedelta(minutes=row.warm_up_minutes), on)


def _hand(row: PrintOperator, day: date, doors: Doors) -> Hand:
    away = day in {one.date for one in row.absences}
    shut = bool(holiday_on(doors.city, day)) and not row.on_holidays
    if away or shut or str(day.isoweekday()) not in row.weekdays:
        return Hand(row.id, ())
    shift = shift_of(day, row.shift_start, row.shift_end, doors.zone)
    return Hand(row.id, without([shift], _breaks(row, day, doors)))


def _breaks(row: PrintOperator, day: date, doors: Doors) -> list[Span]:
    if row.breaks:
        return [shift_of(day, begins, ends, doors.zone) for begins, ends in row.breaks]
    hours = hours_on(doors.city, day)
    return [
        (
            datetime.combine(day, rest.begins, doors.zone),
            datetime.combine(day, rest.ends, doors.zone),
        )
        for rest in (hours.rests if hours else ())
    ]


def add_printer(facts: PrinterFacts, by: int, doors: Doors) -> None:
    with transaction() as live:
        check_free(store.printer_named(facts.name), None)
        row = Printer(name=facts.name)
        _fill_printer(row, facts)
        live.add(row)
        live.flush()
        _record(live, "printer.add", f"printer:{row.id}", by, doors)


def change_printer(
    printer_id: int, facts: PrinterFacts, by: int, doors: Doors, *, active: bool
) -> None:
    with transaction() as live:
        row = _printer(printer_id)
        check_free(store.printer_named(facts.name), row.id)
        _fill_printer(row, facts)
        row.active = active
        _record(live, "printer.change", f"printer:{row.id}", by, doors)


def add_operator(facts: OperatorFacts, by: int, doors: Doors) -> None:
    with transaction() as live:
        check_free(store.operator_named(facts.name), None)
        row = PrintOperator(name=facts.name)
        _fill_operator(row, facts)
        live.add(row)
        live.flush()
        _record(live, "operator.add", f"operator:{row.id}", by, doors)


def change_operator(
    operator_id: int, facts: OperatorFacts, by: int, doors: Doors, *, active: bool
) -> None:
    with transaction() as live:
        row = _operator(operator_id)
        check_free(store.operator_named(facts.name), row.id)
        _fill_operator(row, facts)
        row.active = active
        _record(live, "operator.change", f"operator:{row.id}", by, doors)


def mark_away(operator_id: int, day: date, by: int, doors: Doors, *, away: bool) -> None:
    """Write down that an operator is not there on a day, or that he is after all."""
    with transaction() as live:
        row = _operator(operator_id)
        store.set_absence(live, row.id, day, away=away)
        now, subject = doors.clock.now(), f"operator:{row.id}"
        act = "operator.away" if away else "operator.back"
        audit.record(live, act, at=now, by=by, subject=subject, day=day.isoformat())


def tell_outage(
    printer_id: int, span: tuple[datetime, datetime | None], why: str, by: int, doors: Doors
) -> None:
    """Write down that a printer is out of order; without an end until somebody says so."""
    check_outage(*span)
    now = doors.clock.now()
    with transaction() as live:
        row = _printer(printer_id)
        live.add(
            PrinterOutage(
                printer_id=row.id, starts_at=span[0], ends_at=span[1], why=why[:200],
                told_at=now, by_user_id=by,
            )
        )  # fmt: skip
        audit.record(live, "printer.outage", at=now, by=by, subject=f"printer:{row.id}")


def end_outage(outage_id: int, by: int, doors: Doors) -> None:
    """Say that a printer runs again; an outage that has not begun is taken back."""
    now = doors.clock.now()
    with transaction() as live:
        row = store.outage_or_none(outage_id)
        if row is None or (row.ends_at is not None and row.ends_at <= now):
            raise Fault(NOT_FOUND, what=N_("Gangguan"))
        if row.starts_at >= now:
            live.delete(row)
        else:
            row.ends_at = now
        audit.record(live, "printer.runs", at=now, by=by, subject=f"printer:{row.printer_id}")


def _record(live: Live, act: str, subject: str, by: int, doors: Doors) -> None:
    audit.record(live, act, at=doors.clock.now(), by=by, subject=subject)


def _fill_printer(row: Printer, facts: PrinterFacts) -> None:
    row.name = facts.name.strip()
    row.cards_per_hour, row.warm_up_minutes = facts.cards_per_hour, facts.warm_up_minutes
    row.shift_start, row.shift_end = facts.shift.starts, facts.shift.ends
    row.weekdays = facts.shift.weekdays


def _fill_operator(row: PrintOperator, facts: OperatorFacts) -> None:
    row.name = facts.name.strip()
    row.shift_start, row.shift_end = facts.shift.starts, facts.shift.ends
    row.weekdays, row.on_holidays = facts.shift.weekdays, facts.on_holidays
    row.breaks = [list(pair) for pair in facts.breaks]


def _printer(printer_id: int) -> Printer:
    if row := store.printer_or_none(printer_id):
        return row
    raise Fault(NOT_FOUND, what=N_("Mesin cetak"))


def _operator(operator_id: int) -> PrintOperator:
    if row := store.operator_or_none(operator_id):
        return row
    raise Fault(NOT_FOUND, what=N_("Operator"))
