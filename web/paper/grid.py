"""Squares over a map, letters across and numbers down, so that an index can point into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase


@dataclass(frozen=True, slots=True)
class Grid:
    width: float
    height: float
    columns: int
    rows: int

    @property
    def step_x(self) -> float:
        return self.width / self.columns

    @property
    def step_y(self) -> float:
        return self.height / self.rows

    def square(self, x: float, y: float) -> str:
        """Return the square of a spot; what lies at or beyond the edge belongs to the last one."""
        column = min(max(int(x // self.step_x), 0), self.columns - 1)
        row = min(max(int(y // self.step_y), 0), self.rows - 1)
        return f"{ascii_uppercase[column]}{row + 1}"

    def letters(self) -> Iterator[tuple[str, float]]:
        """Return each column's letter with its middle."""
        for column in range(self.columns):
            yield ascii_uppercase[column], (column + 0.5) * self.step_x

    def numbers(self) -> Iterator[tuple[str, float]]:
        for row in range(self.rows):
            yield str(row + 1), (row + 0.5) * self.step_y

    def across(self) -> list[float]:
        return [row * self.step_y for row in range(1, self.rows)]

    def down(self) -> list[float]:
        return [column * self.step_x for column in range(1, self.columns)]
