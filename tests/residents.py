"""Lists of residents for tests: rows by default good, written as CSV or XLSX."""

import csv
import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

HEAD = ("nik", "nama", "tanggal_lahir", "no_kk", "alamat", "rt", "rw", "kelurahan", "kecamatan",
        "patokan", "telepon", "koordinat", "tanggal_cetak", "tanggal_siap_cetak",
        "mendesak")  # fmt: skip
GOOD = {
    "nik": "3271014508670001",
    "nama": "Siti Rohmah",
    "tanggal_lahir": "1967-08-05",
    "alamat": "Gg. Mawar II No. 5",
    "rt": "003",
    "rw": "007",
    "kelurahan": "Bondongan",
    "telepon": "0812-0000-0001",
    "tanggal_cetak": "2026-11-20",
}


def row(**cells: str) -> dict[str, str]:
    return {**GOOD, **cells}


def people(count: int, **cells: str) -> list[dict[str, str]]:
    """Return rows of people who differ in NIK and house."""
    return [
        row(**{"nik": f"327101010170{number:04}", "tanggal_lahir": "",
               "alamat": f"Gg. Mawar II No. {number}", **cells})
        for number in range(1, count + 1)
    ]  # fmt: skip


def csv_file(
    rows: Sequence[Mapping[str, str]], delimiter: str = ",", encoding: str = "utf-8"
) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEAD, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_file(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(list(head))
    for cells in rows:
        sheet.append(list(cells))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
