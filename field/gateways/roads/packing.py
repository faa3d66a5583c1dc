"""Time and length in one number below 2**31, so that one query tells how long the way is.

Time is the upper part, in units fine enough that hardly any other way is chosen; length the lower
part. Rounding errors are carried from arc to arc, so that they do not add up along a road.
"""

from dataclasses import dataclass
from math import ceil, log2

import numpy as np
from numpy.typing import NDArray

from field.gateways.roads.classes import CLOSED
from field.gateways.roads.engine import Table, shut
from field.gateways.roads.measure import Numbers

_BITS = 31
_UNIT_CM = 100
_HEADROOM = 1.3  # closed roads make ways longer than they were when the units were chosen


@dataclass(frozen=True, slots=True)
class Packing:
    time_unit: float  # ms
    length_unit: float  # cm
    shift: int

    @classmethod
    def for_spans(cls, ms: float, cm: float) -> "Packing":
        """Units in which the longest way of a network still fits."""
        shift = max(1, ceil(log2(max(2.0, cm * _HEADROOM / _UNIT_CM))))
        shift = min(shift, 15)
        length_unit = max(1.0, cm * _HEADROOM / 2**shift)
        time_unit = max(1.0, ms * _HEADROOM / (2 ** (_BITS - shift) - 2))
        return cls(time_unit, length_unit, shift)

    def pack(self, ms: NDArray[np.int64], cm: NDArray[np.int64]) -> NDArray[np.int64]:
        """Weights of arcs in their order; neighbours in it share their rounding."""
        closed = shut(ms)
        times = _carried(np.where(closed, 0, ms) / self.time_unit)
        lengths = _carried(np.where(closed, 0, cm) / self.length_unit)
        packed = np.minimum((times << self.shift) + lengths, CLOSED - 1)
        return np.where(closed, CLOSED, packed)

    def one(self, ms: int, cm: int) -> int:
        """The same for a piece of an arc."""
        time, length = round(ms / self.time_unit), round(cm / self.length_unit)
        return (time << self.shift) + length

    def parted(self, packed: Table) -> tuple[Numbers, Numbers]:
        """Milliseconds and centimetres."""
        times: Numbers = (packed >> self.shift).astype(np.float64) * self.time_unit
        lengths: Numbers = (packed & ((1 << self.shift) - 1)).astype(np.float64)
        return times, np.rint(lengths * self.length_unit)


def _carried(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Both directions of an edge stand side by side: each has its own running sum."""
    whole = np.rint(np.cumsum(values.reshape(-1, 2), axis=0))
    return np.diff(whole, axis=0, prepend=0.0).reshape(-1).astype(np.int64)
