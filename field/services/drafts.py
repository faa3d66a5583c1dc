"""Drafts as people read them: routes, stops, totals, and what is left out with its reason."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from data.offices import Office, offices
from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.visit_ids import PICKUP, trip_visit
from field.domain.leg import Leg
from field.domain.numbering import numbered
from field.gateways.doors import Doors
from field.gateways.legs import legs
from field.problems.shown import VISITS, ShownPause, ShownRoute, ShownStop, shown_routes
from field.problems.stations import Stations
from field.store import closures, crew, planning
from field.store.fetched import fetched
from field.store.route_doors import doors_of
from field.store.tables import Card, Household, Plan
from routing.words import Language

Place = tuple[float, float]  # lat, lon


@dataclass(frozen=True)
class StopView:
    household_id: int
    number: int  # of the visit in the problem, by which it is moved
    sequence: int
    name: str
    address: str
    kelurahan: str
    cards: int
    urgent: bool
    arrival: datetime
    lat: float
    lon: float
    allowed: tuple[int, ...]  # the couriers who may go there
    what: str = ""  # of jemput: pickup, dropoff or kit; a door with cards has none
    homeward: bool = False  # the way back
    people: int = 0
    at_office: bool = False
    will_call: bool = False
    turn: datetime | None = None  # when they are recorded; it can be moved where they get in


@dataclass(frozen=True)
class RouteView:
    courier_id: int
    number: int
    name: str
    title: str
    vehicle: str
    stops: tuple[StopView, ...]
    cards: int
    distance_m: int
    work: timedelta
    starts: datetime
    ends: datetime
    start: Place
    end: Place
    pauses: tuple[ShownPause, ...]


@dataclass(frozen=True)
class LeftView:
    """A door that is not on any route, and why in words."""

    household_id: int
    number: int
    name: str
    address: str
    kelurahan: str
    cards: int
    reason: str
    allowed: tuple[int, ...]  # the couriers it can be given to by hand


@dataclass(frozen=True)
class DraftView:
    id: int
    date: date
    kecamatan: str | None
    state: str
    revision: int
    created_at: datetime
    routes: tuple[RouteView, ...]
    unassigned: tuple[LeftView, ...]
    crew: tuple[tuple[int, str], ...]  # who a door can be given to
    can_undo: bool
    again: bool
    missed: str  # the road server that did not answer while the plan was made

    @property
    def stops(self) -> int:
        return sum(len(route.stops) for route in self.routes)

    @property
    def cards(self) -> int:
        return sum(route.cards for route in self.routes)


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list of plans."""

    id: int
    date: date
    kecamatan: str | None
    state: str
    stops: int
    created_at: datetime


def plan_lines(kecamatan: str | None) -> list[PlanLine]:
    """Return the newest plans of one kecamatan, or of all."""
    return [
        PlanLine(row.id, row.date, row.kecamatan, row.state, _stops(row), row.created_at)
        for row in planning.plans(kecamatan)
    ]


def ways(plan_id: int, scope: str | None, doors: Doors) -> dict[int, list[Leg]]:
    """Return the legs of each courier's route as the roads lie now."""
    row = _plan(plan_id, scope)
    routes = list(shown_routes(row.plan, datetime.combine(row.date, time(), doors.zone)))
    at_doors = doors_of({stop.number: stop.household_id for r in routes for stop in r.stops})
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    stations = Stations(row.problem)
    near = doors.geocoders.names.landmarks()
    return {
        route.courier_id: legs(
            stations.of(route, at_doors), stations.profile(route.courier_id), source, near
        )
        for route in routes
    }


def draft(plan_id: int, scope: str | None, language: Language, doors: Doors) -> DraftView:
    """Show a plan; one of another kecamatan than the asker's is not found."""
    row = _plan(plan_id, scope)
    midnight = datetime.combine(row.date, time(), doors.zone)
    routes = list(shown_routes(row.plan, midnight))
    left = [*row.plan["unassigned"], *(one for p in row.plan["parts"] for one in p["unassigned"])]
    left = [one for one in left if one.get("type") != "delivery"]  # told once, at its pickup
    reader = _Reader(row, [stop.household_id for r in routes for stop in r.stops], left, doors.city)
    going = {route.courier_id for route in routes}
    given = {courier: known.number for courier, known in planning.latest(row.date).items()}
    numbers = numbered([courier for courier in reader.crew if courier in going], given)
    shown = [reader.route(route, numbers[route.courier_id]) for route in routes]
    return DraftView(
        id=row.id,
        date=row.date,
        kecamatan=row.kecamatan,
        state=row.state,
        revision=row.revision,
        created_at=row.created_at,
        routes=tuple(sorted(shown, key=lambda route: route.number)),
        unassigned=tuple(reader.left(one, language) for one in left),
        crew=tuple((courier.id, courier.user.name) for courier in reader.crew.values()),
        can_undo="undo" in row.plan and row.state == "draft",
        again=bool(row.problem["again"]),
        missed=row.problem.get("missed", ""),
    )


def _plan(plan_id: int, scope: str | None) -> Plan:
    row = planning.plan_or_none(plan_id)
    if row is None or scope not in (None, row.kecamatan):
        raise Fault(NOT_FOUND, what="Rencana")
    return row


class _Reader:
    """Everything that a plan's ids stand for, read at once."""

    def __init__(
        self, row: Plan, planned: list[int], left: list[dict[str, Any]], city: str
    ) -> None:
        self.offices = {office.code: office for office in offices(city)}
        cards: dict[str, list[int]] = row.problem["cards"]
        self.home_of: dict[str, int] = row.plan.get("homes", {})
        self.fetched = fetched(map(int, self.home_of))
        self.homes = planning.households([*planned, *(self._home_id(one) for one in left)])
        self.cards = planning.cards_of([card for ids in cards.values() for card in ids])
        self.turns: dict[int, datetime] = {}
        for turn in row.problem.get("turns", ()):
            # Of a household the first counts; it is shown where its way begins.
            begins = datetime.fromisoformat(turn["starts"])
            self.turns.setdefault(trip_visit(turn["trip"], PICKUP), begins)
        parts = row.problem["parts"]
        self.vehicles = {v["id"]: v for part in parts for v in part["vehicles"]}
        self.allowed = {
            job["id"]: tuple(job.get("vehicles", ())) for p in parts for job in p["jobs"]
        }
        for trip in (one for p in parts for one in p.get("shipments", ())):
            # A trip is moved by where it begins.
            self.allowed[trip["pickup"]["id"]] = tuple(trip.get("vehicles", ()))
        every = crew.couriers(None, closed=True)
        self.crew = {courier.id: courier for courier in every if courier.id in self.vehicles}

    def route(self, route: ShownRoute, number: int) -> RouteView:
        courier, vehicle = self.crew[route.courier_id], self.vehicles[route.courier_id]
        return RouteView(
            courier_id=courier.id,
            number=number,
            name=courier.user.name,
            title=courier.title,
            vehicle=courier.vehicle,
            stops=tuple(self._stop(stop) for stop in route.stops),
            cards=sum(len(self.cards.get(stop.household_id, ())) for stop in route.stops),
            distance_m=route.distance_m,
            work=route.work,
            starts=route.starts,
            ends=route.ends,
            start=_place(vehicle["start"]),
            end=_place(vehicle["end"]),
            pauses=route.pauses,
        )

    def _home_id(self, one: dict[str, Any]) -> int:
        return self.home_of.get(str(one["id"]), int(one["id"]))

    def left(self, one: dict[str, Any], language: Language) -> LeftView:
        home = self.homes[self._home_id(one)]
        cards = self.cards.get(home.id, [])
        ours = self.fetched.get(one["id"])
        return LeftView(
            household_id=home.id,
            number=one["id"],
            name=ours.name if ours else _name(cards),
            address=address_line(home),
            kelurahan=home.kelurahan,
            cards=len(cards),
            reason=one["reason"][language],
            allowed=self.allowed.get(one["id"], ()),
        )

    def _stop(self, stop: ShownStop) -> StopView:
        home = self.homes[stop.household_id]
        cards = self.cards.get(home.id, [])
        ours = self.fetched.get(stop.number)
        at: Household | Office | None = self.offices.get(ours.at_office) if ours else None
        at = at or home
        return StopView(
            household_id=home.id,
            number=stop.number,
            sequence=stop.sequence,
            name=ours.name if ours else _name(cards),
            what=ours.what if ours else "",
            homeward=bool(ours and ours.homeward),
            people=ours.people if ours else 0,
            at_office=bool(ours and ours.at_office),
            will_call=bool(ours and ours.will_call),
            address=address_line(home),
            kelurahan=home.kelurahan,
            cards=len(cards),
            urgent=any(card.urgent for card in cards),
            arrival=stop.arrival,
            turn=self.turns.get(stop.number),
            lat=at.lat or 0.0,
            lon=at.lon or 0.0,
            allowed=self.allowed.get(stop.number, ()),
        )


def _place(lon_lat: list[float]) -> Place:
    lon, lat = lon_lat
    return lat, lon


def _name(cards: list[Card]) -> str:
    return cards[0].name if cards else "-"


def address_line(home: Household) -> str:
    """Return the street, number, RT and RW as one line; the raw text when none was read."""
    parts = [home.street, f"No. {home.number}" if home.number else ""]
    if home.rt or home.rw:
        parts.append(f"RT {home.rt or '-'}/RW {home.rw or '-'}")
    return ", ".join(part for part in parts if part) or home.raw


def _stops(row: Plan) -> int:
    parts = row.plan["parts"]
    return sum(s["type"] in VISITS for p in parts for r in p["routes"] for s in r["steps"])
