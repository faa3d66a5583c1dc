"""Where one stop of a trip stands, in the same four words as a stop with cards."""

from collections.abc import Collection

from field.domain.event import StopState
from field.domain.jemput.kit import KitState
from field.domain.jemput.trip import NOT_TRAVELLED, Leg, TripState
from field.domain.jemput.visit_ids import PICKUP

_ABOARD = (TripState.ABOARD, TripState.DROPPED, TripState.AT_OFFICE, TripState.HOME)
_OVER = {
    Leg.OUTBOUND: (TripState.DROPPED, TripState.AT_OFFICE),
    Leg.RETURN: (TripState.HOME,),  # out of the car is not yet in the house
}
_KIT = {
    KitState.RECORDED: StopState.DELIVERED,
    KitState.FAILED: StopState.FAILED,
    KitState.REVIEW: StopState.REVIEW,
}


def stop_state(leg: Leg, end: str, riders: Collection[TripState]) -> StopState:
    """Fold riders into one word: it waits while anybody waits, and fails when nobody came."""
    if TripState.REVIEW in riders:
        return StopState.REVIEW
    done = _ABOARD if end == PICKUP else _OVER[leg]
    if not riders or any(one not in done and one not in NOT_TRAVELLED for one in riders):
        return StopState.WAITING
    return StopState.DELIVERED if any(one in done for one in riders) else StopState.FAILED


def kit_stop_state(state: KitState) -> StopState:
    return _KIT.get(state, StopState.WAITING)
