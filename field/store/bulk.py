"""Many rows at once, on either database; a row that is there already is passed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy.dialects import postgresql, sqlite

from field.store.db import Base, Live

T = TypeVar("T")
CHUNK = 500  # values in one IN list


def insert_new(
    live: Live, table: type[Base], rows: Sequence[Mapping[str, Any]], unique: Sequence[str]
) -> None:
    """Insert all rows but those whose unique columns are taken."""
    if not rows:
        return
    dialect = live.get_bind().dialect.name
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    live.execute(make(table).on_conflict_do_nothing(index_elements=unique), list(rows))


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part
