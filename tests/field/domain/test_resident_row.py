"""One row: what goes in, what stays out, and what is only told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.place import Point
from field.domain.resident_row import Checked, Resident, check_row
from field.domain.row_problems import RowProblem
from field.gateways.city import city_facts
from tests.residents import GOOD, HEAD, row

CITY = city_facts("32.71", date(2026, 11, 24))


def check(**cells: str) -> Checked:
    return check_row(7, row(**cells), CITY)


def taken(**cells: str) -> Resident:
    resident = check(**cells).resident
    assert resident is not None
    return resident


def told(**cells: str) -> list[tuple[str, str, bool]]:
    return [(found.field, found.kind.code, found.fatal) for found in check(**cells).problems]


def test_a_good_row_is_a_resident_in_parts() -> None:
    resident = taken(no_kk="3271010101100002", koordinat="-6.614916, 106.806204", mendesak="Ya")
    assert check().problems == ()
    assert resident.nik.last4 == "0001"
    assert (resident.address.street, resident.address.number) == ("Gg. Mawar II", "5")
    assert (resident.address.rt, resident.address.rw) == ("003", "007")
    assert resident.kelurahan == "32.71.01.1002"
    assert resident.printed_on == date(2026, 11, 20)
    assert resident.phone == "6281200000001"
    assert resident.given == Point(-6.614916, 106.806204)
    assert resident.urgent


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"nik": ""}, "nik", "nik.not_16_digits"),
        ({"nik": "327101450867"}, "nik", "nik.not_16_digits"),
        ({"nik": "3.27101450867000E+15"}, "nik", "nik.rounded_by_sheet"),
        ({"nik": "3271019908670001"}, "nik", "nik.bad_structure"),
        ({"nama": ""}, "nama", "row.no_name"),
        ({"nama": "A" * 121}, "nama", "row.odd_name"),
        ({"nama": "Siti 3271014508670001"}, "nama", "row.odd_name"),
        ({"alamat": ""}, "alamat", "row.no_address"),
        ({"alamat": "x" * 501}, "alamat", "row.long_address"),
        ({"rt": "tiga"}, "rt", "address.bad_rt_rw"),
        ({"rw": "1234"}, "rw", "address.bad_rt_rw"),
        ({"kelurahan": "Bondonan"}, "kelurahan", "address.unknown_kelurahan"),
        ({"kelurahan": ""}, "kelurahan", "address.no_kelurahan"),
        ({"kecamatan": "Depok"}, "kecamatan", "address.unknown_kecamatan"),
        ({"tanggal_cetak": "kemarin"}, "tanggal_cetak", "row.bad_print_date"),
        ({"tanggal_cetak": "2026-11-25"}, "tanggal_cetak", "row.future_print_date"),
    ],
)
def test_a_bad_field_keeps_the_row_out(cells: dict[str, str], field: str, code: str) -> None:
    assert check(**cells).resident is None
    assert told(**cells) == [(field, code, True)]


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"no_kk": "123"}, "no_kk", "row.bad_kk"),
        ({"tanggal_lahir": "05/08/67"}, "tanggal_lahir", "row.bad_birth_date"),
        ({"tanggal_lahir": "1967-08-06"}, "tanggal_lahir", "row.other_birth_date"),
        ({"telepon": "tidak ada"}, "telepon", "row.bad_phone"),
        ({"mendesak": "mungkin"}, "mendesak", "row.bad_urgent"),
        ({"koordinat": "di situ"}, "koordinat", "point.unreadable"),
        ({"koordinat": "-6.2, 106.8"}, "koordinat", "point.outside_city"),
        ({"koordinat": "https://maps.app.goo.gl/x"}, "koordinat", "point.short_link"),
        ({"koordinat": "106.806204, -6.614916"}, "koordinat", "point.turned"),
        ({"kecamatan": "Tanah Sareal"}, "alamat", "address.other_kecamatan"),
        ({"alamat": "Gg. Mawar No. 5 RT 1 RW 7"}, "alamat", "address.other_rt_rw"),
    ],
)
def test_a_doubt_is_told_and_the_row_goes_in(cells: dict[str, str], field: str, code: str) -> None:
    assert check(**cells).resident is not None
    assert told(**cells) == [(field, code, False)]


def test_all_that_is_wrong_is_told_at_once() -> None:
    codes = {code for _, code, _ in told(nik="1", nama="", alamat="", tanggal_cetak="?")}
    assert codes == {"nik.not_16_digits", "row.no_name", "row.no_address", "row.bad_print_date"}


def test_an_unknown_kelurahan_names_the_nearest_spelling() -> None:
    (problem,) = check(kelurahan="Bondonan").problems
    assert "Bondongan" in str(problem.values["near"])


def test_no_whole_number_is_ever_shown() -> None:
    secret = "3271019908670001"  # noqa: S105 - invented
    shifted = check(nik=secret, kelurahan=secret, telepon=secret, no_kk=secret + "9")
    for found in shifted.problems:
        assert secret not in f"{found.shown}{found.values}"
    assert shown_of(shifted.problems, "nik") == "************0001"


def shown_of(problems: tuple[RowProblem, ...], field: str) -> str:
    return next(found.shown for found in problems if found.field == field)


def test_a_number_inside_the_address_is_hidden() -> None:
    resident = taken(alamat="Gg. Mawar No. 5, NIK 3271014508670001", patokan="KK 3271014508670001")
    assert "327101" not in f"{resident.address.raw}{resident.address.landmark}"


@pytest.mark.parametrize("cell", ["03/07", "RT 3/7", "RT.03 RW.07"])
def test_rt_and_rw_may_share_a_place(cell: str) -> None:
    in_address = taken(rt="", rw="", alamat=f"Gg. Mawar No. 5 {cell}" if "R" in cell else "Gg. A 1")
    if "R" in cell:
        assert (in_address.address.rt, in_address.address.rw) == ("003", "007")
    if "RW" not in cell:
        in_column = taken(rt=cell, rw="")
        assert (in_column.address.rt, in_column.address.rw) == ("003", "007")


@given(st.fixed_dictionaries({}, optional={name: st.text(max_size=40) for name in HEAD}))
def test_no_row_breaks_it(cells: dict[str, str]) -> None:
    checked = check_row(1, {**GOOD, **cells}, CITY)
    assert (checked.resident is None) == any(found.fatal for found in checked.problems)
