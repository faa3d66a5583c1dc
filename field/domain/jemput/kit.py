"""The kit comes to the bed: a visit by a team that records somebody where he lies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

PROOFS = 2  # photos, as on the city's own form
SKILL = "kit"
TOO_FEW_PHOTOS = FaultKind(
    "kit.too_few_photos",
    Nature.BAD_INPUT,
    N_("Perekaman di rumah perlu dua foto bukti."),
    N_("Ambil satu foto saat perekaman dan satu foto orangnya dengan petugas."),
)


class KitState(StrEnum):
    WAITING = "waiting"
    ARRIVED = "arrived"
    RECORDED = "recorded"
    FAILED = "failed"
    REVIEW = "review"


class KitEventKind(StrEnum):
    KIT_ARRIVED = "kit_arrived"
    KIT_RECORDED = "kit_recorded"
    KIT_FAILED = "kit_failed"
    UNDONE = "undone"


@dataclass(frozen=True)
class KitTold:
    """What the fold needs of one event."""

    id: str
    device: str
    seq: int
    kind: KitEventKind
    photos: tuple[str, ...] = ()
    takes_back: str = ""
    believed: bool = False  # the office asked, and holds it to be true


def check_proof(photos: Sequence[str]) -> None:
    if len(set(photos)) < PROOFS:
        raise Fault(TOO_FEW_PHOTOS)


def fold_kit(events: Iterable[KitTold], *, called_off: bool = False) -> KitState:
    """Fold a visit's events; recorded without its proof, or against a failure, is looked into.

    A visit that was called off comes to nothing, unless the team recorded somebody all the same.
    """
    once = {event.id: event for event in events}.values()
    undone = {event.takes_back for event in once if event.kind is KitEventKind.UNDONE}
    standing = [event for event in once if event.id not in undone]
    recorded = [event for event in standing if event.kind is KitEventKind.KIT_RECORDED]
    failed = [event for event in standing if event.kind is KitEventKind.KIT_FAILED]
    if recorded:
        proven = all(one.believed or len(set(one.photos)) >= PROOFS for one in recorded)
        retried = all(_overtaken(failure, recorded) for failure in failed)
        return KitState.RECORDED if proven and retried else KitState.REVIEW
    if failed or called_off:
        return KitState.FAILED
    arrived = any(event.kind is KitEventKind.KIT_ARRIVED for event in standing)
    return KitState.ARRIVED if arrived else KitState.WAITING


def _overtaken(failure: KitTold, recorded: Iterable[KitTold]) -> bool:
    """A later try of the same team may succeed."""
    return any(one.device == failure.device and one.seq > failure.seq for one in recorded)
