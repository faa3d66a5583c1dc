"""Cards whose door a jemput car visits anyway: that car brings them, and no courier goes there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from field.domain.jemput.asked import JemputAsked, TripAsked
from field.domain.jemput.trip import Leg
from field.domain.place import Point, metres_between
from field.problems.day import Member, Visit
from field.problems.jemput_day import Outing

NEAR_M = 150.0
"""Two addresses farther apart are two doors, though somebody's card lies at the one of them."""


def gone_along(
    visits: Iterable[Visit],
    crew: Iterable[Member],
    trips: Mapping[int, int],
    asked: JemputAsked,
    fetched: Outing,
) -> list[Visit]:
    """Return the visits, those that a car makes on its way marked and standing where it stands.

    Args:
        visits: doors with cards. One that is somebody's already stays with him.
        crew: who is on duty; without a car among them nothing goes along.
        trips: a card's trip, where somebody of its door is driven.
        asked: the trips of the day.
        fetched: those of them for which there is a turn.
    """
    if not any(member.spaces for member in crew):
        return [*visits]
    home = {ride.trip_id for ride in fetched.rides if ride.leg is Leg.RETURN}
    by_id = {trip.id: trip for trip in asked.trips if trip.id in home}

    def along(visit: Visit) -> Visit:
        found = (by_id.get(trips.get(card, 0)) for card in visit.cards)
        trip = next((one for one in found if one and _same_door(visit, one)), None)
        if trip is None or visit.pinned is not None:
            return visit
        return replace(visit, place=trip.stands_at, along=True)

    return [along(visit) for visit in visits]


def _same_door(visit: Visit, trip: TripAsked) -> bool:
    if visit.place is None or trip.door is None:
        return False
    return metres_between(Point(*visit.place), Point(*trip.door)) <= NEAR_M
