"""A table as a value: the same on screen, in a file and on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, rows, and a last row of sums (empty: none). A heading is in the reader's words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] = ()

    def __post_init__(self) -> None:
        wrong = [row for row in self.all_rows if len(row) != len(self.head)]
        if wrong:
            raise ValueError("Each row has a cell for each heading.")

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        return (*self.rows, self.sums) if self.sums else self.rows

    def texts(self, write: Callable[[Cell], str]) -> Sequence[Sequence[str]]:
        """Return all rows as text, by the given hand."""
        return [[write(cell) for cell in row] for row in self.all_rows]


def plain(cell: Cell) -> str:
    """Write a cell for a file: digits without points, a decimal comma, a day as 2026-11-24."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", ",")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def spoken(cell: Cell) -> str:
    """Write a cell for people: 12.345; 2,4; a dash where there is nothing. Days are the web's."""
    if cell is None or cell == "":
        return "–"  # noqa: RUF001 - the dash that tables here use
    if isinstance(cell, float):
        return f"{cell:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{cell:,}".replace(",", ".") if isinstance(cell, int) else str(cell)
