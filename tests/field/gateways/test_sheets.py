"""Files as offices save them come in; what is no list is refused in words."""

import io
import zipfile
from datetime import datetime

import pytest

from field.domain.fault import Fault
from field.gateways import sheets
from field.gateways.sheets import read_lines
from field.gateways.zip_check import UnsafeZip, check_zip
from tests.residents import HEAD, csv_file, row, xlsx_file

NAME = "warga.csv"


def cells(body: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_lines(NAME, body)]


def refused(body: bytes) -> str:
    with pytest.raises(Fault) as fault:
        cells(body)
    assert NAME in fault.value.message
    return fault.value.code


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_comes_in_whatever_parts_it(delimiter: str, encoding: str) -> None:
    body = csv_file([row(nama="Zoë, bin Siti", rt="003")], delimiter, encoding)
    head, first = cells(body)
    assert head == HEAD
    assert (first[1], first[5]) == ("Zoë, bin Siti", "003")


def test_a_line_has_the_number_of_its_place_in_the_file() -> None:
    body = b'nik,nama,alamat\n\n1,"dua\nbaris",x\n\n2,b,y\n'
    assert [line.number for line in read_lines(NAME, body)] == [1, 3, 6]


def test_the_mark_that_excel_sets_is_understood() -> None:
    body = b"sep=;\r\nnik;nama\r\n1;a\r\n"
    assert [(line.number, line.cells) for line in read_lines(NAME, body)][1] == (3, ("1", "a"))


def test_commas_in_an_address_do_not_win_over_semicolons() -> None:
    body = b"nik;nama;alamat\n1;a;Jl. X, No. 1, RT 1, RW 2, Bondongan\n"
    assert cells(body)[1] == ("1", "a", "Jl. X, No. 1, RT 1, RW 2, Bondongan")


def test_text_cells_of_xlsx_keep_their_zeros() -> None:
    body = xlsx_file([["3271014508670001", "Siti", datetime(1967, 8, 5), None, "x", "003"]])  # noqa: DTZ001 - as sheets have them
    assert cells(body)[1][:6] == ("3271014508670001", "Siti", "1967-08-05", "", "x", "003")


def test_a_long_number_that_excel_may_have_cut_says_so() -> None:
    body = xlsx_file([[3271014508670000, "Siti"], [3271014508670001, "Budi"], [3, 0.5]])
    assert [found[0] for found in cells(body)[1:]] == [
        "3.27101450867000E+15", "3271014508670001", "3",
    ]  # fmt: skip


def test_an_empty_file_is_told() -> None:
    assert refused(b"") == refused(b" \r\n\n") == "sheet.empty"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"%PDF-1.7\n\x00\x01\x02", "sheet.wrong_type"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "sheet.wrong_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "sheet.old_excel"),
        (b"PK\x03\x04" + b"rusak" * 50, "sheet.broken"),
        (xlsx_file([["1", "a"]])[:-400], "sheet.broken"),
    ],
)
def test_what_is_no_list_is_refused(body: bytes, code: str) -> None:
    assert refused(body) == code


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def test_another_kind_of_zip_is_refused() -> None:
    assert refused(zipped(**{"word/document.xml": b"<w/>"})) == "sheet.wrong_type"


def test_a_bomb_is_not_opened() -> None:
    bomb = zipped(**{"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b" " * 40_000_000})
    with pytest.raises(UnsafeZip):
        check_zip(bomb)
    assert refused(bomb) == "sheet.broken"


def test_hostile_xml_is_not_followed() -> None:
    good = zipfile.ZipFile(io.BytesIO(xlsx_file([["1", "a"]])))
    parts = {name: good.read(name) for name in good.namelist()}
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    parts["xl/workbook.xml"] = laughs + parts["xl/workbook.xml"].split(b"?>")[-1]
    assert refused(zipped(**parts)) == "sheet.broken"


def test_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 3)
    assert refused(csv_file([row()] * 4)) == "sheet.too_many_rows"
    monkeypatch.setattr(sheets, "MAX_BYTES", 10)
    assert refused(csv_file([row()])) == "sheet.too_large"
