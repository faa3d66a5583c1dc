"""Headings as offices write them."""

import pytest

from field.domain.fault import Fault
from field.domain.resident_columns import COLUMNS, HEADINGS


def test_headings_are_known_in_many_spellings() -> None:
    found = HEADINGS.read(
        ["No", "NIK", "Nama Lengkap", "NO_KK", "RT/RW", "Alamat", "Kel.", "No HP"]
    )
    assert found == {
        "nik": 1, "nama": 2, "no_kk": 3, "rt": 4, "alamat": 5, "kelurahan": 6, "telepon": 7,
    }  # fmt: skip


def test_the_template_names_itself() -> None:
    names = [column.name for column in COLUMNS]
    assert list(HEADINGS.read(names)) == names


def test_a_letterhead_above_the_headings_is_passed_over() -> None:
    lines = [(1, ["DAFTAR WARGA"]), (3, ["nik", "nama", "alamat"]), (4, ["1", "a", "b"]), (5, [""])]
    assert list(HEADINGS.rows_of(lines)) == [(4, {"nik": "1", "nama": "a", "alamat": "b"})]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([(1, ["nik", "nama"]), (2, ["1", "a"])], "sheet.missing_columns"),
        ([(1, ["apa", "saja"])], "sheet.missing_columns"),
        ([(1, ["nik", "nama", "alamat"])], "sheet.no_rows"),
    ],
)
def test_a_sheet_that_lacks_something_is_told(
    lines: list[tuple[int, list[str]]], code: str
) -> None:
    with pytest.raises(Fault) as fault:
        list(HEADINGS.rows_of(lines))
    assert fault.value.code == code
    if code == "sheet.missing_columns":
        assert "alamat" in str(fault.value.values["missing"])
