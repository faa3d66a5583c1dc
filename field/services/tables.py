"""Tables as files, exactly as they are seen."""

from collections.abc import Sequence

from field.domain.table import Table, plain
from field.gateways.sheet_writer import Sheet, csv_bytes, xlsx_bytes


def table_file(table: Table, kind: str) -> bytes:
    """Write "csv" or "xlsx"."""
    return tables_file([table], kind)


def tables_file(tables: Sequence[Table], kind: str) -> bytes:
    """Write several tables: a sheet for each, or one below the other."""
    sheets = [Sheet(table.title, table.head, table.texts(plain)) for table in tables]
    if kind == "xlsx":
        return xlsx_bytes(*sheets)
    mark = "\ufeff".encode()
    first, *others = (csv_bytes(sheet) for sheet in sheets)
    return b"\r\n".join([first, *(body.removeprefix(mark) for body in others)])
