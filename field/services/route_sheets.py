"""What maps and paper show of published routes, within what the asker may see."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from data.offices import OfficeKind, offices
from data.regions import regions
from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.errand import PURPOSES, Errand
from field.domain.leg import Leg, read_leg
from field.domain.nik import drop_numbers
from field.domain.place import Confidence, Point
from field.domain.route_sheet import RouteSheet, SheetCard, SheetStop, Spot
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import published
from field.store.tables import Household, Manifest, Stop
from field.store.trip_stops import TripStop, told_trips

ROUTE = N_("Rute")
PREFIX = {OfficeKind.KELURAHAN: "Kantor Kelurahan", OfficeKind.KECAMATAN: "Kantor Kecamatan"}


def sheets_of(day: date, kecamatan: str | None, doors: Doors) -> list[RouteSheet]:
    """Return the day's latest routes by number, of one kecamatan or of the whole city."""
    return [_sheet(row, doors.city) for row in published.manifests_of(day, kecamatan)]


def sheet_of(manifest_id: int, kecamatan: str | None, doors: Doors) -> RouteSheet:
    """Return one route; raises when there is none, or none that this asker may see."""
    manifest = published.manifest_or_none(manifest_id, kecamatan)
    if manifest is None:
        raise Fault(NOT_FOUND, what=ROUTE)
    return _sheet(manifest, doors.city)


def days_with_sheets(kecamatan: str | None, since: date) -> list[date]:
    return published.days_with_manifests(kecamatan, since)


def _sheet(manifest: Manifest, city: str) -> RouteSheet:
    courier = manifest.courier
    picked = published.handpicked(manifest.date, courier.id)
    legs = manifest.legs.get("stops", {})
    errands = {visit: _errand(trip) for visit, trip in told_trips(manifest.stops).items()}
    return RouteSheet(
        manifest_id=manifest.id,
        number=manifest.number,
        version=manifest.version,
        date=manifest.date,
        courier=courier.user.name,
        title=courier.title,
        vehicle=courier.vehicle,
        kecamatan=courier.kecamatan,
        only_handpicked=courier.only_handpicked,
        starts_at=manifest.starts_at,
        ends_at=manifest.ends_at,
        distance_m=manifest.distance_m,
        duration_s=manifest.duration_s,
        start=_spot(city, courier.start_office),
        end=_spot(city, courier.end_office),
        replaced=manifest.replaced_at is not None,
        stops=tuple(
            _with_errand(
                _stop(stop, _names(city), picked, _leg(legs.get(stop.visit))),
                errands.get(stop.visit),
                city,
            )
            for stop in manifest.stops
        ),
        home=_leg(manifest.legs.get("home")),
    )


def _stop(stop: Stop, names: dict[str, str], picked: set[int], leg: Leg | None) -> SheetStop:
    home = stop.household
    return SheetStop(
        household_id=home.id,
        sequence=stop.sequence,
        arrival=stop.arrival,
        cards=tuple(SheetCard(card.code, card.name, card.urgent) for card in stop.cards),
        door=_door(home),
        rt=home.rt,
        rw=home.rw,
        kelurahan=names.get(home.kelurahan, home.kelurahan),
        kecamatan=names.get(home.kecamatan, home.kecamatan),
        landmark=drop_numbers(home.landmark),
        brief=drop_numbers(home.brief),
        visits_before=max((card.attempts for card in stop.cards), default=0),
        point=_point(home),
        confidence=Confidence(home.confidence) if home.confidence else None,
        handpicked=home.id in picked,
        leg=leg,
    )


def _errand(trip: TripStop) -> Errand:
    people = tuple(person.name for person in trip.people)
    return Errand(PURPOSES[trip.leg, trip.what], people, trip.office)


def _with_errand(stop: SheetStop, errand: Errand | None, city: str) -> SheetStop:
    """Return the stop with its errand; at an office it is there, not at the people's home."""
    spot = _spot(city, errand.office) if errand and errand.office else None
    if spot is None:
        return replace(stop, errand=errand)
    return replace(
        stop, errand=errand, door=spot.name, rt="", rw="", landmark="", brief="",
        point=spot.point, confidence=Confidence.GIVEN,
    )  # fmt: skip


def _leg(document: dict[str, Any] | None) -> Leg | None:
    return read_leg(document) if document else None


def _door(home: Household) -> str:
    number = f"No. {home.number}" if home.number else ""
    return " ".join(part for part in (home.street, number) if part) or drop_numbers(home.raw)


def _point(home: Household) -> Point | None:
    if home.lat is None or home.lon is None:
        return None
    return Point(home.lat, home.lon)


@cache
def _names(city: str) -> dict[str, str]:
    known = regions(city)
    names = {part.code: part.name for part in known.kecamatan}
    return names | {part.code: part.name for part in known.kelurahan}


@cache
def _spot(city: str, code: str) -> Spot | None:
    """Return the first office under a code; under the city's own code that is Disdukcapil."""
    office = next((office for office in offices(city) if office.code == code), None)
    if office is None:
        return None
    name = " ".join(part for part in (PREFIX.get(office.kind), office.name) if part)
    return Spot(name, Point(office.lat, office.lon))
