"""The audit trail: every act that changes data leaves an entry in its own transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from field.store.db import Live, session
from field.store.tables import AuditEntry


def record(
    live: Live,
    act: str,
    *,
    at: datetime,
    by: int | None,
    subject: str = "",
    **detail: object,
) -> None:
    """Add an entry; `detail` holds ids and counts only."""
    live.add(AuditEntry(at=at, user_id=by, act=act, subject=subject, detail=detail))


def latest_or_none(act: str, subject: str) -> AuditEntry | None:
    """Return the last time that this was done to that."""
    query = select(AuditEntry).where(AuditEntry.act == act, AuditEntry.subject == subject)
    return session().scalar(query.order_by(AuditEntry.id.desc()).limit(1))


@dataclass(frozen=True)
class Span:
    """Which entries: by whom, what, from when and before when; None or empty means any."""

    user_id: int | None
    act: str
    since: datetime | None
    until: datetime | None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.user_id is not None:
            found.append(AuditEntry.user_id == self.user_id)
        if self.act:
            found.append(AuditEntry.act == self.act)
        if self.since is not None:
            found.append(AuditEntry.at >= self.since)
        if self.until is not None:
            found.append(AuditEntry.at < self.until)
        return found


def entries(span: Span, limit: int, offset: int) -> list[AuditEntry]:
    """Return entries, newest first."""
    query = select(AuditEntry).where(*span.conditions).order_by(AuditEntry.id.desc())
    return list(session().scalars(query.limit(limit).offset(offset)))


def count(span: Span) -> int:
    query = select(func.count()).select_from(AuditEntry).where(*span.conditions)
    return session().scalar(query) or 0


def acts() -> list[str]:
    """Return every kind of act on record."""
    return list(session().scalars(select(AuditEntry.act).distinct().order_by(AuditEntry.act)))
