"""The table of cards on either database: searched, sorted, within one's kecamatan."""

import pytest

from field.domain.card_search import CardFilter, read_search
from field.gateways.doors import Doors
from field.services import card_list, intake
from tests.fakes import Told
from tests.residents import csv_file, row

pytestmark = pytest.mark.both_databases

ROWS = [
    row(),
    row(nik="3271014508670002", nama="Budi 100%", tanggal_lahir="", kelurahan="Tegallega",
        tanggal_cetak="2026-11-01", mendesak="ya"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _cards(doors: Doors) -> None:
    import_id = intake.upload("a.csv", csv_file(ROWS), doors, None, queued=False)
    intake.preview(import_id, Told(), doors)
    intake.commit(import_id, doors, None, None, queued=False)
    intake.bring_in(import_id, Told(), doors)


def names(doors: Doors, chosen: CardFilter, within: str | None = None) -> list[str]:
    found = [card.name for card in card_list.cards(chosen, within, 1, doors)]
    assert card_list.count_cards(chosen, within) == len(found)
    return found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("SITI", ["Siti Rohmah"]), ("0%", ["Budi 100%"]), ("0002", ["Budi 100%"]), ("_", []),
     ("RT 3/RW 7", ["Budi 100%", "Siti Rohmah"]), ("3271014508670001", [])],
)  # fmt: skip
def test_a_search_means_what_was_typed(typed: str, found: list[str], doors: Doors) -> None:
    assert names(doors, CardFilter(search=read_search(typed))) == found


def test_the_longest_waiting_comes_first_unless_turned(doors: Doors) -> None:
    assert names(doors, CardFilter()) == ["Budi 100%", "Siti Rohmah"]
    assert names(doors, CardFilter(turned=True)) == ["Siti Rohmah", "Budi 100%"]
    assert names(doors, CardFilter(sort="name", turned=True)) == ["Siti Rohmah", "Budi 100%"]
    assert names(doors, CardFilter(sort="made up")) == ["Budi 100%", "Siti Rohmah"]


def test_a_dispatcher_finds_nothing_beyond_his_kecamatan(doors: Doors) -> None:
    assert names(doors, CardFilter(), "32.71.01") == ["Siti Rohmah"]
    assert card_list.find_number("3271014508670002", None, doors) is not None
    assert card_list.find_number("3271014508670002", "32.71.01", doors) is None


def test_the_export_is_what_the_filter_shows(doors: Doors) -> None:
    file = card_list.export(CardFilter(urgent=True), None, "csv", str, doors)
    lines = file.body.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "Budi 100%" in lines[1]
    assert "************0002" in lines[1]
