"""A file that somebody sends: what it lists, and its lines by column name."""

from collections.abc import Iterator
from itertools import islice

from field.domain.headings import TITLE_LINES
from field.domain.jemput import jempol_columns
from field.domain.resident_columns import HEADINGS
from field.gateways.sheets import read_lines

NumberedCells = tuple[int, dict[str, str]]
CARDS, REQUESTS = "cards", "requests"
# The list of requests first: it names all that most cards' lists do.
LISTS = {REQUESTS: jempol_columns.HEADINGS, CARDS: HEADINGS}


def read_rows(name: str, body: bytes, lists: str = CARDS) -> Iterator[NumberedCells]:
    """Yield each row below the headings.

    Raises:
        Fault: the file as a whole cannot be read; some only while reading.
    """
    return LISTS[lists].rows_of((line.number, line.cells) for line in read_lines(name, body))


def check_file(name: str, body: bytes) -> str:
    """Return what a file lists; raises when it is no list of ours. Reads only its beginning."""
    top = [line.cells for line in islice(read_lines(name, body), TITLE_LINES)]
    lists = next((it for it, named in LISTS.items() if any(map(named.fit, top))), CARDS)
    next(read_rows(name, body, lists), None)
    return lists
