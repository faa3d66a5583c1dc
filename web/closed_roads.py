"""The roads that are closed or turned on a day, as any of our maps draws and says them."""

from dataclasses import dataclass
from datetime import date

from field.domain.closures import Shape
from field.domain.drawn import Line
from field.domain.place import Box, Point
from field.services.closures import Shown, shown_on
from web.closure_words import sentence
from web.doors import doors


@dataclass(frozen=True, slots=True)
class Road:
    """A stretch as it is drawn and said; it concerns some vehicle classes only."""

    effect: str
    words: str
    lines: tuple[Line, ...]
    profiles: frozenset[str]

    def concerns(self, vehicle: str) -> bool:
        """Whether it matters to this vehicle, or to who walks from it."""
        return bool(self.profiles & {vehicle, "foot"})

    def touches(self, box: Box) -> bool:
        return any(box.holds(point) for line in self.lines for point in line)


def roads_on(day: date) -> tuple[Road, ...]:
    return tuple(_road(shown) for shown in shown_on(day, doors()))


def _road(shown: Shown) -> Road:
    row = shown.row
    return Road(row.effect, sentence(row), tuple(_lines(shown)), frozenset(row.profiles))


def _lines(shown: Shown) -> list[Line]:
    """Return the roads that are meant; a stretch that means none is shown as it was drawn."""
    if shown.lines:
        return [[Point(lat, lon) for lat, lon in line] for line in shown.lines]
    drawn = [Point(lat, lon) for lat, lon in shown.row.points]
    return [[*drawn, drawn[0]] if shown.row.shape == Shape.AREA else drawn]
