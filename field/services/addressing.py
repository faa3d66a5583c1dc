"""Addressing: each household gets a point; a person sets right the ones that are weak."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.regions import regions
from field.domain.address import Address
from field.domain.candidate import Candidate
from field.domain.card import ENDED
from field.domain.coordinate import OUTSIDE_CITY, GivenPoint, parse_coordinate
from field.domain.fault import KINDS, NOT_FOUND, Fault, FaultKind
from field.domain.pins import Pins, RtPin
from field.domain.place import OFF_ROAD, OTHER_KELURAHAN, OUTSIDE_BOUNDARY, Confidence, Point
from field.domain.text import N_
from field.domain.weak_points import WeakFilter
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box
from field.store import audit, door_points, households
from field.store.db import session, transaction
from field.store.tables import Household
from routing.point import Point as Spot

CHUNK = 100
_CLASHES = (OTHER_KELURAHAN, OUTSIDE_BOUNDARY)


@dataclass(frozen=True, slots=True)
class Door:
    """A household as the address page shows it."""

    id: int
    line: str
    raw: str
    landmark: str
    kelurahan: str  # its name
    names: tuple[str, ...]  # of the people whose cards wait
    point: Point | None
    confidence: Confidence | None
    source: str
    clash: FaultKind | None
    candidates: tuple[Candidate, ...] = ()  # what else it may mean, for a person to pick


def run_locate(job_id: str, progress: Progress, doors: Doors) -> None:
    """Do a `locate` job: whoever asked, all that wait are looked for."""
    found = locate(progress, doors)
    now = doors.clock.now()
    with transaction() as live:
        subject = f"job:{job_id}"
        audit.record(live, "household.locate", at=now, by=None, subject=subject, count=found)


def locate(progress: Progress, doors: Doors) -> int:
    """Look for the point of each household that has none; returns how many were gone through.

    Each chunk is kept as it is found.
    """
    session().rollback()
    total = max(households.count_not_located(), 1)
    pins = _pins(doors)
    done = last = 0
    while houses := households.not_located(CHUNK, after=last):
        if progress.cancelled():
            return done
        progress.say(done / total, N_("Mencari titik alamat"))
        found = _off_road([_located(house, pins, doors) for house in houses], doors)
        last = houses[-1].id
        with transaction() as live:
            households.store_points(live, found)
        done += len(houses)
    progress.say(1.0, N_("Titik alamat sudah dicari"))
    return done


def weak(chosen: WeakFilter, within: str | None, page: int, doors: Doors) -> list[Door]:
    """Return a page of the doors that a person should look at, weakest first."""
    pins = _pins(doors)
    return [_door(house, doors, pins) for house in households.weak(chosen, within, page)]


def count_weak(within: str | None, chosen: WeakFilter | None = None) -> int:
    return households.count_weak(chosen or WeakFilter(), within)


def door(household_id: int, within: str | None, doors: Doors) -> Door:
    """Return one door; that of another kecamatan is not found."""
    return _door(_household(household_id, within), doors, _pins(doors))


def read_point(text: str, doors: Doors) -> Point:
    """Read what a person typed or pasted: numbers, a Maps link or a plus code."""
    return parse_coordinate(text, city_box(doors.city), decode_plus_code).point


def set_pin(
    household_id: int, point: Point, by: int, within: str | None, doors: Doors
) -> FaultKind | None:
    """Replace a household's point by one that a person set.

    Returns:
        The clash, when the point lies in another kelurahan than the address says.

    Raises:
        Fault: the point is outside the city, or the household is not in his kecamatan.
    """
    if not regions(doors.city).contains(point.lat, point.lon):
        centre = city_box(doors.city).centre
        raise Fault(OUTSIDE_CITY, lat=f"{centre.lat:.2f}", lon=f"{centre.lon:.2f}")
    now = doors.clock.now()
    with transaction() as live:
        house = _household(household_id, within)
        clash = _clash(doors.geocoders.doubts(_address(house, doors), point))
        if clash is None and doors.roads.off_road([Spot(point.lat, point.lon)])[0]:
            clash = OFF_ROAD
        values = {
            "lat": point.lat,
            "lon": point.lon,
            "confidence": Confidence.GIVEN.value,
            "point_source": "office",
            "point_clash": clash.code if clash else "",
        }
        households.pin(live, house, values, now)
        audit.record(live, "household.pin", at=now, by=by, subject=f"household:{house.id}")
    return clash


def _household(household_id: int, within: str | None) -> Household:
    house = households.household_or_none(household_id, within)
    if house is None:
        raise Fault(NOT_FOUND, what=N_("Alamat"))
    return house


def _pins(doors: Doors) -> Pins:
    places = {place.code: place.name for place in regions(doors.city).kelurahan}
    known = [
        RtPin(places[row.kelurahan], row.rt, row.rw, Point(row.lat, row.lon))
        for row in door_points.all_points()
        if row.kelurahan in places
    ]
    return Pins.of(_confirmed(doors), known)


def _confirmed(doors: Doors) -> list[tuple[Address, Point]]:
    return [
        (_address(house, doors), Point(house.lat, house.lon))
        for house in households.confirmed()
        if house.lat is not None and house.lon is not None
    ]


def _located(house: Household, pins: Pins, doors: Doors) -> dict[str, Any]:
    found = doors.geocoders.locate(_address(house, doors), _given(house), pins)
    clash = _clash(found.doubts) if found else None
    return {
        "household_id": house.id,
        "lat": found.point.lat if found else None,
        "lon": found.point.lon if found else None,
        "confidence": found.confidence.value if found else None,
        "point_source": found.source if found else "",
        "point_clash": clash.code if clash else "",
        "located_at": doors.clock.now(),
    }


def _off_road(found: list[dict[str, Any]], doors: Doors) -> list[dict[str, Any]]:
    """Add the doubt about points that no street is near to, where nothing worse is known."""
    whole = [row for row in found if row["lat"] is not None and not row["point_clash"]]
    lost = doors.roads.off_road([Spot(row["lat"], row["lon"]) for row in whole])
    for row, is_lost in zip(whole, lost, strict=True):
        row["point_clash"] = OFF_ROAD.code if is_lost else ""
    return found


def _given(house: Household) -> GivenPoint | None:
    if house.confidence != Confidence.GIVEN.value or house.lat is None or house.lon is None:
        return None
    return GivenPoint(Point(house.lat, house.lon))


def _clash(doubts: Sequence[FaultKind]) -> FaultKind | None:
    return next((doubt for doubt in doubts if doubt in _CLASHES), None)


def _address(house: Household, doors: Doors) -> Address:
    place = regions(doors.city).by_code(house.kelurahan)
    return Address(
        street=house.street or None,
        number=house.number or None,
        rt=house.rt or None,
        rw=house.rw or None,
        kelurahan=place.name if place else None,
        kecamatan=place.kecamatan.name if place else None,
        landmark=house.landmark or None,
        raw=house.raw,
    )


def _door(house: Household, doors: Doors, pins: Pins) -> Door:
    address = _address(house, doors)
    here = house.lat is not None and house.lon is not None
    waiting = [card.name for card in house.cards if card.place not in ENDED]
    return Door(
        id=house.id,
        line=address.line,
        raw=house.raw,
        landmark=house.landmark,
        kelurahan=address.kelurahan or "",
        names=tuple(waiting),
        point=Point(house.lat or 0.0, house.lon or 0.0) if here else None,
        confidence=Confidence(house.confidence) if house.confidence else None,
        source=house.point_source,
        clash=KINDS.get(house.point_clash),
        candidates=_others(doors.geocoders.candidates(address, pins), house),
    )


def _others(candidates: Sequence[Candidate], house: Household) -> tuple[Candidate, ...]:
    """Leave out the point that the household has already."""
    here = (house.lat, house.lon)
    return tuple(one for one in candidates if (one.point.lat, one.point.lon) != here)
