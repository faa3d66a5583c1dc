"""A household that no car takes is split among cars, nobody twice and nobody forgotten."""

from hypothesis import given
from hypothesis import strategies as st

from field.domain.jemput.needs import Aid, Rider, Spaces, spaces_of
from field.domain.jemput.party import parties

CAR, VAN = Spaces(4), Spaces(5, 1)
RIDERS = st.lists(st.builds(Rider, st.sampled_from(list(Aid)), companion=st.booleans()), max_size=9)
CARS = st.lists(st.builds(Spaces, st.integers(1, 6), st.integers(0, 2)), max_size=3)


def test_one_car_takes_them_as_long_as_there_is_room() -> None:
    four = [Rider(Aid.WALKS)] * 4
    assert parties(four, [CAR]) == [[0, 1, 2, 3]]
    assert parties([*four, Rider(Aid.ARM)], [CAR]) == [[0, 1, 2, 3], [4]]
    assert parties([*four, Rider(Aid.ARM)], [CAR, VAN]) == [[0, 1, 2, 3, 4]]


def test_companions_take_spaces_and_go_with_theirs() -> None:
    led = Rider(Aid.ARM, companion=True)
    assert parties([led, led, Rider(Aid.WALKS)], [CAR]) == [[0, 1], [2]]


def test_before_there_are_cars_a_household_stays_together() -> None:
    assert parties([Rider(Aid.WALKS)] * 9, []) == [list(range(9))]


@given(RIDERS, CARS)
def test_each_party_fits_a_car_or_is_one_person_for_whom_there_is_none(
    riders: list[Rider], cars: list[Spaces]
) -> None:
    found = parties(riders, cars)
    assert sorted(place for party in found for place in party) == list(range(len(riders)))
    for party in found:
        needs = spaces_of(riders[place] for place in party)
        assert not cars or len(party) == 1 or any(needs.within(car) for car in cars)
