"""What lies below every route of a day: the city, and the roads that are closed or turned."""

from dataclasses import dataclass
from datetime import date

from field.domain.closures import Shape
from field.domain.drawn import Line
from field.domain.place import Point
from field.services.closures import Shown, shown_on
from web.closure_words import term, title, who
from web.doors import doors


@dataclass(frozen=True, slots=True)
class Road:
    """A stretch as it is drawn and said; it concerns some vehicle classes only."""

    effect: str
    words: str
    lines: tuple[Line, ...]
    profiles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    city: str
    roads: tuple[Road, ...] = ()


def ground_on(day: date) -> Ground:
    return Ground(doors().city, tuple(_road(shown) for shown in shown_on(day, doors())))


def _road(shown: Shown) -> Road:
    row = shown.row
    words = f"{title(row)} ({who(row.profiles)}), {term(row)}"
    return Road(row.effect, words, tuple(_lines(shown)), frozenset(row.profiles))


def _lines(shown: Shown) -> list[Line]:
    """Return the roads that are meant; a stretch that means none is shown as it was drawn."""
    if shown.lines:
        return [[Point(lat, lon) for lat, lon in line] for line in shown.lines]
    drawn = [Point(lat, lon) for lat, lon in shown.row.points]
    return [[*drawn, drawn[0]] if shown.row.shape == Shape.AREA else drawn]
