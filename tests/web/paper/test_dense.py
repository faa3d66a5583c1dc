"""Squares, dense blocks and index: small rules of a map to print, tried on all that may come."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from web.paper.dense import FEWEST, HIGHEST, NEAR, WIDEST, dense_blocks
from web.paper.grid import Grid
from web.paper.place_index import Entry, index_of, ranges

SPOT = st.tuples(st.floats(0, 186), st.floats(0, 178))


@given(st.lists(SPOT, max_size=60))
def test_blocks_are_small_and_share_no_door(spots: list[tuple[float, float]]) -> None:
    blocks = dense_blocks(spots)
    members = [i for block in blocks for i in block]
    assert len(members) == len(set(members))
    for block in blocks:
        assert len(block) >= FEWEST
        xs, ys = [spots[i][0] for i in block], [spots[i][1] for i in block]
        assert max(xs) - min(xs) <= WIDEST
        assert max(ys) - min(ys) <= HIGHEST


def test_a_gang_is_a_block_and_lone_doors_are_none() -> None:
    gang = [(20 + i * (NEAR - 1), 20.0) for i in range(5)]
    alone = [(100.0, 100.0), (100.0, 120.0), (150.0, 20.0)]
    pair = [(60.0, 150.0), (61.0, 150.0)]
    assert dense_blocks([*alone, *gang, *pair]) == [[3, 4, 5, 6, 7]]


def test_a_long_gang_is_cut_into_insets_that_enlarge_it() -> None:
    gang = [(10 + i * 3.0, 50.0) for i in range(30)]
    blocks = dense_blocks(gang)
    assert len(blocks) >= 3
    assert sum(map(len, blocks)) == 30


def test_squares_go_by_letter_across_and_number_down() -> None:
    grid = Grid(186, 178, 6, 6)
    assert grid.square(1, 1) == "A1"
    assert grid.square(185, 1) == "F1"
    assert grid.square(100, 177) == "D6"
    assert grid.square(-3, 500) == "A6"
    assert [letter for letter, _ in grid.letters()] == list("ABCDEF")


@given(st.sets(st.integers(1, 200)))
def test_ranges_say_every_number_once(numbers: set[int]) -> None:
    said: list[int] = []
    for part in ranges(numbers).split(", ") if numbers else []:
        first, _, last = part.partition("-")
        said += range(int(first), int(last or first) + 1)
    assert said == sorted(numbers)
    assert all(one < other for one, other in pairwise(said))


def test_the_index_tells_squares_numbers_insets_and_what_has_no_point() -> None:
    area = ("Bondongan", "007", "003")
    lines = index_of(
        [
            Entry(area, "B2", 4),
            Entry(area, "A1", 2, "S10"),
            Entry(area, "A1", 3, "S2"),
            Entry(area, "", 9),
            Entry(("Bondongan", "007", "001"), "C3", 1),
        ]
    )
    assert [line.rt for line in lines] == ["001", "003"]
    assert (lines[1].squares, lines[1].numbers) == ("A1, B2", "2-4, 9")
    assert (lines[1].insets, lines[1].lost) == ("S2, S10", 1)
