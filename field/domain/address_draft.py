"""An address being read: the text that is left, and the parts found so far."""

import re
from dataclasses import dataclass, field

from field.domain.fault import FaultKind
from field.domain.region_names import RegionNames
from field.domain.rt_rw import RtRw


@dataclass(slots=True)
class Draft:
    """Each step cuts its part out of the rest; what nobody claims becomes street and estate."""

    rest: str
    names: RegionNames
    street: list[str] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    number: str | None = None
    rt_rw: RtRw = field(default_factory=RtRw)
    kelurahan: str | None = None
    kecamatan: str | None = None
    landmark: list[str] = field(default_factory=list)
    notes: list[FaultKind] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Cut the first match out; a comma in its place keeps both sides apart."""
        match = pattern.search(self.rest)
        if match:
            self.cut(match.start(), match.end())
        return match

    def cut(self, start: int, end: int) -> None:
        self.rest = f"{self.rest[:start]}, {self.rest[end:]}"

    def take_kelurahan(self, key: str) -> bool:
        """Keep a kelurahan by its spelling, unless two share it and no kecamatan decides."""
        place = self.names.find_kelurahan(key, self.kecamatan)
        self.kelurahan = place.name if place else None
        return place is not None


def plain_number(written: str) -> str:
    """Write a house number one way: capitals, no spaces, no leading zeros."""
    plain = re.sub(r"\s+", "", written).upper().rstrip("/-")
    return plain.lstrip("0") or "0"
