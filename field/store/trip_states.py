"""Where the stops of jemput stand, from the folds that are stored with trips and kit visits."""

from collections.abc import Iterable

from field.domain.event import StopState
from field.domain.jemput.kit import KitState
from field.domain.jemput.stop_state import kit_stop_state, stop_state
from field.domain.jemput.trip import Leg, TripState
from field.store.rides import kits_by_id, trips_by_id
from field.store.tables import Stop


def states_of(stops: Iterable[Stop]) -> dict[str, StopState]:
    """Return the state of each stop that belongs to a trip or a kit visit, by its visit."""
    stops = [stop for stop in stops if stop.trip_id or stop.kit_visit_id]
    trips = trips_by_id(stop.trip_id for stop in stops if stop.trip_id)
    kits = kits_by_id(stop.kit_visit_id for stop in stops if stop.kit_visit_id)
    found = {}
    for stop in stops:
        if stop.trip_id:
            trip = trips[stop.trip_id]
            riders = [TripState(rider.state) for rider in trip.riders]
            found[stop.visit] = stop_state(Leg(trip.leg), stop.end, riders)
        elif stop.kit_visit_id:
            found[stop.visit] = kit_stop_state(KitState(kits[stop.kit_visit_id].state))
    return found
