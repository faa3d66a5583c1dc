"""Who lost a turn to an outage gets another: first within the hours he was told, then that day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from field.domain.jemput.booth import Appointment, Booth
from field.domain.jemput.turns import Wanting, give_turns


@dataclass(frozen=True)
class Rebooked:
    """By outbound trip: the new turns, and who has none that day."""

    moved: dict[int, Appointment]
    without: tuple[int, ...]


def rebook(booths: Sequence[Booth], wanting: Sequence[Wanting], closes: datetime) -> Rebooked:
    """Move as few as may be; who lost a turn chooses before anybody else.

    Args:
        booths: the office's devices with their outages.
        wanting: everybody with a turn that day, each with the turn that he was told.
        closes: until when somebody may be asked to wait.
    """
    first = give_turns(booths, wanting)
    lost = set(first.bumped)
    found = {trip: first.given[trip] for trip in lost if trip in first.given}
    if first.without:
        told = [_held(one, found) for one in wanting if one.trip not in first.without]
        late = [
            replace(one, kept=None, bumped=True, closes=max(one.opens, closes - one.duration))
            for one in wanting
            if one.trip in first.without
        ]
        second = give_turns(booths, [*told, *late])
        found |= {trip: second.given[trip] for trip in first.without if trip in second.given}
    return Rebooked(found, tuple(trip for trip in first.without if trip not in found))


def _held(one: Wanting, found: dict[int, Appointment]) -> Wanting:
    return replace(one, kept=found[one.trip].start) if one.trip in found else one
