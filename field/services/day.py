"""The day as the office watches it: progress per courier, and each route stop by stop."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from field.domain.card import Place
from field.domain.event import EventKind, StopState
from field.domain.fault import NOT_FOUND, Fault
from field.domain.fold import fold
from field.domain.text import N_
from field.store.attempts import Attempt, failed_attempts
from field.store.days import last_heard
from field.store.events import events_of, told
from field.store.people import names_of
from field.store.photos import arrived
from field.store.published import manifest_or_none, manifests_of
from field.store.tables import Event, Manifest, Stop
from field.store.trip_states import states_of
from field.store.trip_stops import TripStop as TripStop
from field.store.trip_stops import told_trips


@dataclass(frozen=True)
class StopNow:
    """A stop with what was told of it."""

    stop: Stop
    state: StopState
    events: tuple[Event, ...]

    @property
    def last(self) -> Event | None:
        """The latest outcome, for its time at the door."""
        told_outcomes = (EventKind.DELIVERED, EventKind.FAILED)
        outcomes = [event for event in self.events if event.kind in told_outcomes]
        return max(outcomes, key=lambda event: event.at_corrected, default=None)

    @property
    def reason(self) -> str:
        """The code of why it failed, empty when it did not."""
        if self.state is not StopState.FAILED or self.last is None:
            return ""
        return str(self.last.data.get("reason", ""))


@dataclass(frozen=True)
class RouteNow:
    """One route of the day and how far it is."""

    manifest: Manifest
    stops: tuple[StopNow, ...]
    heard_at: datetime | None

    def count(self, state: str) -> int:
        return sum(stop.state == state for stop in self.stops)

    @property
    def done(self) -> int:
        return len(self.stops) - self.count(StopState.WAITING)

    @property
    def last_at(self) -> datetime | None:
        """When the courier last stood at a door."""
        times = [stop.last.at_corrected for stop in self.stops if stop.last]
        return max(times, default=None)

    @property
    def first_at(self) -> datetime | None:
        times = [stop.last.at_corrected for stop in self.stops if stop.last]
        return min(times, default=None)

    @property
    def places(self) -> Counter[str]:
        """How many of its cards are where."""
        return Counter(card.place for stop in self.stops for card in stop.stop.cards)

    @property
    def in_office(self) -> int:
        return self.places[Place.OFFICE] + self.places[Place.BAG]


@dataclass(frozen=True)
class Board:
    """All routes of one day."""

    date: date
    routes: tuple[RouteNow, ...]

    def count(self, state: str) -> int:
        return sum(route.count(state) for route in self.routes)

    @property
    def stops(self) -> int:
        return sum(len(route.stops) for route in self.routes)

    @property
    def failed(self) -> list[tuple[RouteNow, StopNow]]:
        """Stops that did not succeed, with their routes."""
        return [
            (route, stop)
            for route in self.routes
            for stop in route.stops
            if stop.state is StopState.FAILED and stop.stop.cards
        ]


@dataclass(frozen=True)
class RouteDetail:
    """One route with all that is known of each door."""

    route: RouteNow
    history: dict[int, list[Attempt]]  # by household
    photos: frozenset[str]  # those that are here
    people: dict[int, str] = field(default_factory=dict)  # names of who wrote events
    trips: dict[str, TripStop] = field(default_factory=dict)  # by visit


def board_of(day: date, kecamatan: str | None) -> Board:
    """Return a day's routes in force with their progress."""
    return Board(day, tuple(_routes(manifests_of(day, kecamatan))))


def route_now(manifest_id: int, kecamatan: str | None) -> RouteDetail:
    """Return one route in full; raises outside what this kecamatan may see."""
    manifest = manifest_or_none(manifest_id, kecamatan)
    if manifest is None:
        raise Fault(NOT_FOUND, what=N_("Rute"))
    (route,) = _routes([manifest])
    events = [event for stop in route.stops for event in stop.events]
    pictures = arrived(sha256 for event in events for sha256 in pictures_of(event))
    history = failed_attempts((stop.stop.household_id for stop in route.stops), manifest.date)
    people = names_of(event.user_id for event in events)
    return RouteDetail(route, history, frozenset(pictures), people, told_trips(manifest.stops))


def pictures_of(event: Event) -> list[str]:
    """Return the hashes of an event's photos, its signature last."""
    signature = event.data.get("signature")
    return [*event.photos, *([str(signature)] if signature else [])]


def _routes(manifests: Sequence[Manifest]) -> list[RouteNow]:
    events = events_of(stop.visit for manifest in manifests for stop in manifest.stops)
    heard = last_heard(manifest.courier.user_id for manifest in manifests)
    fetching = states_of(stop for manifest in manifests for stop in manifest.stops)
    return [
        RouteNow(
            manifest,
            tuple(
                _stop(stop, events.get(stop.visit, []), fetching.get(stop.visit))
                for stop in manifest.stops
            ),
            heard.get(manifest.courier.user_id),
        )
        for manifest in manifests
    ]


def _stop(stop: Stop, events: Sequence[Event], fetching: StopState | None) -> StopNow:
    if fetching is not None:
        return StopNow(stop, fetching, tuple(events))
    folded = fold(map(told, events), [card.id for card in stop.cards])
    return StopNow(stop, folded.state, tuple(events))
