"""docs/campaign-growth.md and its picture: seconds and megabytes by cards."""

import time
from collections.abc import Sequence
from typing import Protocol

from tests.benchmarks.routing.tables import table

WIDTH, HEIGHT, LEFT, BOTTOM = 640, 300, 60, 40
HEAD = (
    "cards",
    "brought",
    "breaches",
    "plan s",
    "all s",
    "cpu s",
    "MB",
    "road min a card",
    "estimate off by",
)


class Measured(Protocol):
    """One size."""

    @property
    def cards(self) -> int: ...
    @property
    def brought(self) -> int: ...
    @property
    def breaches(self) -> int: ...
    @property
    def plan_seconds(self) -> float: ...
    @property
    def seconds(self) -> float: ...
    @property
    def cpu_seconds(self) -> float: ...
    @property
    def megabytes(self) -> int: ...
    @property
    def minutes_a_card(self) -> float: ...
    @property
    def estimate_error(self) -> float: ...


def page(found: Sequence[Measured], machine: str, load: str) -> str:
    rows = [
        (
            f"{each.cards:,}",
            f"{each.brought:,}",
            str(each.breaches),
            f"{each.plan_seconds:.0f}",
            f"{each.seconds:.0f}",
            f"{each.cpu_seconds:.0f}",
            str(each.megabytes),
            f"{each.minutes_a_card:.3f}",
            f"{each.estimate_error:.0%}",
        )
        for each in found
    ]
    return "\n".join(
        [
            "# How a campaign grows",
            "",
            f"Written by `python -m tests.benchmarks growth` on {time.strftime('%d %B %Y')}, on",
            f"{machine}; two processes; the machine's load was {load}.",
            "",
            table(HEAD, rows),
            "",
            "![Seconds and megabytes by cards](campaign-growth.svg)",
            "",
            "Fourteen days, 4 printers, 68 kelurahan with two couriers each; the printers' rate",
            "goes with the cards, so that each campaign is just possible. *plan*: what is printed",
            "when and goes out when, checked; *all*: and every day's routes, each checked.",
            "*estimate off by*: the median error, over kelurahan and days, of the minutes on the",
            "road that were estimated before the routes were solved. Dashed: straight growth.",
            "",
        ]
    )


def plot(found: Sequence[Measured]) -> str:
    """Two panels, one scale of cards; the dashed line is what straight growth would be."""
    half = WIDTH // 2
    panels = [
        _panel(0, half, "seconds", [(each.cards, each.seconds) for each in found]),
        _panel(half, half, "MB", [(each.cards, float(each.megabytes)) for each in found]),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>{"".join(panels)}</svg>\n'
    )


def _panel(x: int, width: int, name: str, points: Sequence[tuple[int, float]]) -> str:
    most_cards, most = max(cards for cards, _ in points), max(value for _, value in points) * 1.1

    def at(cards: float, value: float) -> tuple[float, float]:
        right = x + LEFT + (width - LEFT - 20) * cards / most_cards
        return round(right, 1), round(HEIGHT - BOTTOM - (HEIGHT - 2 * BOTTOM) * value / most, 1)

    line = " ".join(f"{a},{b}" for a, b in (at(*point) for point in points))
    dots = "".join(_dot(*at(*point), *point) for point in points)
    (left, bottom), (right, top) = at(0, 0), at(most_cards, most)
    last = at(*points[-1])
    return (
        f'<path d="M{left},{top} V{bottom} H{right}" fill="none" stroke="black"/>'
        f'<path d="M{left},{bottom} L{last[0]},{last[1]}" stroke="gray" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="black" stroke-width="2"/>{dots}'
        f'<text x="{left}" y="{top - 10}">{name}</text>'
        f'<text x="{right}" y="{HEIGHT - 6}" text-anchor="end">cards</text>'
    )


def _dot(x: float, y: float, cards: int, value: float) -> str:
    return (
        f'<circle cx="{x}" cy="{y}" r="4"/>'
        f'<text x="{x - 8}" y="{y - 8}" text-anchor="end">{value:.0f}</text>'
        f'<text x="{x}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{cards // 1000}k</text>'
    )
