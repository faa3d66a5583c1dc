"""The headings of a list as offices write them: found below a letterhead, in many spellings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.region_names import spelling_key
from field.domain.text import N_

MISSING_COLUMNS = FaultKind(
    "sheet.missing_columns",
    Nature.BAD_INPUT,
    N_("Baris judul tidak lengkap. Kolom yang kurang: %(missing)s."),
    N_("Pakai contoh lembar yang bisa diunduh, atau tambahkan kolom itu."),
)
NO_ROWS = FaultKind(
    "sheet.no_rows",
    Nature.BAD_INPUT,
    N_("Berkas ini hanya berisi baris judul, belum ada warga."),
    N_("Isi satu baris untuk setiap warga, lalu kirim lagi."),
)
TITLE_LINES = 12  # a letterhead above the headings is common

NumberedLine = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in the template, an example, what to write, other headings."""

    name: str
    example: str
    note: str
    also: tuple[str, ...] = ()
    required: bool = False


class Headings:
    """The columns of one kind of list."""

    def __init__(self, columns: Iterable[Column]) -> None:
        columns = tuple(columns)
        self._required = tuple(column.name for column in columns if column.required)
        self._by_key: Mapping[str, str] = {
            spelling_key(heading): column.name
            for column in columns
            for heading in (column.name, *column.also)
        }

    def read(self, cells: Sequence[str]) -> dict[str, int]:
        """Map the names of known columns to their place; an unknown heading is passed over."""
        found: dict[str, int] = {}
        for place, heading in enumerate(cells):
            name = self._by_key.get(spelling_key(heading))
            if name is not None:
                found.setdefault(name, place)
        return found

    def fit(self, cells: Sequence[str]) -> bool:
        """Tell a row of headings from a title above it: it names most of what is required."""
        return self._are_headings(self.read(cells))

    def rows_of(self, lines: Iterable[NumberedLine]) -> Iterator[tuple[int, dict[str, str]]]:
        """Find the headings among the first lines, then name the cells of each line below.

        Raises:
            Fault: a required column is missing, or there is nothing below the headings.
        """
        rest = iter(lines)
        header = self._find(rest)
        missing = [name for name in self._required if name not in header]
        if missing:
            raise Fault(MISSING_COLUMNS, missing=", ".join(missing))
        count = 0
        for number, cells in rest:
            named = {name: cells[place] for name, place in header.items() if place < len(cells)}
            if any(named.values()):
                count += 1
                yield number, named
        if count == 0:
            raise Fault(NO_ROWS)

    def _find(self, lines: Iterator[NumberedLine]) -> dict[str, int]:
        best: dict[str, int] = {}
        for _, cells in islice(lines, TITLE_LINES):
            found = self.read(cells)
            if self._are_headings(found):
                return found
            best = max(best, found, key=len)
        return best

    def _are_headings(self, found: Mapping[str, int]) -> bool:
        return sum(name in found for name in self._required) >= len(self._required) - 1
