"""One answer to where an address is: how far to believe it, and what of the address it rests on."""

from dataclasses import dataclass
from enum import Enum

from field.domain.fault import FaultKind
from field.domain.place import Confidence, Point
from field.domain.text import N_


class Part(Enum):
    """What an address is compared by."""

    STREET = "street"
    BLOCK = "block"
    NUMBER = "number"
    NEAR_NUMBER = "near_number"  # between two that are known
    RT_RW = "rt_rw"
    LANDMARK = "landmark"
    KELURAHAN = "kelurahan"


PART_WORDS = {
    Part.STREET: N_("jalan"),
    Part.BLOCK: N_("perumahan atau blok"),
    Part.NUMBER: N_("nomor"),
    Part.NEAR_NUMBER: N_("nomor, di antara yang dikenal"),
    Part.RT_RW: N_("RT/RW"),
    Part.LANDMARK: N_("patokan"),
    Part.KELURAHAN: N_("kelurahan"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the address may mean. Score is how alike the names are, 0-100."""

    point: Point
    confidence: Confidence
    source: str
    label: str
    score: float = 0
    matched: tuple[Part, ...] = ()
    missed: tuple[Part, ...] = ()
    clash: FaultKind | None = None  # between the kelurahan that was said and where the point is
