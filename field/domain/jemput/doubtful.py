"""What is told of a trip against something else: at most one of them is believed."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.event import EventKind

ENDINGS = frozenset(
    {
        EventKind.NO_SHOW,
        EventKind.CANCELLED_AT_DOOR,
        EventKind.LATE_CANCELLED,
        EventKind.CANCELLED,
        EventKind.MISSED,
        EventKind.KIT_FAILED,
    }
)
TRAVELLED = frozenset(
    {
        EventKind.ABOARD,
        EventKind.DROPPED,
        EventKind.AT_OFFICE,
        EventKind.HOME,
        EventKind.HOME_OWN_WAY,
        EventKind.KIT_RECORDED,
    }
)


@dataclass(frozen=True)
class Said:
    """One standing fact of a trip, and of whom it speaks (nobody named: of all)."""

    id: str
    kind: EventKind
    people: frozenset[int] = frozenset()


def against(chosen: Said, standing: Iterable[Said]) -> list[Said]:
    """Return what cannot be true beside the chosen one."""
    return [
        one
        for one in standing
        if one.id != chosen.id and _clash(chosen.kind, one.kind) and _share(chosen, one)
    ]


def _clash(one: EventKind, other: EventKind) -> bool:
    """He went or he did not; and of two reasons why not, one is the reason."""
    if one in ENDINGS:
        return other in TRAVELLED or (other in ENDINGS and other is not one)
    return one in TRAVELLED and other in ENDINGS


def _share(one: Said, other: Said) -> bool:
    return not one.people or not other.people or bool(one.people & other.people)


def left_over(taken: Said, chosen: Said, everybody: frozenset[int]) -> frozenset[int]:
    """Return of whom the fact that is taken back still holds."""
    if not chosen.people:
        return frozenset()
    return (taken.people or everybody) - chosen.people
