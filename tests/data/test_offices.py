"""Each kelurahan and kecamatan has an office in the city, and doubtful points are marked."""

import pytest

from data.offices import OfficeKind, PointQuality, office_by_code, offices
from data.regions import regions

BOGOR = regions("32.71")


def test_every_kelurahan_and_kecamatan_has_its_office() -> None:
    for place in BOGOR.kelurahan:
        assert office_by_code("32.71", place.code).name == place.name
    for part in BOGOR.kecamatan:
        assert office_by_code("32.71", part.code).kind is OfficeKind.KECAMATAN


def test_offices_lie_in_the_city_and_good_ones_in_their_own_kelurahan() -> None:
    for office in offices("32.71"):
        home = BOGOR.kelurahan_at(office.lat, office.lon)
        assert home is not None, office.name
        if office.kind is OfficeKind.KELURAHAN and office.quality is PointQuality.GOOD:
            assert home.code == office.code, office.name


def test_the_population_office_is_there() -> None:
    office = office_by_code("32.71", "32.71.disdukcapil")
    assert (office.kind, office.kecamatan) == (OfficeKind.DISDUKCAPIL, "Bogor Utara")


def test_no_two_offices_share_a_code() -> None:
    codes = [office.code for office in offices("32.71")]
    assert len(set(codes)) == len(codes) == 77


def test_a_missing_office_is_said() -> None:
    with pytest.raises(LookupError, match=r"99\.99"):
        office_by_code("32.71", "99.99")
