"""A place on earth."""

from dataclasses import dataclass

from routing.fault import ProblemFault


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS 84. Documents write [lon, lat]; Python code always names the two."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ProblemFault("not_a_point", lat=str(self.lat), lon=str(self.lon))
