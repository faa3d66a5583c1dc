"""Tables as files that offices open: XLSX with cells of text, CSV that Excel reads aright."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBERS = re.compile(r"[-+]?[0-9][0-9.,\s-]*")
_TEXT_FORMAT = "@"
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, headings and rows, all of them text."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Download:
    """A file as a browser is given it."""

    name: str
    media_type: str
    body: bytes


def download(name: str, form: str, *sheets: Sheet) -> Download:
    """Write sheets in one form, "csv" (the first sheet only) or "xlsx"."""
    body = csv_bytes(sheets[0]) if form == "csv" else xlsx_bytes(*sheets)
    return Download(f"{name}.{form}", MEDIA_TYPES[form], body)


def csv_bytes(sheet: Sheet) -> bytes:
    """Write CSV; the semicolon and the mark in front are what Excel here expects."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.head)
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(*sheets: Sheet) -> bytes:
    """Write a workbook, each column formatted as text so that no digit is lost later."""
    book = Workbook()
    del book["Sheet"]
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(page: Any, sheet: Sheet) -> None:  # noqa: ANN401 - openpyxl's worksheet, untyped
    page.append(list(sheet.head))
    for row in sheet.rows:
        page.append([_harmless(cell) for cell in row])
    for number, heading in enumerate(sheet.head, start=1):
        column = page.column_dimensions[get_column_letter(number)]
        longest = max([len(heading), *(len(row[number - 1]) for row in sheet.rows[:200])])
        column.width = min(longest + 3, _WIDEST)
        column.number_format = _TEXT_FORMAT
        head = page.cell(row=1, column=number)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDEBE5")
        head.alignment = Alignment(vertical="top")
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            cell.number_format = _TEXT_FORMAT
    page.freeze_panes = "A2"


def _harmless(cell: str) -> str:
    """Keep a program from taking somebody's text for a formula."""
    if cell.startswith(_FORMULA) and not _NUMBERS.fullmatch(cell):
        return f"'{cell}"
    return cell
