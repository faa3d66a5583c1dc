"""The addresses that offices really write, when the trial data is at hand."""

import csv
import re

import pytest

from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.gateways.regions import region_names
from tests.trial import trial_file

NAMES = region_names("32.71")


def rows(name: str) -> list[dict[str, str]]:
    path = trial_file(name)
    if not path.exists():
        pytest.skip(f"the trial data {name} is not here")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parse(text: str) -> Address:
    return parse_address(text, NAMES)


def test_offices_that_name_a_kelurahan_name_the_right_one() -> None:
    offices = [row for row in rows("bogor_offices.csv") if row["type"] == "kelurahan"]
    found = {row["name"]: parse(row["address"]).kelurahan for row in offices}
    said = {name: kelurahan for name, kelurahan in found.items() if kelurahan}
    assert [name for name, kelurahan in said.items() if name != kelurahan] == []
    assert len(said) >= 6  # most offices leave it out: their list has a column for it


def test_health_centres_are_found_in_their_kelurahan() -> None:
    centres = rows("bogor_puskesmas_addresses.csv")
    found = [parse(row["alamat"]) for row in centres]
    named = [place for place in found if place.kelurahan]
    assert len(named) >= 18  # the other 7 name only a kecamatan, or nothing
    for row, place in zip(centres, found, strict=True):
        known = NAMES.find_kelurahan(place.kelurahan or "")
        if known and row["kode_kelurahan"]:
            assert known.code == row["kode_kelurahan"], row["alamat"]
    assert sum(place.kecamatan is not None for place in found) == 24


def test_every_number_and_rt_is_read() -> None:
    texts = [row["address"] for row in rows("bogor_offices.csv")]
    texts += [row["alamat"] for row in rows("bogor_puskesmas_addresses.csv")]
    for text in texts:
        place = parse(text)
        assert bool(place.number) == bool(re.search(r"\bno\W*[0-9]", text, re.IGNORECASE)), text
        assert bool(place.rt) == bool(re.search(r"\bRT\W*[0-9]", text, re.IGNORECASE)), text
