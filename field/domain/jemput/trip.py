"""A trip is one way for a household: what may happen on it, and where each rider then stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from field.domain.text import N_


class Leg(StrEnum):
    OUTBOUND = "outbound"  # home -> office
    RETURN = "return"  # office -> home


class ReturnKind(StrEnum):
    TIMED = "timed"
    WILL_CALL = "will_call"  # its hour is known only when somebody is ready


class TripEventKind(StrEnum):
    """Facts of a trip. What may be told of it is the same on both ways."""

    ARRIVED = "arrived"  # the car stands at the pickup
    CALLED = "called"  # nobody there: a call was tried
    ABOARD = "aboard"
    DROPPED = "dropped"  # out of the car
    AT_OFFICE = "at_office"  # received by the office's desk
    READY = "ready"  # recorded: may go home
    HOME = "home"  # seen into the house
    HOME_OWN_WAY = "home_own_way"  # went home with the family
    NO_SHOW = "no_show"  # we came, waited and called: the rider was absent
    CANCELLED_AT_DOOR = "door_cancelled"
    LATE_CANCELLED = "late_cancelled"
    CANCELLED = "cancelled"  # in good time
    MISSED = "missed"  # we failed to come
    SOS = "sos"
    UNDONE = "undone"


class TripState(StrEnum):
    """Where a rider stands on one trip after all that was told of it."""

    WAITING = "waiting"
    ARRIVED = "arrived"
    ABOARD = "aboard"
    DROPPED = "dropped"
    AT_OFFICE = "at_office"
    HOME = "home"
    NO_SHOW = "no_show"
    CANCELLED_AT_DOOR = "door_cancelled"
    LATE_CANCELLED = "late_cancelled"
    CANCELLED = "cancelled"
    MISSED = "missed"
    REVIEW = "review"


TRIP_STATE_WORDS: dict[TripState, str] = {
    TripState.WAITING: N_("menunggu mobil"),
    TripState.ARRIVED: N_("mobil sudah di titik jemput"),
    TripState.ABOARD: N_("di mobil"),
    TripState.DROPPED: N_("sudah turun dari mobil"),
    TripState.AT_OFFICE: N_("di kantor"),
    TripState.HOME: N_("sudah di rumah"),
    TripState.NO_SHOW: N_("tidak ada di tempat"),
    TripState.CANCELLED_AT_DOOR: N_("dibatalkan di pintu"),
    TripState.LATE_CANCELLED: N_("dibatalkan mendadak"),
    TripState.CANCELLED: N_("dibatalkan"),
    TripState.MISSED: N_("tidak terjemput oleh kami"),
    TripState.REVIEW: N_("perlu diperiksa"),
}
_PATHS = {
    Leg.OUTBOUND: (
        TripState.ARRIVED, TripState.ABOARD, TripState.DROPPED, TripState.AT_OFFICE,
    ),
    Leg.RETURN: (TripState.ARRIVED, TripState.ABOARD, TripState.DROPPED, TripState.HOME),
}  # fmt: skip
ENDINGS = frozenset(
    {
        TripEventKind.NO_SHOW,
        TripEventKind.CANCELLED_AT_DOOR,
        TripEventKind.LATE_CANCELLED,
        TripEventKind.CANCELLED,
        TripEventKind.MISSED,
    }
)
NOT_TRAVELLED = frozenset(TripState(kind.value) for kind in ENDINGS)
NOT_IN = (TripState.WAITING, TripState.ARRIVED)  # nobody has got into the car


@dataclass(frozen=True)
class TripTold:
    """What the fold needs of one event."""

    id: str
    device: str
    seq: int  # orders a device's own events
    kind: TripEventKind
    people: frozenset[int] = frozenset()  # none named: all of the trip's
    takes_back: str = ""
    needs_review: bool = False


@dataclass(frozen=True)
class RiderFold:
    """Where one rider stands on one trip; `ready` once he was recorded."""

    state: TripState
    ready: bool = False

    @property
    def travelling(self) -> bool:
        return self.state in (TripState.ABOARD, TripState.DROPPED)

    @property
    def ended(self) -> bool:
        """Whether this way was not travelled, and somebody said so."""
        return self.state in NOT_TRAVELLED


def fold_trip(
    leg: Leg, events: Iterable[TripTold], people: Iterable[int], called_off: str = ""
) -> dict[int, RiderFold]:
    """Fold a trip's events for each rider, in whatever order and however often they arrived.

    Args:
        leg: which way.
        events: what was told.
        people: the riders.
        called_off: how it ended for who has not got in: family or office took it back.
    """
    once = {event.id: event for event in events}.values()
    undone = {event.takes_back for event in once if event.kind is TripEventKind.UNDONE}
    standing = [event for event in once if event.id not in undone]
    about = {one: [e for e in standing if not e.people or one in e.people] for one in people}
    return {one: _unless(called_off, _fold_rider(leg, told)) for one, told in about.items()}


def _unless(called_off: str, fold: RiderFold) -> RiderFold:
    """Who travelled all the same, or was absent before, is told by the facts."""
    if called_off and fold.state in NOT_IN:
        return RiderFold(TripState(called_off), fold.ready)
    return fold


def _fold_rider(leg: Leg, about: list[TripTold]) -> RiderFold:
    kinds = {event.kind for event in about}
    ready = TripEventKind.READY in kinds
    furthest = _furthest(leg, kinds)
    endings = {event.kind for event in about if _still_ends(event, about)}
    if any(event.needs_review for event in about) or len(endings) > 1:
        return RiderFold(TripState.REVIEW, ready)
    if endings and furthest in _PATHS[leg][1:]:
        return RiderFold(TripState.REVIEW, ready)  # who travelled was not absent
    if endings:
        return RiderFold(TripState(endings.pop().value), ready)
    return RiderFold(furthest, ready)


def _furthest(leg: Leg, kinds: set[TripEventKind]) -> TripState:
    """How far along the way; each fact stands for itself, also when an earlier one is missing."""
    if leg is Leg.RETURN and TripEventKind.HOME_OWN_WAY in kinds:
        return TripState.HOME
    reached = [state for state in _PATHS[leg] if TripEventKind(state.value) in kinds]
    return reached[-1] if reached else TripState.WAITING


def _still_ends(event: TripTold, about: list[TripTold]) -> bool:
    """An ending that the same phone overtook (found after all, or said better) ends nothing."""
    later = [other for other in about if other.device == event.device and other.seq > event.seq]
    overtaken = any(o.kind is TripEventKind.ABOARD or o.kind in ENDINGS for o in later)
    return event.kind in ENDINGS and not overtaken
