"""Road reports and closures as rows, and the stretches that count on a day."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, true

from field.domain.closures import Cause, Effect, Shape, Stretch, Term
from field.domain.event import EventKind
from field.domain.place import Point
from field.domain.road_report import Reported, ReportState, after_undo
from field.store.db import Live, session
from field.store.events import events_of
from field.store.tables import Event, RoadClosure, RoadReport

_PAST = 50  # rows of history that a page shows


def stretches_on(day: date) -> list[Stretch]:
    """Return what counts on a day in the whole city, the oldest first."""
    return [stretch_of(row) for row in in_force(day)]


def in_force(day: date) -> list[RoadClosure]:
    query = select(RoadClosure).where(
        RoadClosure.lifted_at.is_(None),
        RoadClosure.begins <= day,
        or_(RoadClosure.ends.is_(None), RoadClosure.ends >= day),
    )
    return list(session().scalars(query.order_by(RoadClosure.id)))


def standing(day: date) -> list[RoadClosure]:
    """Return what counts on a day or will count later, what begins first first."""
    still = or_(RoadClosure.ends.is_(None), RoadClosure.ends >= day)
    query = select(RoadClosure).where(RoadClosure.lifted_at.is_(None), still)
    return list(session().scalars(query.order_by(RoadClosure.begins, RoadClosure.id)))


def past(day: date) -> list[RoadClosure]:
    """Return what counted once, the newest first."""
    query = select(RoadClosure).where(
        or_(RoadClosure.lifted_at.is_not(None), RoadClosure.ends < day)
    )
    return list(session().scalars(query.order_by(RoadClosure.id.desc()).limit(_PAST)))


def stretch_of(row: RoadClosure) -> Stretch:
    points = tuple(Point(lat, lon) for lat, lon in row.points)
    return Stretch(Shape(row.shape), points, Effect(row.effect), frozenset(row.profiles))


def new_closure(stretch: Stretch, term: Term, cause: Cause) -> RoadClosure:
    """Return a row that says no more than what was drawn; who and when is the caller's."""
    return RoadClosure(
        shape=stretch.shape.value,
        points=[[point.lat, point.lon] for point in stretch.points],
        effect=stretch.effect.value,
        profiles=sorted(stretch.profiles),
        begins=term.begins,
        ends=term.ends,
        reason=cause.reason,
        note=cause.note.strip(),
    )


def closure_or_none(closure_id: int) -> RoadClosure | None:
    query = select(RoadClosure).where(RoadClosure.id == closure_id).with_for_update()
    return session().scalar(query)


def report_or_none(report_id: int) -> RoadReport | None:
    query = select(RoadReport).where(RoadReport.id == report_id).with_for_update()
    return session().scalar(query.execution_options(populate_existing=True))


def reports(
    kecamatan: str | None, states: Collection[ReportState], most: int = _PAST
) -> list[RoadReport]:
    """Return reports in these states, the newest first."""
    query = select(RoadReport).where(*_told_in(kecamatan, states))
    return list(session().scalars(query.order_by(RoadReport.id.desc()).limit(most)))


def count_new(kecamatan: str | None) -> int:
    conditions = _told_in(kecamatan, [ReportState.NEW])
    return session().scalar(select(func.count(RoadReport.id)).where(*conditions)) or 0


def _told_in(kecamatan: str | None, states: Iterable[ReportState]) -> list[ColumnElement[bool]]:
    mine = true() if kecamatan is None else RoadReport.kecamatan == kecamatan
    return [RoadReport.state.in_([state.value for state in states]), mine]


def take_reports(live: Live, kecamatan_of: dict[str, str], new: Collection[str]) -> int:
    """Keep what new events report of roads; returns how many reports are new.

    Args:
        live: the transaction.
        kecamatan_of: of the doors, by the visits that events came for.
        new: the ids of events that were not here before.
    """
    count = 0
    for visit, events in events_of(kecamatan_of).items():
        told = [event for event in events if event.kind == EventKind.BLOCKED]
        for event in told:
            if event.id in new:
                live.add(_report(event, kecamatan_of[visit]))
                count += 1
        if told:
            live.flush()
            _settle(visit, events)
    return count


def _settle(visit: str, events: Iterable[Event]) -> None:
    """What was taken back is withdrawn, in whatever order both arrived."""
    undone = {event.data.get("takes_back") for event in events if event.kind == EventKind.UNDONE}
    for report in session().scalars(select(RoadReport).where(RoadReport.visit == visit)):
        report.state = after_undo(report.state, undone=report.event_id in undone)


def _report(event: Event, kecamatan: str) -> RoadReport:
    told = Reported.of(event.data)
    return RoadReport(
        event_id=event.id,
        visit=event.visit,
        kecamatan=kecamatan,
        user_id=event.user_id,
        at=event.at_corrected,
        lat=told.lat,
        lon=told.lon,
        accuracy=told.accuracy,
        profiles=list(told.profiles),
        reason=told.reason,
        note=told.note,
        photos=list(event.photos),
        state=ReportState.NEW.value,
    )
