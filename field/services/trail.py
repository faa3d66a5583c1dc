"""The audit trail as an admin reads it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from field.gateways.doors import Doors
from field.store import audit
from field.store.people import names_of, users
from field.store.tables import AuditEntry, User

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """Which entries to show; empty means all."""

    user_id: int | None = None
    act: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 1


@dataclass(frozen=True)
class Trail:
    """One page of the trail and what can be chosen from."""

    entries: tuple[AuditEntry, ...]
    total: int
    people: dict[int, str]
    acts: tuple[str, ...]
    everybody: tuple[User, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


def trail(wanted: Wanted, doors: Doors) -> Trail:
    """Return entries, newest first, fifty a page."""
    query = audit.Span(
        wanted.user_id,
        wanted.act,
        _midnight(wanted.since, doors),
        _midnight(wanted.until and wanted.until + timedelta(days=1), doors),
    )
    entries = audit.entries(query, PAGE, (max(1, wanted.page) - 1) * PAGE)
    people = names_of(entry.user_id for entry in entries if entry.user_id is not None)
    acts = tuple(audit.acts())
    return Trail(tuple(entries), audit.count(query), people, acts, tuple(users()))


def _midnight(day: date | None, doors: Doors) -> datetime | None:
    return datetime.combine(day, time.min, doors.zone) if day else None
