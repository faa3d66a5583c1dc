"""Cards are joined at a house, never along a gang."""

from field.domain.address import Address
from field.domain.household import household_key

HOUSE = Address(street="Gg. Mawar", number="5", rt="003", rw="007", kelurahan="Bondongan")
GANG = Address(street="Gg. Mawar", rt="003", rw="007", kelurahan="Bondongan")


def test_one_house_is_one_visit_whatever_the_family_card() -> None:
    other_spelling = Address(
        street="gg mawar", number="5", rt="003", rw="007", kelurahan="Bondongan", landmark="mushola"
    )
    assert household_key(HOUSE, None, "a") == household_key(other_spelling, "kk", "b")


def test_the_next_house_and_the_next_rt_are_others() -> None:
    next_house = Address(street="Gg. Mawar", number="6", rt="003", rw="007", kelurahan="Bondongan")
    next_rt = Address(street="Gg. Mawar", number="5", rt="004", rw="007", kelurahan="Bondongan")
    keys = {household_key(place, None, "x") for place in (HOUSE, next_house, next_rt)}
    assert len(keys) == 3


def test_without_a_number_only_the_family_card_joins() -> None:
    assert household_key(GANG, "kk1", "a") == household_key(GANG, "kk1", "b")
    assert household_key(GANG, "kk1", "a") != household_key(GANG, "kk2", "b")
    assert household_key(GANG, None, "a") != household_key(GANG, None, "b")


def test_an_address_of_nothing_but_a_number_joins_nobody() -> None:
    bare = Address(number="5", rt="003", rw="007", kelurahan="Bondongan")
    assert household_key(bare, "kk", "a") != household_key(bare, "kk", "b")
