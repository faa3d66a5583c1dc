"""Earlier tries at a door, from the events of days gone by."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from field.domain.event import EventKind
from field.store.db import session
from field.store.tables import Event, Manifest, Stop


@dataclass(frozen=True)
class Attempt:
    """One failed try: when, and why."""

    date: date
    reason: str  # a code of FAILURE_REASONS
    note: str


def failed_attempts(household_ids: Iterable[int], before: date) -> dict[int, list[Attempt]]:
    """Return the failed tries of these households before a day, newest first."""
    query = (
        select(Stop.household_id, Manifest.date, Event)
        .join(Manifest, Manifest.id == Stop.manifest_id)
        .join(Event, Event.visit == Stop.visit)
        .where(Stop.household_id.in_(set(household_ids)), Manifest.date < before)
        .order_by(Event.order.desc())
    )
    rows = session().execute(query).all()
    undone = {str(event.data.get("takes_back")) for _, _, event in rows}
    found: dict[int, dict[str, Attempt]] = defaultdict(dict)
    for household_id, day, event in rows:
        if event.kind == EventKind.FAILED and event.id not in undone:
            reason, note = str(event.data.get("reason")), str(event.data.get("note", ""))
            found[household_id][event.id] = Attempt(day, reason, note)
    return {household_id: list(tries.values()) for household_id, tries in found.items()}
