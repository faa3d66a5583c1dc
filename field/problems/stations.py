"""Where a planned route stops: the places that its problem was posed with, and their doors."""

from collections.abc import Mapping
from typing import Any

from field.domain.leg import Station
from field.domain.place import Point
from field.problems.shown import ShownRoute, ShownStop

Document = dict[str, Any]


class Stations:
    """The stations of each route of a stored problem."""

    def __init__(self, problem: Document) -> None:
        parts = problem["parts"]
        jobs = [job for part in parts for job in part["jobs"]]
        trips = [trip for part in parts for trip in part.get("shipments", ())]
        ends = [trip[end] for trip in trips for end in ("pickup", "delivery")]
        self._places = {visit["id"]: _point(visit["location"]) for visit in (*jobs, *ends)}
        self._vehicles = {vehicle["id"]: vehicle for p in parts for vehicle in p["vehicles"]}

    def profile(self, courier_id: int) -> str:
        return str(self._vehicles[courier_id]["profile"])

    def of(self, route: ShownRoute, doors: Mapping[int, Point]) -> list[Station]:
        """Return start, stops and end; `doors` by the visits' numbers, offices have none."""
        vehicle = self._vehicles[route.courier_id]
        begin, end = (_point(vehicle[name]) for name in ("start", "end"))
        return [
            Station(begin, begin),
            *(self._station(stop, doors) for stop in route.stops),
            Station(end, end),
        ]

    def _station(self, stop: ShownStop, doors: Mapping[int, Point]) -> Station:
        place = self._places[stop.number]
        return Station(place, doors.get(stop.number, place))


def _point(lon_lat: list[float]) -> Point:
    lon, lat = lon_lat
    return Point(lat, lon)
