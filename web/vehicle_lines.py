"""How a line on a map tells the vehicle class, in black and white too: by its strokes.

Motor is one line, mobil a double one as a wide road has two edges, on foot a thin one. Colours
and dashes are left for routes, dots for the walk to a door.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.text import N_


@dataclass(frozen=True, slots=True)
class Stroke:
    """Weights in pixels on screens; a pixel is 0.225 mm on paper."""

    weight: float
    core: float  # of the white line in the middle; 0 for none
    words: str


STROKES = {
    "motor": Stroke(4, 0, N_("Garis tunggal: sepeda motor.")),
    "mobil": Stroke(7, 2.5, N_("Garis ganda: mobil.")),
    "foot": Stroke(2, 0, N_("Garis tipis: petugas berjalan kaki.")),
}


def strokes_of(vehicles: Iterable[str]) -> dict[str, Stroke]:
    """Return the strokes of the classes that are there, for a legend."""
    there = set(vehicles)
    return {vehicle: stroke for vehicle, stroke in STROKES.items() if vehicle in there}
