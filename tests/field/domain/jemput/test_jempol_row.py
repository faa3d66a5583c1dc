"""A row of JEMPOL-BAHAGIA's list becomes a request, or is told what is wrong with it."""

from datetime import date

import pytest

from field.domain.jemput.jempol_columns import COLUMNS, HEADINGS
from field.domain.jemput.jempol_row import SiftedRequests, sift_requests
from field.gateways.city import city_facts
from tests.jempol import row

CITY = city_facts("32.71", date(2026, 11, 24))


def sifted(*rows: dict[str, str], within: str | None = None) -> SiftedRequests:
    return sift_requests(enumerate(rows, start=2), CITY, within)


def test_its_own_headings_are_known_in_many_spellings() -> None:
    names = [column.name for column in COLUMNS]
    assert list(HEADINGS.read(names)) == names
    assert HEADINGS.fit(["No. Pemohon", "Nama Pemohon", "Kelurahan", "Status Pemohon"])
    assert not HEADINGS.fit(["nik", "nama", "alamat", "kelurahan"])


def test_a_row_is_read_whole() -> None:
    (asked,) = sifted(row(nik="3271015508500077", rt="3/7", rw="", keterangan="tuli")).requests
    assert (asked.number, asked.name, asked.kelurahan) == ("001/2026", "Warsih", "32.71.01.1002")
    assert (asked.address.rt, asked.address.rw) == ("003", "007")
    assert (asked.asked_on, asked.age) == (date(2026, 11, 20), "60")
    assert asked.care.note == "lansia: tuli"
    assert asked.nik is not None
    assert asked.address.number == "5"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"nama": ""}, "row.no_name"),
        ({"kelurahan": ""}, "address.no_kelurahan"),
        ({"kelurahan": "Atlantis"}, "address.unknown_kelurahan"),
        ({"kecamatan": "Luar Domisili"}, "jempol.outside"),
        ({"rt": "dekat sawah"}, "address.bad_rt_rw"),
    ],
)
def test_what_cannot_be_served_stays_out(wrong: dict[str, str], code: str) -> None:
    found = sifted(row(**wrong))
    assert not found.requests
    assert found.bad == 1
    assert [(problem.kind.code, problem.fatal) for problem in found.problems] == [(code, True)]


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ({"nik": "32710155085000"}, "jempol.bad_nik"),
        ({"status_pemohon": "sepuh"}, "jempol.bad_status"),
        ({"tanggal_permohonan": "kemarin"}, "jempol.bad_day"),
        ({"tanggal_permohonan": "2027-01-01"}, "jempol.bad_day"),
        ({"telepon": "tanya RT"}, "row.bad_phone"),
    ],
)
def test_what_is_odd_comes_in_with_a_warning(odd: dict[str, str], code: str) -> None:
    found = sifted(row(**odd))
    assert len(found.requests) == 1
    assert [(problem.kind.code, problem.fatal) for problem in found.problems] == [(code, False)]


def test_a_nik_may_be_missing_and_is_never_shown_whole() -> None:
    assert sifted(row(nik="")).problems == []
    (problem,) = sifted(row(nik="32710155085000")).problems
    assert "32710155" not in problem.shown


def test_who_is_recorded_already_or_stands_twice_is_passed_over() -> None:
    found = sifted(row(), row(), row(status_progress="Selesai", nama="Udin"), row(nama="Eni"))
    assert (found.rows, found.repeated, found.bad) == (4, 2, 0)
    assert [asked.name for asked in found.requests] == ["Warsih", "Eni"]
    codes = [problem.kind.code for problem in found.problems]
    assert codes == ["jempol.repeated", "jempol.finished"]


def test_a_dispatcher_brings_in_nobody_elses_people() -> None:
    found = sifted(row(kelurahan="Tegallega", kecamatan="Bogor Tengah"), within="32.71.01")
    assert (found.bad, found.requests) == (1, [])
