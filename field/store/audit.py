"""The audit trail: every act that changes data leaves an entry in its own transaction."""

from datetime import datetime

from field.store.db import Live
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
