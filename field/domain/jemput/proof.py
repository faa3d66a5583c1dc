"""When a no-show may stand: we came, waited, called, and took a photo; else somebody looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from field.domain.jemput.trip import TripEventKind

WAIT = timedelta(minutes=5)


@dataclass(frozen=True)
class Fact:
    """What the proof needs of one event of the same device."""

    kind: TripEventKind
    seq: int
    at: datetime
    photos: int = 0


def proven(no_show: Fact, facts: Iterable[Fact]) -> bool:
    """Tell whether arrival, a wait and a call came before it, and a photo with it."""
    before = [fact for fact in facts if fact.seq < no_show.seq]
    came = [fact.at for fact in before if fact.kind is TripEventKind.ARRIVED]
    called = any(fact.kind is TripEventKind.CALLED for fact in before)
    waited = bool(came) and no_show.at - max(came) >= WAIT
    return waited and called and no_show.photos > 0
