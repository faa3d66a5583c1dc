"""Publishing: a draft becomes manifests, frozen and numbered; a new version replaces the old."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.visit_ids import trip_visit
from field.domain.leg import leg_document
from field.domain.numbering import numbered
from field.domain.planning import (
    COURIER_AWAY,
    NOTHING_TO_PUBLISH,
    OVERTAKEN,
    PLAN_CHANGED,
    PLAN_CLOSED,
    ROADS_CHANGED,
)
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.legs import legs
from field.problems.shown import ShownRoute, shown_routes
from field.problems.stations import Stations
from field.problems.stored import read_part
from field.store import audit, closures, crew, planning
from field.store.db import Live, session, transaction
from field.store.promises import Promises, begun_trips
from field.store.route_doors import doors_of
from field.store.tables import Card, Manifest, Plan, Stop
from routing import check


@dataclass(frozen=True)
class Outlook:
    """What publishing would change, in counts."""

    routes: int
    stops: int
    cards: int
    left_out: int
    replaced: int  # routes in force that a new version takes the place of
    kept: int  # stops that stay with their courier
    moved: int  # stops that go to another courier
    added: int
    dropped: int


def outlook(plan_id: int, scope: str | None, doors: Doors) -> Outlook:
    """Tell what publishing this plan would change."""
    row = planning.plan_or_none(plan_id)
    if row is None or scope not in (None, row.kecamatan):
        raise Fault(NOT_FOUND, what="Rencana")
    routes = _routes(row, doors)
    before = {
        stop.household_id: manifest.courier_id
        for manifest in _in_force(row)
        for stop in manifest.stops
    }
    after = {stop.household_id: route.courier_id for route in routes for stop in route.stops}
    both = before.keys() & after.keys()
    kept = sum(before[door] == after[door] for door in both)
    cards: dict[str, list[int]] = row.problem["cards"]
    return Outlook(
        routes=len(routes),
        stops=len(after),
        cards=sum(len(cards.get(str(door), ())) for door in after),
        left_out=len(cards) - len(after.keys() & set(map(int, cards))),
        replaced=len(_in_force(row)),
        kept=kept,
        moved=len(both) - kept,
        added=len(after.keys() - before.keys()),
        dropped=len(before.keys() - after.keys()),
    )


def publish(
    plan_id: int, scope: str | None, by: int | None, doors: Doors, *, revision: int | None = None
) -> list[int]:
    """Freeze the plan's routes as manifests; returns their ids. Cards stay where they are."""
    now = doors.clock.now()
    drawn, ways = _ways(plan_id, doors)
    with transaction() as live:
        row = planning.locked_plan_or_none(plan_id)
        if row is None or scope not in (None, row.kecamatan):
            raise Fault(NOT_FOUND, what="Rencana")
        if row.state != "draft":
            raise Fault(PLAN_CLOSED)
        if {revision, drawn} - {None, row.revision}:
            raise Fault(PLAN_CHANGED)
        routes = _routes(row, doors)
        if not (routes or _in_force(row)):
            raise Fault(NOTHING_TO_PUBLISH)
        crew.lock(_vehicles(row))
        _check_routes(row, routes, doors)
        made = _freeze(live, row, routes, ways, now)
        row.state, row.published_at = "published", now
        audit.record(
            live, "plan.publish", at=now, by=by, subject=f"plan:{plan_id}", routes=len(made),
            stops=sum(len(route.stops) for route in routes),
        )  # fmt: skip
        return made


def _check_routes(row: Plan, routes: list[ShownRoute], doors: Doors) -> None:
    """Refuse what has ceased to be true since the plan was made."""
    today = local_date(doors.clock.now(), doors.zone)
    waiting = planning.waiting_cards(
        row.date, today, row.kecamatan, again=bool(row.problem["again"])
    )
    free = {card.card_id for card in waiting}
    cards: dict[str, list[int]] = row.problem["cards"]
    stops = [stop for route in routes for stop in route.stops]
    planned = {card for stop in stops for card in cards.get(str(stop.household_id), ())}
    if gone := planned - free:
        raise Fault(OVERTAKEN, count=len(gone))
    away = crew.away_on(row.date)
    for route in routes:
        courier = crew.courier_or_none(route.courier_id)
        if courier is None or not courier.active or courier.id in away:
            raise Fault(COURIER_AWAY, courier=courier.user.name if courier else "-", date=row.date)
    source = doors.roads.times(closures.stretches_on(row.date), row.problem.get("factors"))
    for problem, plan in zip(row.problem["parts"], row.plan["parts"], strict=True):
        part = read_part(problem, plan, source)
        if broken := check(part.problem, part.plan):
            raise Fault(ROADS_CHANGED, rule=broken[0].code)


Legs = list[dict[str, Any]]


def _ways(plan_id: int, doors: Doors) -> tuple[int | None, dict[int, Legs]]:
    """Return each courier's legs, and of which revision they are; nothing is locked meanwhile."""
    row = planning.plan_or_none(plan_id)
    if row is None:
        return None, {}
    routes, stations, revision = _routes(row, doors), Stations(row.problem), row.revision
    at_doors = doors_of({stop.number: stop.household_id for r in routes for stop in r.stops})
    stretches, factors = closures.stretches_on(row.date), row.problem.get("factors")
    session().rollback()
    source, near = doors.roads.times(stretches, factors), doors.geocoders.names.landmarks()
    found = {}
    for route in routes:
        way = stations.of(route, at_doors)
        made = legs(way, stations.profile(route.courier_id), source, near)
        found[route.courier_id] = [leg_document(leg) for leg in made]
    return revision, found


def _freeze(
    live: Live, row: Plan, routes: list[ShownRoute], ways: dict[int, Legs], now: datetime
) -> list[int]:
    """Write a new version for each courier concerned, and close the versions in force."""
    before = {manifest.courier_id: manifest for manifest in _in_force(row)}
    visits = {route.courier_id: [stop.number for stop in route.stops] for route in routes}
    ahead = {number for own in visits.values() for number in own}
    promises = Promises(row.problem, ahead, row.date)
    past = {courier: _past(manifest, ahead) for courier, manifest in before.items()}
    planned = {route.courier_id: route for route in routes}
    concerned = _in_order(planned.keys() | {courier for courier, done in past.items() if done})
    latest = planning.latest(row.date)
    numbers = numbered(concerned, {courier: known.number for courier, known in latest.items()})
    cards = _cards(row)
    for manifest in before.values():
        manifest.replaced_at = now
    live.flush()
    made = []
    for courier in concerned:
        route, old = planned.get(courier), before.get(courier)
        manifest = Manifest(
            plan_id=row.id,
            courier_id=courier,
            date=row.date,
            number=numbers[courier],
            version=latest[courier].version + 1 if courier in latest else 1,
            published_at=now,
            **_head(route, old),
        )
        manifest.stops = [_again(stop, at) for at, stop in enumerate(past.get(courier, ()), 1)]
        coming = _ahead(route, old, cards, len(manifest.stops)) if route else []
        manifest.stops += coming
        promises.name(manifest.stops, visits.get(courier, []))
        manifest.legs = _kept_legs(coming, ways.get(courier, []), past.get(courier, []), old)
        live.add(manifest)
        made.append(manifest)
    live.flush()
    promises.keep(live, made)
    planning.close_overtaken(row.date)
    return [manifest.id for manifest in made]


def _kept_legs(
    ahead: list[Stop], ways: Legs, past: list[Stop], old: Manifest | None
) -> dict[str, Any]:
    """Name each leg by the visit that it leads to; a stop that is over keeps the leg it had."""
    before = old.legs.get("stops", {}) if old else {}
    kept = {stop.visit: before[stop.visit] for stop in past if stop.visit in before}
    new = {stop.visit: leg for stop, leg in zip(ahead, ways, strict=False)}
    return {"stops": kept | new, "home": ways[-1] if ways else {}}


def _past(manifest: Manifest, ahead: Collection[int] = ()) -> list[Stop]:
    """Return the stops at which somebody has been already; one that is ahead again is not over."""
    ended = planning.ended_visits([stop.visit for stop in manifest.stops])
    begun = begun_trips(stop.trip_id for stop in manifest.stops)
    return [
        stop
        for stop in manifest.stops
        if stop.visit in ended
        or (stop.trip_id in begun and trip_visit(stop.trip_id, stop.end) not in ahead)
    ]


def _head(route: ShownRoute | None, old: Manifest | None) -> dict[str, object]:
    """Return start, end and length: of the new route, or of the old one when no more is ahead."""
    if route is None:
        names = ("starts_at", "ends_at", "duration_s", "distance_m")
        return {name: getattr(old, name) for name in names}
    return {
        "starts_at": route.starts,
        "ends_at": route.ends,
        "duration_s": route.travel_s + route.waiting_s,
        "distance_m": route.distance_m,
    }


def _again(stop: Stop, sequence: int) -> Stop:
    """Carry a stop that is over into the new version, as it was."""
    return Stop(
        visit=stop.visit,
        sequence=sequence,
        household_id=stop.household_id,
        arrival=stop.arrival,
        service_s=stop.service_s,
        travel_s=stop.travel_s,
        distance_m=stop.distance_m,
        trip_id=stop.trip_id,
        end=stop.end,
        kit_visit_id=stop.kit_visit_id,
        cards=list(stop.cards),
    )


def _ahead(
    route: ShownRoute, old: Manifest | None, cards: dict[int, list[Card]], behind: int
) -> list[Stop]:
    """Return the stops of the new route; one that the courier had already keeps its visit."""
    past = {stop.visit for stop in _past(old)} if old else set()
    visits = {
        stop.household_id: stop.visit
        for stop in (old.stops if old else ())
        if stop.visit not in past  # a door that failed and is tried again is a new visit
    }
    return [
        Stop(
            visit=visits.get(stop.household_id) or str(uuid.uuid4()),
            sequence=behind + stop.sequence,
            household_id=stop.household_id,
            arrival=stop.arrival,
            service_s=stop.service_s,
            travel_s=stop.travel_s,
            distance_m=stop.distance_m,
            cards=cards.get(stop.household_id, []),
        )
        for stop in route.stops
    ]


def _cards(row: Plan) -> dict[int, list[Card]]:
    ids: dict[str, list[int]] = row.problem["cards"]
    return planning.cards_of([card for cards in ids.values() for card in cards])


def _routes(row: Plan, doors: Doors) -> list[ShownRoute]:
    midnight = datetime.combine(row.date, time(), doors.zone)
    return [route for route in shown_routes(row.plan, midnight) if route.stops]


def _vehicles(row: Plan) -> set[int]:
    return {vehicle["id"] for part in row.problem["parts"] for vehicle in part["vehicles"]}


def _in_force(row: Plan) -> list[Manifest]:
    """Return the routes that this plan takes the place of."""
    ours, part = _vehicles(row), bool(row.problem.get("part"))
    return [
        manifest
        for manifest in planning.open_manifests(row.date)
        if manifest.courier_id in ours
        or (not part and row.kecamatan in (None, manifest.courier.kecamatan))
    ]


def _in_order(couriers: set[int]) -> list[int]:
    """Return couriers in the order in which plans number them."""
    return [courier.id for courier in crew.couriers(None, closed=True) if courier.id in couriers]
