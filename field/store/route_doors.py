"""The doors that the visits of a plan lead to, and where the car of a published trip stands."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from field.domain.jemput.trip import Leg
from field.domain.jemput.visit_ids import PICKUP, visit_of
from field.domain.leg import Leg as Way
from field.domain.leg import read_leg
from field.domain.place import Point
from field.store.db import session
from field.store.planning import points_of
from field.store.rides import trips_by_id
from field.store.tables import Manifest, Stop, Trip


def doors_of(homes: Mapping[int, int]) -> dict[int, Point]:
    """Return the door of each visit (by its number, its household given), as far as it is known.

    An end of a trip that lies at an office has none.
    """
    points, legs = points_of(set(homes.values())), _legs(homes)
    return {
        number: points[home]
        for number, home in homes.items()
        if home in points and _at_home(number, legs)
    }


def way_to_home(trip: Trip) -> Way | None:
    """Return the published leg that ends where the car stands for the trip's household."""
    visit = trip.pickup_visit if trip.leg == Leg.OUTBOUND else trip.dropoff_visit
    query = (
        select(Manifest.legs)
        .join(Stop, Stop.manifest_id == Manifest.id)
        .where(Stop.visit == visit, Manifest.replaced_at.is_(None))
    )
    kept = (session().scalar(query) or {}).get("stops", {}).get(visit)
    return read_leg(kept) if kept else None


def _legs(numbers: Iterable[int]) -> dict[int, str]:
    wanted = (visit_of(number).trip for number in numbers)
    trips = trips_by_id(trip for trip in wanted if trip is not None)
    return {number: trip.leg for number, trip in trips.items()}


def _at_home(number: int, legs: Mapping[int, str]) -> bool:
    visit = visit_of(number)
    if visit.trip is None:
        return True
    fetched_at_home = legs.get(visit.trip) == Leg.OUTBOUND
    return fetched_at_home == (visit.end == PICKUP)
