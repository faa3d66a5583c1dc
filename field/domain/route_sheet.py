"""A route as it stands on paper and map. It has no place for a NIK, not even for a part of one."""

from dataclasses import dataclass
from datetime import date, datetime

from field.domain.jemput.errand import Errand
from field.domain.leg import Leg
from field.domain.place import Confidence, Point


@dataclass(frozen=True, slots=True)
class SheetCard:
    """One envelope: its random code and whose it is."""

    code: str
    name: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class SheetStop:
    """One door, in the order of the route."""

    household_id: int
    sequence: int
    arrival: datetime
    cards: tuple[SheetCard, ...]
    door: str  # street and number, or the address as somebody wrote it
    rt: str
    rw: str
    kelurahan: str
    kecamatan: str
    landmark: str
    brief: str
    visits_before: int
    point: Point | None
    confidence: Confidence | None
    handpicked: bool
    leg: Leg | None = None  # the way to this door; routes of earlier versions have none
    errand: Errand | None = None  # a stop of jemput: `door` and `point` are its office's or home's

    @property
    def at_home(self) -> bool:
        """Whether it is at the people's own door, not at the office where they are recorded."""
        return self.errand is None or not self.errand.office

    @property
    def name(self) -> str:
        names = self.errand.people if self.errand else tuple(card.name for card in self.cards)
        return names[0] if names else "-"

    @property
    def rt_rw(self) -> str:
        """RT 003/RW 007, as far as it is known."""
        parts = (f"RT {self.rt}" if self.rt else "", f"RW {self.rw}" if self.rw else "")
        return "/".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a route begins or ends."""

    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """One courier's route of one day, as published."""

    manifest_id: int
    number: int
    version: int
    date: date
    courier: str
    title: str
    vehicle: str
    kecamatan: str | None
    only_handpicked: bool
    starts_at: datetime
    ends_at: datetime
    distance_m: int
    duration_s: int
    start: Spot | None
    end: Spot | None
    replaced: bool
    stops: tuple[SheetStop, ...]
    home: Leg | None = None  # the way back

    @property
    def cards(self) -> int:
        return sum(len(stop.cards) for stop in self.stops)

    @property
    def doors(self) -> int:
        return len(self.stops)

    @property
    def without_point(self) -> int:
        return sum(stop.point is None for stop in self.stops)

    @property
    def any_handpicked(self) -> bool:
        return any(stop.handpicked for stop in self.stops)

    @property
    def points(self) -> list[Point]:
        """The way as it is drawn: office, doors in order, office."""
        ends = (self.start.point if self.start else None, self.end.point if self.end else None)
        way = [ends[0], *(stop.point for stop in self.stops), ends[1]]
        return [point for point in way if point is not None]
