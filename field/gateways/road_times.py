"""Travel times between places: straight lines with a detour today, roads behind the same door."""

from functools import cache

from data.regions import regions
from routing.crow_flies import CrowFlies
from routing.matrix import MatrixSource
from routing.point import Point

# A kampung of this many people a km2 is as dense as it gets; the city's mean is about 10,000.
HOUSES_PER_KM2 = 150


@cache
def road_times(city: str) -> MatrixSource:
    """Return who knows how long a trip takes in this city."""
    known = regions(city)

    def density(point: Point) -> float:
        """Small kelurahan are the dense ones: the cities' oldest parts."""
        nearest = min(
            known.kelurahan, key=lambda k: (k.lat - point.lat) ** 2 + (k.lon - point.lon) ** 2
        )
        return HOUSES_PER_KM2 / max(nearest.area_km2, 0.1)

    return CrowFlies(density=density)
