"""Two bars a day: cards printed, and cards that go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from field.domain.cetak.figures import DayFigures
from web.office.plot_axis import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, amounts_up_to

_BAR = 0.4  # of a day's room
_DATES = 16


@dataclass(frozen=True, slots=True)
class Bar:
    kind: str  # first, second
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DayBars:
    bars: tuple[Bar, ...]
    days: tuple[tuple[float, date], ...]
    amounts: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    side: int = LEFT


def day_bars(days: Sequence[DayFigures]) -> DayBars | None:
    """Return the drawing; nothing when nothing is planned."""
    most = max((max(day.to_print, day.to_deliver) for day in days), default=0)
    if not most:
        return None
    room, ground = (WIDTH - LEFT - RIGHT) / len(days), HEIGHT - BOTTOM
    bars, dates = [], []
    step = -(-len(days) // _DATES)
    for number, day in enumerate(days):
        middle = LEFT + room * (number + 0.5)
        if number % step == 0:
            dates.append((round(middle, 1), day.day))
        for turn, (kind, cards) in enumerate((("first", day.to_print), ("second", day.to_deliver))):
            tall = round((ground - TOP) * cards / most, 1)
            x = round(middle + room * _BAR * (turn - 1), 1)
            bars.append(Bar(kind, x, round(ground - tall, 1), round(room * _BAR, 1), tall))
    return DayBars(tuple(bars), tuple(dates), amounts_up_to(most))
