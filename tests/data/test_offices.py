"""Each kelurahan and kecamatan has an office in the city, and doubtful points are marked."""

import pytest

from data.offices import OfficeKind, PointQuality, office_of, offices
from data.regions import regions

BOGOR = regions("32.71")


def test_every_kelurahan_and_kecamatan_has_its_office() -> None:
    for place in BOGOR.kelurahan:
        assert office_of("32.71", place.code, OfficeKind.KELURAHAN).name == place.name
    for part in BOGOR.kecamatan:
        assert office_of("32.71", part.code, OfficeKind.KECAMATAN).name == part.name


def test_offices_lie_in_the_city_and_good_ones_in_their_own_kelurahan() -> None:
    for office in offices("32.71"):
        home = BOGOR.kelurahan_at(office.lat, office.lon)
        assert home is not None, office.name
        if office.kind is OfficeKind.KELURAHAN and office.quality is PointQuality.GOOD:
            assert home.code == office.code, office.name


def test_the_population_office_is_there() -> None:
    office = office_of("32.71", "32.71", OfficeKind.DISDUKCAPIL)
    assert office.kecamatan == "Bogor Utara"


def test_a_missing_office_is_said() -> None:
    with pytest.raises(LookupError, match=r"99\.99"):
        office_of("32.71", "99.99", OfficeKind.KELURAHAN)
