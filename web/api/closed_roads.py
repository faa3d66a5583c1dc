"""The closed and turned roads near a courier's doors, as the phone draws and says them."""

from field.domain.place import Box
from field.domain.polyline import encode
from field.services.routes import CourierDay
from web.closed_roads import roads_on

AROUND = 0.015  # degrees: some 1.6 km about the doors


def closed_roads(day: CourierDay) -> list[dict[str, object]]:
    box = _around(day)
    return [
        {"effect": road.effect, "words": road.words, "lines": [encode(line) for line in road.lines]}
        for road in (roads_on(day.date) if box else ())
        if box and road.concerns(day.courier.vehicle) and road.touches(box)
    ]


def _around(day: CourierDay) -> Box | None:
    homes = [one.stop.household for route in day.routes for one in route.stops]
    lats = [home.lat for home in homes if home.lat is not None]
    lons = [home.lon for home in homes if home.lon is not None]
    if not lats or not lons:
        return None
    return Box(min(lats) - AROUND, min(lons) - AROUND, max(lats) + AROUND, max(lons) + AROUND)
