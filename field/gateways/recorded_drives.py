"""Recorded drives beside what the table says of them, asked of the roads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import tzinfo

from field.domain.drives import Drive, Passed, drives_of
from field.domain.speed_lessons import Leg
from field.domain.speeds import Factors, Slot, Speeds, slot_of
from field.gateways.road_book import Place, stands_for
from field.gateways.road_source import RoadSource
from routing.matrix import UNREACHABLE
from routing.point import Point

_AT_ONCE = 30  # drives a matrix: their ends are all that it is asked for


def legs_of(
    routes: Iterable[Sequence[Passed]],
    table: Speeds,
    roads: Callable[[Factors], RoadSource],
    zone: tzinfo,
) -> Iterator[Leg]:
    """Return each drive with its time by the table at that very hour; unreached doors are left out.

    Args:
        routes: stops as they were passed.
        table: without what was learned before, or that would be learned twice.
        roads: who knows how long a trip takes at some speeds.
        zone: of the city.
    """
    by_slot: dict[Slot, list[Drive]] = {}
    for route in routes:
        for drive in drives_of(route):
            slot = slot_of(drive.origin.vehicle, drive.left_at.astimezone(zone))
            by_slot.setdefault(slot, []).append(drive)
    for slot, drives in sorted(by_slot.items(), key=lambda item: item[0]):
        source = roads(table.at(slot))
        for begin in range(0, len(drives), _AT_ONCE):
            yield from _legs(drives[begin : begin + _AT_ONCE], slot, source)


def _legs(drives: Sequence[Drive], slot: Slot, source: RoadSource) -> Iterator[Leg]:
    """From stand to stand: the walks are part of the time at the door."""
    ends = [(_place(drive.origin), _place(drive.target)) for drive in drives]
    doors = [door for pair in ends for door in pair]
    stands = stands_for(doors, [slot.vehicle], source)[slot.vehicle]
    points = {door: Point(found.lat, found.lon) for door, found in stands.items() if found}
    rows = {point: row for row, point in enumerate(dict.fromkeys(points.values()))}
    usual = source.matrix(list(rows), slot.vehicle).durations
    for drive, (begin, end) in zip(drives, ends, strict=True):
        if begin not in points or end not in points:
            continue
        seconds = int(usual[rows[points[begin]], rows[points[end]]])
        if seconds != UNREACHABLE:
            took = round(drive.took.total_seconds())
            yield Leg(slot, drive.target.travel_s, seconds, drive.target.door_s, took)


def _place(stop: Passed) -> Place:
    return stop.lat, stop.lon
