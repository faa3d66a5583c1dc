"""Roads that are closed or turned: reports decided, stretches drawn, ended early, put back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.regions import regions
from field.domain.closures import (
    ELSEWHERE,
    Cause,
    Stretch,
    Term,
    check_inside,
)
from field.domain.fault import NOT_FOUND, Fault
from field.domain.road_report import ALREADY_DECIDED, NO_ANSWER, ReportState
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.regions import city_box
from field.store import audit, closures
from field.store.db import transaction
from field.store.people import names_of
from field.store.photos import arrived
from field.store.tables import RoadClosure, RoadReport

Line = list[tuple[float, float]]  # lat, lon
Closure = RoadClosure  # as pages show it
_DECIDED = (ReportState.ACCEPTED, ReportState.REFUSED, ReportState.WITHDRAWN)


@dataclass(frozen=True)
class Actor:
    """Who decides, and for which kecamatan; None is the whole city."""

    user_id: int
    kecamatan: str | None


@dataclass(frozen=True)
class Drawing:
    """What a person asks for: where, what holds there, from when to when, and why."""

    stretch: Stretch
    term: Term
    cause: Cause


@dataclass(frozen=True)
class ReportView:
    """A report with who told it and which of its pictures have arrived."""

    row: RoadReport
    courier: str
    photos: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A stretch on a map: the roads that it means, or how it was drawn where it means none."""

    row: RoadClosure
    lines: list[Line]


def waiting(kecamatan: str | None) -> list[ReportView]:
    return _views(closures.reports(kecamatan, [ReportState.NEW]))


def decided(kecamatan: str | None) -> list[ReportView]:
    return _views(closures.reports(kecamatan, _DECIDED))


def report(report_id: int, kecamatan: str | None) -> ReportView:
    return _views([_report(report_id, kecamatan)])[0]


def standing(doors: Doors) -> list[RoadClosure]:
    """Return what counts today or later, in the whole city: it concerns everybody's routes."""
    return closures.standing(_today(doors))


def past(doors: Doors) -> list[RoadClosure]:
    return closures.past(_today(doors))


def shown_on(day: date, doors: Doors) -> list[Shown]:
    """Return what counts on a day, as lines to draw."""
    return _shown(closures.in_force(day), doors)


def shown_from(doors: Doors) -> list[Shown]:
    """The same for what counts today or later."""
    return _shown(standing(doors), doors)


def meant(stretch: Stretch, doors: Doors) -> list[Line]:
    """Return the roads that a drawing would close or turn."""
    check_inside(stretch.points, city_box(doors.city))
    return doors.roads.meant(stretch)


def draw(drawing: Drawing, by: Actor, doors: Doors) -> int:
    """Close a stretch, or turn it; the next matrix goes by it. Returns its id."""
    _check_mine(drawing.stretch, by, doors)
    now = doors.clock.now()
    drawing.term.checked(_today(doors))
    with transaction() as live:
        row = _new(drawing, by, doors)
        live.add(row)
        live.flush()
        audit.record(
            live, "closure.draw", at=now, by=by.user_id, subject=f"closure:{row.id}",
            effect=row.effect, begins=str(row.begins), ends=str(row.ends),
        )  # fmt: skip
        return row.id


def accept(report_id: int, drawing: Drawing, by: Actor, doors: Doors) -> int:
    """Believe a report: what it says is closed from now on. Returns the id of the closure."""
    check_inside(drawing.stretch.points, city_box(doors.city))
    now = doors.clock.now()
    drawing.term.checked(_today(doors))
    with transaction() as live:
        row = _decide(report_id, ReportState.ACCEPTED, by, doors)
        closure = _new(drawing, by, doors)
        closure.report_id, closure.kecamatan = row.id, row.kecamatan
        live.add(closure)
        live.flush()
        audit.record(
            live, "road_report.accept", at=now, by=by.user_id, subject=f"road_report:{row.id}",
            closure=closure.id, ends=str(closure.ends),
        )  # fmt: skip
        return closure.id


def refuse(report_id: int, answer: str, by: Actor, doors: Doors) -> None:
    if not answer.strip():
        raise Fault(NO_ANSWER)
    with transaction() as live:
        row = _decide(report_id, ReportState.REFUSED, by, doors)
        row.answer = answer.strip()[:2000]
        subject = f"road_report:{row.id}"
        audit.record(
            live, "road_report.refuse", at=doors.clock.now(), by=by.user_id, subject=subject
        )


def reopen(report_id: int, by: Actor, doors: Doors) -> None:
    """Take back a refusal: the report waits again."""
    with transaction() as live:
        row = _report(report_id, by.kecamatan)
        if row.state != ReportState.REFUSED:
            raise Fault(ALREADY_DECIDED)
        row.state, row.decided_at, row.decided_by, row.answer = (
            ReportState.NEW.value,
            None,
            None,
            "",
        )
        subject = f"road_report:{row.id}"
        audit.record(
            live, "road_report.reopen", at=doors.clock.now(), by=by.user_id, subject=subject
        )


def lift(closure_id: int, by: Actor, doors: Doors) -> None:
    """End a closure now, whatever its last day; it may be put back."""
    _set_lifted(closure_id, by, doors, is_lifted=True)


def put_back(closure_id: int, by: Actor, doors: Doors) -> None:
    """Let a closure count again that was ended early."""
    _set_lifted(closure_id, by, doors, is_lifted=False)


def _set_lifted(closure_id: int, by: Actor, doors: Doors, *, is_lifted: bool) -> None:
    now = doors.clock.now()
    with transaction() as live:
        row = closures.closure_or_none(closure_id)
        if row is None or by.kecamatan not in (None, row.kecamatan):
            raise Fault(NOT_FOUND, what=N_("Penutupan jalan"))
        if (row.lifted_at is not None) == is_lifted:
            return  # the button was pressed twice
        row.lifted_at, row.lifted_by = (now, by.user_id) if is_lifted else (None, None)
        act = "closure.lift" if is_lifted else "closure.put_back"
        audit.record(live, act, at=now, by=by.user_id, subject=f"closure:{row.id}")


def _new(drawing: Drawing, by: Actor, doors: Doors) -> RoadClosure:
    row = closures.new_closure(drawing.stretch, drawing.term, drawing.cause)
    row.kecamatan, row.created_at, row.created_by = by.kecamatan, doors.clock.now(), by.user_id
    return row


def _decide(report_id: int, state: ReportState, by: Actor, doors: Doors) -> RoadReport:
    row = _report(report_id, by.kecamatan)
    if row.state != ReportState.NEW:
        raise Fault(ALREADY_DECIDED)
    row.state, row.decided_at, row.decided_by = state.value, doors.clock.now(), by.user_id
    return row


def _report(report_id: int, kecamatan: str | None) -> RoadReport:
    row = closures.report_or_none(report_id)
    if row is None or kecamatan not in (None, row.kecamatan):
        raise Fault(NOT_FOUND, what=N_("Laporan jalan"))
    return row


def _check_mine(stretch: Stretch, by: Actor, doors: Doors) -> None:
    """A stretch may run on into the next kecamatan, but not lie there altogether."""
    check_inside(stretch.points, city_box(doors.city))
    if by.kecamatan is None:
        return
    known = regions(doors.city)
    found = (known.kelurahan_at(point.lat, point.lon) for point in stretch.points)
    if by.kecamatan not in {place.kecamatan.code for place in found if place}:
        raise Fault(ELSEWHERE)


def _views(rows: Sequence[RoadReport]) -> list[ReportView]:
    names = names_of(row.user_id for row in rows)
    here = arrived(sha256 for row in rows for sha256 in row.photos)
    return [
        ReportView(row, names.get(row.user_id, ""), tuple(one for one in row.photos if one in here))
        for row in rows
    ]


def _shown(rows: Iterable[RoadClosure], doors: Doors) -> list[Shown]:
    return [Shown(row, doors.roads.meant(closures.stretch_of(row))) for row in rows]


def _today(doors: Doors) -> date:
    return local_date(doors.clock.now(), doors.zone)
