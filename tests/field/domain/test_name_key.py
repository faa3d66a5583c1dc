"""Names that are one have one key; names that are not have two."""

import pytest

from field.domain.name_key import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jln. Soerjo IV", "Jalan Suryo 4"),
        ("Gg.Tjempaka", "gang cempaka"),
        ("Kp. Kebun Djati", "Kampung Kebon Jati"),
        ("Komplek Griya Asri", "Perum. Griya Asri"),
        ("Jl. K.H. Abdullah", "Jalan Kyai Haji Abdullah"),
        ("Jl. Wijaya VIII A", "jalan wijaja VIIIA"),
        ("Mesjid Al-Ma'ruf", "Masjid Al Maruf"),
        ("Jl. Merdeka Sel.", "Jalan Merdeka Selatan"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gang Mawar II", "Gang Mawar III"),
        ("Gang Mawar", "Gang Mawar I"),
        ("Jalan Mawar", "Gang Mawar"),
        ("Blok C5", "Blok C6"),
        ("Jalan Via", "Jalan VI"),
    ],
)
def test_other_names_are_others(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
