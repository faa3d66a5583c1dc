"""The demo city: invented, whole, messy, and the same every time."""

import csv
import io
from collections import Counter
from datetime import date
from math import sqrt

from data.demo import COLUMNS, residents, write_csv
from data.demo_crew import demo_couriers, demo_mayor
from data.demo_writing import plus_code
from data.offices import office_by_code
from data.regions import regions
from field.domain.coordinate import parse_coordinate
from field.domain.nik import Kk, Nik
from field.domain.phone import parse_phone
from field.domain.place import Point, metres_between
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box

CITY = "32.71"
BOGOR = regions(CITY)
PEOPLE = list(residents(CITY, 3000))


def test_a_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert list(residents(CITY, 50, seed=7)) == list(residents(CITY, 50, seed=7))
    assert list(residents(CITY, 50, seed=7)) != list(residents(CITY, 50, seed=8))
    assert PEOPLE[:100] == list(residents(CITY, 200))[:100]


def test_exactly_so_many_are_made_and_written() -> None:
    file = io.StringIO()
    write_csv(residents(CITY, 123), file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(rows) == 123
    assert tuple(rows[0]) == COLUMNS
    assert all(row["nik"] and row["alamat"] and row["kelurahan"] for row in rows)


def test_each_lives_inside_the_kelurahan_and_all_kelurahan_are_lived_in() -> None:
    for person in PEOPLE:
        place = BOGOR.kelurahan_at(person.lat, person.lon)
        assert place is not None
        assert place.code == person.kelurahan
    assert len({person.kelurahan for person in PEOPLE}) == 68


def test_kecamatan_are_peopled_by_their_size() -> None:
    found = Counter(person.kelurahan[:8] for person in PEOPLE)
    total = sum(part.adults for part in BOGOR.kecamatan)
    for part in BOGOR.kecamatan:
        share = part.adults / total
        wobble = 5 * sqrt(share * (1 - share) / len(PEOPLE)) * 1.3  # households, not people
        assert abs(found[part.code] / len(PEOPLE) - share) < wobble, part.name


def test_numbers_pass_the_rules_and_are_nobodys() -> None:
    niks = [Nik.parse(person.row["nik"]) for person in PEOPLE]
    assert len(set(niks)) == len(PEOPLE)
    for person, nik in zip(PEOPLE, niks, strict=True):
        assert nik.agrees_with(person.born)
        assert nik.female is person.female
        assert nik.last4 >= "9001"
        if person.row["no_kk"]:
            assert Kk.parse(person.row["no_kk"]).last4 >= "9001"
    here = sum(nik.secret.startswith("3271") for nik in niks)
    assert 0.6 < here / len(niks) < 0.9  # people move: not every NIK begins with the city
    phones = [parse_phone(person.row["telepon"]) for person in PEOPLE if person.row["telepon"]]
    assert all(phone and phone.digits.startswith(("6284", "622510")) for phone in phones)
    assert 0.75 < len(phones) / len(PEOPLE) < 0.95


def test_given_points_are_true() -> None:
    given = [person for person in PEOPLE if person.row["koordinat"]]
    assert 0.1 < len(given) / len(PEOPLE) < 0.3
    for person in given:
        found = parse_coordinate(person.row["koordinat"], city_box(CITY), decode_plus_code)
        assert metres_between(found.point, Point(person.lat, person.lon)) < 15


def test_plus_codes_are_those_of_the_standard() -> None:
    for person in PEOPLE[:200]:
        point = decode_plus_code(plus_code(person.lat, person.lon), Point(0, 0))
        assert point is not None
        assert metres_between(point, Point(person.lat, person.lon)) < 10


def test_some_share_a_door_and_dates_lie_before_the_last() -> None:
    doors = Counter((person.lat, person.lon) for person in PEOPLE)
    assert set(doors.values()) == {1, 2, 3, 4}
    printed = {date.fromisoformat(person.row["tanggal_cetak"]) for person in PEOPLE}
    assert max(printed) == date(2026, 11, 23)


def test_every_kelurahan_is_served_by_crews_of_any_size() -> None:
    codes = {place.code for place in BOGOR.kelurahan}
    for n in (1, 4, 6, 20, 68, 136):
        crew = demo_couriers(CITY, n)
        assert len({courier.username for courier in crew}) == n
        assert {code for courier in crew for code in courier.territory} == codes
        served = Counter(code for courier in crew for code in courier.territory)
        assert max(served.values()) == max(1, n // 68)
        for courier in crew:
            assert office_by_code(CITY, courier.start_office)
            assert courier.vehicle in {"motor", "mobil", "foot"}


def test_six_couriers_have_a_kecamatan_each_and_136_are_two_a_kelurahan() -> None:
    assert {courier.start_office for courier in demo_couriers(CITY, 6)} == {
        part.code for part in BOGOR.kecamatan
    }
    titles = [c.title for c in demo_couriers(CITY, 136) if "32.71.01.1002" in c.territory]
    assert titles == ["Lurah Bondongan", "Staf Kelurahan Bondongan"]


def test_the_mayor_goes_only_where_sent() -> None:
    mayor = demo_mayor(CITY)
    assert mayor.handpicked
    assert mayor.territory == ()
    assert office_by_code(CITY, mayor.start_office).name == "Balai Kota Bogor"
