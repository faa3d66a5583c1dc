"""A small plot of a day: by hour, the mean minutes of a drive as planned and as recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

from field.services.speeds import SlotView

WIDTH, HEIGHT = 640, 200
_LEFT, _BOTTOM, _TOP = 8, 24, 24
_BAR = 0.38  # of an hour's room


@dataclass(frozen=True, slots=True)
class Bar:
    kind: str  # planned, took
    x: float
    y: float
    width: float
    height: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars, and under each pair its hour."""

    bars: tuple[Bar, ...]
    hours: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def ground(self) -> int:
        return self.height - _BOTTOM


def plot_of(slots: Sequence[SlotView]) -> Plot | None:
    """Return the plot; nothing when nothing was recorded."""
    told = {slot.hour: slot for slot in slots if slot.legs}
    if not told:
        return None
    means = {
        hour: (slot.planned_s / slot.legs / 60, max(0.0, slot.took_s / slot.legs / 60))
        for hour, slot in told.items()
    }
    most = max(max(pair) for pair in means.values()) or 1.0
    room = (WIDTH - 2 * _LEFT) / len(slots)
    ground = HEIGHT - _BOTTOM
    bars, hours = [], []
    for number, slot in enumerate(slots):
        left = _LEFT + number * room
        hours.append((round(left + room / 2, 1), slot.hour))
        for turn, kind in enumerate(("planned", "took")):
            if slot.hour in means:
                minutes = means[slot.hour][turn]
                tall = round((ground - _TOP) * minutes / most, 1)
                x = round(left + room * (0.5 + (turn - 1) * _BAR), 1)
                width = round(room * _BAR, 1)
                bars.append(Bar(kind, x, round(ground - tall, 1), width, tall, minutes))
    return Plot(tuple(bars), tuple(hours))
