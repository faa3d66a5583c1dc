"""Cards and visits counted by area, for maps of a kecamatan or of the city."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, true

from field.domain.card import ENDED, UNPRINTED, Place
from field.domain.event import EventKind
from field.domain.place import Confidence
from field.store.db import session
from field.store.tables import Card, Event, Household, Stop

# Printed, and not with its person: what is still in the print queue waits for a printer.
WAITING = tuple(place.value for place in Place if place not in (*UNPRINTED, *ENDED))
OUTCOMES = (EventKind.DELIVERED.value, EventKind.FAILED.value)
CELLS = 2000  # a degree: a cell of the heat map is some 55 m wide


@dataclass(frozen=True, slots=True)
class WaitingArea:
    """The cards that wait in one RT, and the middle of their doors; None without any point."""

    kelurahan: str
    rw: str
    rt: str
    cards: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One standing word on a visit: which visit, whether something was handed over, and where."""

    visit: str
    delivered: bool
    kelurahan: str


def waiting_by_rt(kecamatan: str | None) -> list[WaitingArea]:
    query = (
        select(
            Household.kelurahan,
            Household.rw,
            Household.rt,
            func.count(Card.id),
            func.avg(Household.lat),
            func.avg(Household.lon),
        )
        .join(Card.household)
        .where(Card.place.in_(WAITING), _in(kecamatan))
        .group_by(Household.kelurahan, Household.rw, Household.rt)
        .order_by(Household.kelurahan, Household.rw, Household.rt)
    )
    return [WaitingArea(*row) for row in session().execute(query)]


def waiting_cells(kecamatan: str | None) -> list[tuple[float, float, int]]:
    """Return the middle of each cell with waiting cards, and their number.

    A point that is only the kelurahan's middle would make a hot spot where nobody lives.
    """
    row, column = func.round(Household.lat * CELLS), func.round(Household.lon * CELLS)
    query = (
        select(row, column, func.count(Card.id))
        .join(Card.household)
        .where(Card.place.in_(WAITING), _in(kecamatan), Household.lat.is_not(None))
        .where(Household.confidence != Confidence.KELURAHAN.value)
        .group_by(row, column)
        .order_by(row, column)
    )
    return [(lat / CELLS, lon / CELLS, count) for lat, lon, count in session().execute(query)]


def cards_by_kelurahan(kecamatan: str | None) -> dict[str, dict[str, int]]:
    """Return how many cards of each kelurahan are where."""
    query = (
        select(Household.kelurahan, Card.place, func.count(Card.id))
        .join(Card.household)
        .where(_in(kecamatan))
        .group_by(Household.kelurahan, Card.place)
    )
    found: dict[str, dict[str, int]] = {}
    for row in session().execute(query):
        found.setdefault(row[0], {})[row[1]] = row[2]
    return found


def outcomes(kecamatan: str | None, begin: datetime, end: datetime) -> Iterator[Outcome]:
    """Return what was said of visits between two moments, and not taken back."""
    undone = select(Event.data["takes_back"].as_string()).where(Event.kind == EventKind.UNDONE)
    taken_back = set(session().scalars(undone))
    query = (
        select(Event.id, Event.visit, Event.kind, Household.kelurahan)
        .join(Stop, Stop.visit == Event.visit)
        .join(Stop.household)
        .where(Event.kind.in_(OUTCOMES), Event.at_corrected >= begin, Event.at_corrected < end)
        .where(_in(kecamatan))
        .distinct()
    )
    for event, visit, kind, code in session().execute(query):
        if event not in taken_back:
            yield Outcome(visit, kind == EventKind.DELIVERED, code)


def _in(kecamatan: str | None) -> ColumnElement[bool]:
    return true() if kecamatan is None else Household.kecamatan == kecamatan
