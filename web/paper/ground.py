"""What lies below every route of a day: the city, and the roads that are closed or turned."""

from dataclasses import dataclass
from datetime import date

from web.closed_roads import Road, roads_on
from web.doors import doors


@dataclass(frozen=True, slots=True)
class Ground:
    city: str
    roads: tuple[Road, ...] = ()


def ground_on(day: date) -> Ground:
    return Ground(doors().city, roads_on(day))
