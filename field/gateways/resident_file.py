"""A file of residents: its lines by column name."""

from collections.abc import Iterator

from field.domain.resident_columns import rows_of
from field.gateways.sheets import read_lines

NumberedCells = tuple[int, dict[str, str]]


def read_rows(name: str, body: bytes) -> Iterator[NumberedCells]:
    """Yield each row below the headings.

    Raises:
        Fault: the file as a whole cannot be read; some only while reading.
    """
    return rows_of((line.number, line.cells) for line in read_lines(name, body))


def check_file(name: str, body: bytes) -> None:
    """Raise when this is no list of residents; reads only its beginning."""
    next(read_rows(name, body), None)
