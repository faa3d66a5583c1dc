"""A city is flat: degrees as metres on a plane, good to a few parts in ten thousand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_METRES_A_DEGREE = 111_195.08


@dataclass(frozen=True, slots=True)
class Plane:
    """Metres east and north, true to scale at its own latitude."""

    lat: float

    @classmethod
    def around(cls, places: Numbers) -> "Plane":
        """A plane for rows of (lat, lon)."""
        return cls(float((places[:, 0].min() + places[:, 0].max()) / 2) if len(places) else 0.0)

    def flat(self, places: Numbers) -> Numbers:
        """Rows of (east, north) for rows of (lat, lon)."""
        east = places[:, 1] * np.cos(np.radians(self.lat))
        return np.stack([east, places[:, 0]], axis=1) * _METRES_A_DEGREE

    def places(self, flat: Numbers) -> Numbers:
        """Rows of (lat, lon) for rows of (east, north)."""
        lon = flat[:, 0] / np.cos(np.radians(self.lat))
        return np.stack([flat[:, 1], lon], axis=1) / _METRES_A_DEGREE

    def steps(self, places: Numbers) -> Numbers:
        """Metres from each row to the next one."""
        return np.asarray(np.hypot(*np.diff(self.flat(places), axis=0).T))
