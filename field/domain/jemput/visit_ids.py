"""What a visit's number in a problem stands for: a door with cards, an end of a trip, a kit visit.

Doors keep their household's id, so that documents written before jemput read as they did.
"""

from dataclasses import dataclass

TRIPS, KITS = 10**9, 2 * 10**9  # no household counts so far
PICKUP, DROPOFF = "pickup", "dropoff"


@dataclass(frozen=True, slots=True)
class VisitOf:
    """Exactly one of the three is given."""

    household: int | None = None
    trip: int | None = None
    end: str = ""
    kit: int | None = None


def trip_visit(trip_id: int, end: str) -> int:
    return TRIPS + 2 * trip_id + (end == DROPOFF)


def kit_visit(kit_id: int) -> int:
    return KITS + kit_id


def visit_of(number: int) -> VisitOf:
    if number >= KITS:
        return VisitOf(kit=number - KITS)
    if number >= TRIPS:
        trip, end = divmod(number - TRIPS, 2)
        return VisitOf(trip=trip, end=DROPOFF if end else PICKUP)
    return VisitOf(household=number)
