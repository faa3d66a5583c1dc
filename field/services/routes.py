"""A courier's own day: the manifests in force, and where each stop stands."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.offices import Office, OfficeKind, offices
from data.regions import regions
from field.domain.card import Place
from field.domain.event import StopState
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.fold import StopFold, fold
from field.domain.receiver import relations_by_rule
from field.domain.settings import Settings
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store.attempts import Attempt, failed_attempts
from field.store.events import events_of, told
from field.store.settings import settings
from field.store.tables import Courier, Manifest, Stop
from field.store.trip_states import states_of
from field.store.trip_stops import TripStop, told_trips
from field.store.visits import courier_of_user_or_none, manifests_in_force

NOT_A_COURIER = FaultKind(
    "route.not_a_courier",
    Nature.NOT_FOUND,
    N_("Akun ini belum terdaftar sebagai petugas antar."),
    N_("Minta kantor mendaftarkan Anda di halaman Petugas."),
)


@dataclass(frozen=True)
class StopOfDay:
    """A stop as the phone shows it."""

    stop: Stop
    state: StopState
    history: tuple[Attempt, ...]
    trip: TripStop | None = None


@dataclass(frozen=True)
class RouteOfDay:
    """A manifest in force with its stops in order."""

    manifest: Manifest
    stops: tuple[StopOfDay, ...]


@dataclass(frozen=True)
class CourierDay:
    """All that a phone needs for a day without signal."""

    at: datetime
    date: date
    courier: Courier
    settings: Settings
    relations: tuple[str, ...]
    routes: tuple[RouteOfDay, ...]
    start: Office
    end: Office
    regions: dict[str, str]  # names by code
    offices: dict[str, Office]  # where trips lead, by code
    zone: ZoneInfo


def route_for(user_id: int, day: date | None, doors: Doors) -> CourierDay:
    """Return the day of the courier with this account; today when no day is named."""
    now = doors.clock.now()
    day = day or local_date(now, doors.zone)
    courier = courier_of_user_or_none(user_id)
    if courier is None:
        raise Fault(NOT_A_COURIER)
    manifests = manifests_in_force(courier.id, day)
    stops = [stop for manifest in manifests for stop in manifest.stops]
    events = events_of(stop.visit for stop in stops)
    history = failed_attempts((stop.household_id for stop in stops), day)
    chosen = settings()
    fetching, trips = states_of(stops), told_trips(stops)

    def shown(stop: Stop) -> StopOfDay:
        if stop.visit in fetching:
            return StopOfDay(stop, fetching[stop.visit], (), trips.get(stop.visit))
        cards = [card.id for card in stop.cards]
        folded = fold(map(told, events.get(stop.visit, [])), cards)
        return StopOfDay(stop, _state(stop, folded), tuple(history.get(stop.household_id, ())))

    return CourierDay(
        at=now,
        date=day,
        courier=courier,
        settings=chosen,
        relations=tuple(relations_by_rule(chosen)),
        routes=tuple(RouteOfDay(one, tuple(map(shown, one.stops))) for one in manifests),
        start=_office_at(courier.start_office, doors),
        end=_office_at(courier.end_office, doors),
        regions=_region_names(doors),
        offices={office.code: office for office in offices(doors.city)},
        zone=doors.zone,
    )


def _office_at(code: str, doors: Doors) -> Office:
    """Return the office that a courier starts from or ends at; the main one when unknown."""
    known = offices(doors.city)
    main = next(office for office in known if office.kind is OfficeKind.DISDUKCAPIL)
    return next((office for office in known if office.code == code), main)


def _region_names(doors: Doors) -> dict[str, str]:
    """Return the names of the city's kecamatan and kelurahan by code."""
    city = regions(doors.city)
    names = {part.code: part.name for part in city.kecamatan}
    return names | {part.code: part.name for part in city.kelurahan}


def _state(stop: Stop, folded: StopFold) -> StopState:
    """A stop whose cards all came home by another way waits for nobody."""
    if stop.cards and all(card.place == Place.RESIDENT for card in stop.cards):
        return StopState.DELIVERED
    return folded.outcome
