"""Trips of a day for others: names after the transactional data specification (TDS) of transit.

No name, NIK or telephone number leaves here: a ticket's code stands for a household.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from field.domain.jemput.needs import Aid, Rider, spaces_of
from field.domain.jemput.trip import NOT_TRAVELLED, TripState
from field.gateways.city_days import office_place
from field.gateways.doors import Doors
from field.store.settings import settings
from field.store.tables import Trip
from field.store.trips_of_day import trips_of_day

Ticket = dict[str, object]
Place = tuple[float | None, float | None]

STATUS = {
    TripState.HOME: "completed",
    TripState.AT_OFFICE: "completed",
    TripState.DROPPED: "completed",
    TripState.ABOARD: "in_progress",
    TripState.ARRIVED: "in_progress",
    TripState.WAITING: "scheduled",
    TripState.NO_SHOW: "no_show",
    TripState.CANCELLED_AT_DOOR: "cancelled_at_door",
    TripState.LATE_CANCELLED: "late_cancel",
    TripState.CANCELLED: "cancelled",
    TripState.MISSED: "missed_trip",
    TripState.REVIEW: "under_review",
}


def tickets(day: date, kecamatan: str | None, doors: Doors) -> list[Ticket]:
    """Return one ticket a rider and way, with asked, planned and performed times apart."""
    return [
        _ticket(trip, place, rider.person_id, TripState(rider.state), doors.zone)
        for trip in trips_of_day(day, kecamatan)
        for place in [office_place(doors.city, trip.place)]
        for rider in trip.riders
    ]


def booking_rules(doors: Doors) -> list[Ticket]:
    """Return how to book, by the names of GTFS-Flex's booking_rules.txt."""
    del doors
    chosen = settings()
    return [
        {
            "booking_rule_id": "jemput",
            "booking_type": 2,  # up to prior days
            "prior_notice_last_day": 1,
            "prior_notice_last_time": "15:00:00",
            "message": "Gratis. Mobil menjemput di rumah dan mengantar pulang.",
            "phone_number": chosen.hotline,
            "info_url": "/jemput",
        }
    ]


def _ticket(trip: Trip, office: Place, person: int, state: TripState, zone: ZoneInfo) -> Ticket:
    home = trip.request.household
    outbound = trip.leg == "outbound"
    ends: list[Place] = [(home.lat, home.lon), office]
    pickup, dropoff = ends if outbound else ends[::-1]
    own = next(rider.person for rider in trip.riders if rider.person_id == person)
    spaces = spaces_of([Rider(Aid(own.aid), companion=own.companion)])
    asked = (trip.requested_from, trip.requested_until)
    return {
        "trip_ticket_id": f"{trip.request.code}-{trip.leg}-{person}",
        "service_date": trip.date.isoformat(),
        "trip_leg": trip.leg,
        "will_call": trip.will_call,
        "trip_status": STATUS[state],
        "performed": state not in NOT_TRAVELLED and trip.performed_pickup is not None,
        "pickup_lat": pickup[0],
        "pickup_lon": pickup[1],
        "dropoff_lat": dropoff[0],
        "dropoff_lon": dropoff[1],
        "ambulatory_spaces": spaces.ambulatory,
        "wheelchair_spaces": spaces.wheelchair,
        "requested_pickup_time": None if outbound else _at(asked[0], zone),
        "requested_dropoff_window_start": _at(asked[0], zone) if outbound else None,
        "requested_dropoff_window_end": _at(asked[1], zone) if outbound else None,
        "scheduled_pickup_time": _at(trip.scheduled_pickup, zone),
        "scheduled_dropoff_time": _at(trip.scheduled_dropoff, zone),
        "performed_pickup_arrival_time": _at(trip.performed_arrival, zone),
        "performed_pickup_time": _at(trip.performed_pickup, zone),
        "performed_dropoff_time": _at(trip.performed_dropoff, zone),
    }


def _at(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment else None
