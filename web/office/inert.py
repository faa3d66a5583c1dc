"""Makes text harmless to folium.

branca renders its pages twice: the second time, what a name or an address says would be read
as a template, and run on the server.
"""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

Record = TypeVar("Record")

BRACES = str.maketrans("{}", "()")


def inert(record: Record) -> Record:
    """Return the same records and tuples with no curly brace left in any text."""
    if isinstance(record, str):
        return cast(Record, record.translate(BRACES))
    if isinstance(record, tuple):
        return cast(Record, tuple(inert(part) for part in record))
    if is_dataclass(record) and not isinstance(record, type):
        changed = {field.name: inert(getattr(record, field.name)) for field in fields(record)}
        return cast(Record, replace(record, **changed))
    return record
