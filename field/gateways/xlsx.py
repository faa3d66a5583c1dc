"""XLSX as rows of text. Digits of long numbers are kept, or said to be lost."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook

from field.gateways.zip_check import UnsafeZip, check_zip

_EXCEL_KEEPS = 15  # digits of a number; the sixteenth becomes a zero
_EXACT = 2**53  # up to here a float holds each whole number


class NotASheet(ValueError):
    """A zip, but of something else."""


class BrokenSheet(ValueError):
    """It cannot be read, or must not be."""


def rows(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet with their numbers.

    Raises:
        NotASheet: another kind of zip, such as a document.
        BrokenSheet: damaged, swollen or hostile.
    """
    if not DEFUSEDXML:
        raise RuntimeError("openpyxl reads XML unguarded: defusedxml is missing.")
    try:
        parts = check_zip(body)
    except UnsafeZip as error:
        raise BrokenSheet from error
    if "xl/workbook.xml" not in parts:
        raise NotASheet
    try:
        yield from _read(body)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError) as error:
        # XML errors are SyntaxErrors; openpyxl raises the others on parts that are not there.
        raise BrokenSheet from error
    except (BadZipFile, OSError, EOFError, RuntimeError, DefusedXmlException) as error:
        raise BrokenSheet from error


def _read(body: bytes) -> Iterator[tuple[int, list[str]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations that we do not use
        book = load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs write a wrong size
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield number, [_text(value) for value in cells]
        finally:
            book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    """Write a number as its digits, or in powers of ten when some of them are lost.

    A sixteen-digit number that was typed into Excel ends in a zero of Excel's own.
    """
    if value != value or value in (float("inf"), float("-inf")) or value != int(value):
        return repr(value)
    digits = str(int(value))
    if len(digits) <= _EXCEL_KEEPS:
        return digits
    lost = abs(value) > _EXACT or digits.endswith("0")
    return f"{float(value):.14E}" if lost else digits
