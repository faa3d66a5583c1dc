"""Thousands of addresses in the messy forms people write, each checked against the truth."""

from data.demo import Resident, residents
from field.domain.address import Address
from field.domain.address_columns import Columns, complete
from field.domain.address_parser import parse_address
from field.domain.household import household_key
from field.domain.region_names import spelling_key
from field.gateways.regions import region_names

NAMES = region_names("32.71")
PEOPLE = list(residents("32.71", 3000, seed=5))


def read(person: Resident) -> Address:
    row = person.row
    columns = Columns(row["rt"], row["rw"], row["kelurahan"], row["kecamatan"], row["patokan"])
    return complete(parse_address(row["alamat"], NAMES), columns, NAMES)


def wrong_parts(person: Resident) -> list[str]:
    found, door = read(person), person.door
    street = spelling_key(f"{door.prefix} {door.street}")
    if door.block:
        street += spelling_key(f"Blok {door.block}")
    wrong = []
    if spelling_key(found.full_street) != street:
        wrong.append(f"street {found.full_street!r}")
    if (found.number or "") != door.number:
        wrong.append(f"number {found.number!r}")
    if found.kelurahan != door.kelurahan[0] or found.kecamatan != door.kecamatan[0]:
        wrong.append(f"region {found.kelurahan!r}, {found.kecamatan!r}")
    if found.rt and (found.rt, found.rw) != (door.rt, door.rw):
        wrong.append(f"RT/RW {found.rt}/{found.rw}")
    return wrong


def test_999_of_1000_are_read_without_a_fault() -> None:
    wrong = {person.row["alamat"]: parts for person in PEOPLE if (parts := wrong_parts(person))}
    assert len(wrong) <= len(PEOPLE) / 1000, list(wrong.items())[:10]


def test_people_of_one_door_become_one_visit_when_its_number_is_known() -> None:
    keys: dict[tuple[float, float], set[str]] = {}
    for person in PEOPLE:
        found = read(person)
        if found.number and found.rt:
            key = household_key(found, None, person.row["nik"])
            keys.setdefault((person.lat, person.lon), set()).add(key)
    split = [door for door, found in keys.items() if len(found) > 1]
    assert len(split) <= len(keys) / 1000
