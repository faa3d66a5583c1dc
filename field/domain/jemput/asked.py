"""What is asked of a day of jemput: one way of a household, or a visit with the kit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from field.domain.jemput.booth import Booth
from field.domain.jemput.needs import Rider
from field.domain.jemput.trip import Leg

Place = tuple[float, float]  # lat, lon


@dataclass(frozen=True)
class Asked:
    """What trips and kit visits have in common."""

    id: int  # of the trip or kit visit
    request_id: int
    household_id: int
    door: Place | None
    meet: Place | None  # where the car can stand, when somebody said so
    kelurahan: str
    opens: datetime | None
    closes: datetime | None
    asked_at: datetime
    priority: bool
    riders: tuple[tuple[int, Rider], ...]  # by person
    medicine_hours: tuple[str, ...] = ()

    @property
    def stands_at(self) -> Place | None:
        return self.meet or self.door


@dataclass(frozen=True)
class TripAsked(Asked):
    leg: Leg = Leg.OUTBOUND
    office: str = ""
    will_call: bool = False
    evening_id: int | None = None
    turn_at: datetime | None = None  # what the household was told
    turn_s: int = 0
    bumped: bool = False


@dataclass(frozen=True)
class KitAsked(Asked):
    service_s: int = 0


@dataclass(frozen=True)
class JemputAsked:
    """All of a day; booths by office, those of an evening by its id."""

    trips: Sequence[TripAsked] = ()
    kits: Sequence[KitAsked] = ()
    booths: dict[str, tuple[Booth, ...]] | None = None
    evening_booths: dict[int, tuple[Booth, ...]] | None = None

    @property
    def places(self) -> list[Place]:
        """Where cars are to stand."""
        return [one.stands_at for one in (*self.trips, *self.kits) if one.stands_at]

    def booths_for(self, trip: TripAsked) -> tuple[Booth, ...]:
        """An office that listed no device has one: it records people every day."""
        if trip.evening_id is not None and self.evening_booths:
            return self.evening_booths.get(trip.evening_id, (Booth(0),))
        return (self.booths or {}).get(trip.office, (Booth(0),))
