"""A list of people as a file: CSV or XLSX in, lines of text out; told apart by content."""

from collections.abc import Iterator
from dataclasses import dataclass

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_
from field.gateways import csv_text, xlsx

MAX_BYTES = 20 * 2**20
MAX_ROWS = 60_000  # the largest campaign that is known
MAX_COLUMNS = 60

EMPTY = FaultKind(
    "sheet.empty",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s kosong."),
    N_("Buka berkasnya, pastikan ada baris judul dan baris warga, lalu kirim lagi."),
)
WRONG_TYPE = FaultKind(
    "sheet.wrong_type",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s bukan CSV atau XLSX."),
    N_("Simpan daftar warga sebagai Excel (.xlsx) atau CSV, lalu kirim lagi."),
)
OLD_EXCEL = FaultKind(
    "sheet.old_excel",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s berbentuk Excel lama (.xls), atau terkunci kata sandi."),
    N_("Buka di Excel, hapus kata sandinya, pilih Simpan Sebagai .xlsx, lalu kirim lagi."),
)
BROKEN = FaultKind(
    "sheet.broken",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s rusak dan tidak bisa dibaca."),
    N_("Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi."),
)
TOO_LARGE = FaultKind(
    "sheet.too_large",
    Nature.TOO_LARGE,
    N_("Berkas %(name)s terlalu besar: paling banyak %(limit)s MB."),
    N_("Bagi daftarnya menjadi beberapa berkas, misalnya satu berkas satu kecamatan."),
)
TOO_MANY_ROWS = FaultKind(
    "sheet.too_many_rows",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s berisi lebih dari %(limit)s baris."),
    N_("Bagi daftarnya menjadi beberapa berkas, misalnya satu berkas satu kecamatan."),
)

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet; numbered as the office sees it in its own program."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not any(self.cells)


def read_lines(name: str, body: bytes) -> Iterator[Line]:
    """Read the lines that hold anything, as text.

    Raises:
        Fault: the file is empty, broken, too long, or no sheet at all; some only while reading.
    """
    if len(body) > MAX_BYTES:
        raise Fault(TOO_LARGE, name=name, limit=MAX_BYTES // 2**20)
    if not body.strip():
        raise Fault(EMPTY, name=name)
    if body.startswith(_OLE):
        raise Fault(OLD_EXCEL, name=name)
    rows = _rows(name, body)
    seen = 0
    for line in (Line(number, _clean(cells)) for number, cells in rows):
        if line.empty:
            continue
        seen += 1
        if seen > MAX_ROWS:
            raise Fault(TOO_MANY_ROWS, name=name, limit=MAX_ROWS)
        yield line


def _rows(name: str, body: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        if body.startswith(_ZIP):
            yield from xlsx.rows(body)
        else:
            yield from csv_text.rows(body)
    except xlsx.NotASheet:
        raise Fault(WRONG_TYPE, name=name) from None
    except csv_text.NotText:
        raise Fault(WRONG_TYPE, name=name) from None
    except xlsx.BrokenSheet:
        raise Fault(BROKEN, name=name) from None


def _clean(cells: list[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells[:MAX_COLUMNS])
