"""Which weak points a person wants to see."""

from dataclasses import dataclass

CLASH = "clash"


@dataclass(frozen=True, slots=True)
class WeakFilter:
    """By kelurahan (a code), and by a Confidence or CLASH; nothing means all that is weak."""

    kelurahan: str = ""
    confidence: str = ""
