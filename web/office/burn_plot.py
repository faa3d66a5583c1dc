"""A burn-down as lines: cards left as planned, cards left in truth, and the fan of the forecast."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from field.domain.cetak.forecast import Finish
from field.domain.cetak.tracking import BurnPoint
from web.office.plot_axis import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, amounts_up_to, height_of

_DATES = 8  # written at most, so that they never touch
_FURTHEST = 21  # days that the fan may add to the plot

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class BurnPlot:
    """Points in the drawing's own units; `x` and `y` ticks with their places."""

    planned: str
    left: str
    fan: str
    now: Spot | None
    days: tuple[tuple[float, date], ...]
    amounts: tuple[tuple[float, int], ...]
    deadline: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def ground(self) -> int:
        return HEIGHT - BOTTOM

    @property
    def side(self) -> int:
        return LEFT


def burn_plot(cards: int, burn: Sequence[BurnPoint], finish: Finish | None) -> BurnPlot | None:
    """Return the drawing; nothing when there are no days to draw."""
    if not burn:
        return None
    first, deadline = burn[0].day - timedelta(days=1), burn[-1].day
    last = max(deadline, *_ends(finish, deadline)) if finish else deadline
    scale = _Scale(first, last, max(cards, 1))
    done = [point for point in burn if point.left is not None]
    left = [scale.spot(first, cards), *(scale.spot(p.day, p.left or 0) for p in done)]
    planned = [scale.spot(first, cards), *(scale.spot(p.day, p.planned) for p in burn)]
    return BurnPlot(
        planned=_points(planned),
        left=_points(left) if done else "",
        fan=_fan(scale, left[-1], finish, last),
        now=left[-1] if done else None,
        days=scale.days(),
        amounts=amounts_up_to(scale.most),
        deadline=scale.x(deadline),
    )


def _ends(finish: Finish, deadline: date) -> list[date]:
    furthest = deadline + timedelta(days=_FURTHEST)
    return [min(day, furthest) for day in (finish.likely, finish.late) if day] or [deadline]


def _fan(scale: "_Scale", now: Spot, finish: Finish | None, last: date) -> str:
    """Return the triangle from where we are to the days on which it may end."""
    if finish is None or finish.early is None:
        return ""
    late = min(finish.late or last, last)
    ends = [scale.spot(min(finish.early, last), 0), scale.spot(late, 0)]
    return _points([now, *ends])


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    most: int

    def x(self, day: date) -> float:
        part = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT), 1)

    def spot(self, day: date, amount: int) -> Spot:
        return self.x(day), height_of(amount, self.most)

    def days(self) -> tuple[tuple[float, date], ...]:
        whole = (self.last - self.first).days
        step = max(1, -(-whole // _DATES))
        shown = [self.first + timedelta(days=day) for day in range(1, whole + 1, step)]
        return tuple((self.x(day), day) for day in shown)


def _points(spots: Sequence[Spot]) -> str:
    return " ".join(f"{x},{y}" for x, y in spots)
