"""What the office itself adds to a stop's events: taking back what is not true."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from field.domain.event import EventKind
from field.domain.paper import office_device, office_event
from field.store.custody import Why
from field.store.db import Live
from field.store.events import Arrival, add_event, next_seq


@dataclass(frozen=True)
class Word:
    """One event of the office, at a stop of some version of a manifest."""

    visit: str
    version: int
    kind: EventKind
    data: dict[str, object]
    at: datetime | None = None  # when it happened, now where nothing is said


def taken_back(event_id: str, visit: str, version: int, reason: str) -> Word:
    data: dict[str, object] = {"takes_back": event_id, "reason": reason[:2000]}
    return Word(visit, version, EventKind.UNDONE, data)


def say(live: Live, words: Iterable[Word], why: Why) -> set[str]:
    """Write the office's words down; returns the ids of the new events."""
    by = why.by or 0
    seq = next_seq(office_device(by))
    new: set[str] = set()
    for place, word in enumerate(words):
        id_, at = str(uuid.uuid4()), word.at or why.at
        event = office_event(id_, word.visit, word.kind, seq + place, at, word.data, word.version)
        add_event(live, event, Arrival(office_device(by), by, at, why.at, source="office"))
        new.add(id_)
    return new
