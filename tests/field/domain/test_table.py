"""A table says the same everywhere, each hand in its own writing."""

from datetime import date

import pytest

from field.domain.table import Cell, Table, plain, spoken


@pytest.mark.parametrize(
    ("cell", "in_a_file", "to_people"),
    [
        (12345, "12345", "12.345"),
        (1234.56, "1234,6", "1.234,6"),
        (0, "0", "0"),
        (None, "", "–"),  # noqa: RUF001 - the dash that tables here use
        ("Bondongan", "Bondongan", "Bondongan"),
    ],
)
def test_a_cell_is_written_for_files_and_for_people(
    cell: Cell, in_a_file: str, to_people: str
) -> None:
    assert (plain(cell), spoken(cell)) == (in_a_file, to_people)


def test_a_day_in_a_file_is_a_date() -> None:
    assert plain(date(2026, 11, 24)) == "2026-11-24"


def test_rows_and_sums_fit_the_head() -> None:
    whole = Table("Hari", ("Hari", "Kartu"), (("a", 1),), ("Jumlah", 1))
    assert whole.texts(plain) == [["a", "1"], ["Jumlah", "1"]]
    with pytest.raises(ValueError, match="each heading"):
        Table("Hari", ("Hari", "Kartu"), (("a",),))
