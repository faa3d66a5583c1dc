"""The demo city: invented residents with printed cards, the same for a seed every time."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TextIO
from zlib import crc32

from data.demo_places import Rt, house, neighbourhoods, weights
from data.demo_writing import Door, write_address, write_phone, write_point
from data.regions import regions

_WORDS = Path(__file__).parent / "demo"
_FIRST_SERIAL = 9001  # no real NIK has so high a serial
_SPREAD = 900
_ELSEWHERE = ("320101", "320113", "317401", "317506", "327301", "330412", "347101", "127105")
_OLDEST, _YOUNGEST = date(1938, 1, 1), date(2009, 6, 30)

COLUMNS = (
    "nik",
    "nama",
    "tanggal_lahir",
    "no_kk",
    "alamat",
    "rt",
    "rw",
    "kelurahan",
    "kecamatan",
    "patokan",
    "telepon",
    "koordinat",
    "tanggal_cetak",
    "mendesak",
)


@dataclass(frozen=True, slots=True)
class Resident:
    """One invented person: a row as an office would hold it, and what is true of the door."""

    row: dict[str, str]
    door: Door
    female: bool
    born: date
    kelurahan: str  # code
    lat: float
    lon: float


def residents(
    city: str, n: int, seed: int = 1, until: date = date(2026, 11, 23)
) -> Iterator[Resident]:
    """Invent n residents, household by household.

    Args:
        city: whose kelurahan they live in.
        n: how many cards.
        seed: the same seed gives the same people.
        until: the last day on which a card was printed.
    """
    chance = Random(f"{seed}/{city}")  # noqa: S311 - invented, not secret
    inventor = _Inventor(city, seed, until, chance)
    made = 0
    while made < n:
        for resident in inventor.household(most=n - made):
            made += 1
            yield resident


def write_csv(people: Iterable[Resident], file: TextIO) -> None:
    """Write residents in the form of the import template."""
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(person.row for person in people)


class _Inventor:
    """Makes households; remembers which numbers are taken."""

    def __init__(self, city: str, seed: int, until: date, chance: Random) -> None:
        self.city, self.seed, self.until, self.chance = city, seed, until, chance
        self.kelurahan = regions(city).kelurahan
        self.weights = weights(city)
        self.names = _words("names")
        self.streets = _words("streets")
        self.landmarks: list[str] = json.loads(_read("landmarks"))
        self.serials: dict[str, int] = {}

    def household(self, most: int) -> Iterator[Resident]:
        chance = self.chance
        place = chance.choices(self.kelurahan, self.weights)[0]
        rt = chance.choice(neighbourhoods(self.city, place.code, self.seed))
        door = self._door(rt)
        lat, lon = house(rt, chance)
        shared = {
            "no_kk": self._kk(rt) if chance.random() < 0.6 else "",
            "patokan": chance.choice(self.landmarks) if chance.random() < 0.35 else "",
            "koordinat": write_point(lat, lon, chance) if chance.random() < 0.2 else "",
            "telepon": write_phone(chance) if chance.random() < 0.85 else "",
        }
        size = chance.choices((1, 2, 3, 4), (80, 12, 5, 3))[0]
        for _ in range(min(size, most)):
            female = chance.random() < 0.5
            born = _OLDEST + timedelta(days=chance.randrange((_YOUNGEST - _OLDEST).days))
            row = self._row(door, born, female=female) | shared
            yield Resident(row, door, female, born, place.code, lat, lon)

    def _row(self, door: Door, born: date, *, female: bool) -> dict[str, str]:
        chance = self.chance
        beside = chance.random() < 0.35  # RT and RW in their columns, not in the address
        printed = self.until - timedelta(days=chance.randrange(14))
        wrong = timedelta(days=1 if chance.random() < 0.02 else 0)
        return {
            "nik": self._nik(door, born, female=female),
            "nama": self._name(female=female),
            "tanggal_lahir": (born + wrong).strftime(chance.choice(("%d-%m-%Y", "%Y-%m-%d"))),
            "alamat": write_address(door, chance, with_rt_rw=not beside and chance.random() < 0.95),
            "rt": chance.choice((door.rt, str(int(door.rt)))) if beside else "",
            "rw": chance.choice((door.rw, str(int(door.rw)))) if beside else "",
            "kelurahan": chance.choice((*[door.kelurahan[0]] * 9, door.kelurahan[-1])),
            "kecamatan": door.kecamatan[0] if chance.random() < 0.8 else "",
            "tanggal_cetak": printed.isoformat(),
            "mendesak": "ya" if chance.random() < 0.05 else "",
        }

    def _door(self, rt: Rt) -> Door:
        """Name the street: an RT has two, the same for all who live there."""
        chance, place = self.chance, rt.kelurahan
        local = Random(f"{self.seed}/{place.code}/{rt.rw}/{rt.rt}")  # noqa: S311 - invented
        prefixes = local.choices(list(self.streets), (45, 30, 17, 8), k=2)
        which = chance.randrange(2)
        prefix = prefixes[which]
        names = local.sample(self.streets[prefix], 2)
        numbered = chance.random() < (0.35 if prefix == "Kp." else 0.85)
        return Door(
            prefix=prefix,
            street=names[which],
            number=f"{chance.randint(1, 80)}{chance.choice(('', '', '', 'A'))}" if numbered else "",
            block=f"{chance.choice('ABCDE')}{chance.randint(1, 9)}" if prefix == "Perum" else "",
            rt=rt.rt,
            rw=rt.rw,
            kelurahan=(place.name, *place.spellings),
            kecamatan=(place.kecamatan.name, *place.kecamatan.spellings),
            postcode=place.postcode,
        )

    def _name(self, *, female: bool) -> str:
        first = self.chance.choice(self.names["woman" if female else "man"])
        second = self.chance.choice(self.names["second_woman" if female else "second"])
        return first if self.chance.random() < 0.04 else f"{first} {second}"

    def _nik(self, door: Door, born: date, *, female: bool) -> str:
        """Number by the place of first registration: mostly, not always, this city."""
        region = (
            self._region(door) if self.chance.random() < 0.75 else self.chance.choice(_ELSEWHERE)
        )
        return self._numbered(f"{region}{born.day + 40 * female:02}{born:%m%y}")

    def _kk(self, rt: Rt) -> str:
        issued = date(2012, 1, 1) + timedelta(days=self.chance.randrange(4500))
        return self._numbered(f"{rt.kelurahan.kecamatan.code.replace('.', '')}{issued:%d%m%y}")

    def _region(self, door: Door) -> str:
        known = regions(self.city).kecamatan_by_name(door.kecamatan[0])
        return known.code.replace(".", "") if known else _ELSEWHERE[0]

    def _numbered(self, start: str) -> str:
        # Spread, so that the last four digits tell people apart on a screen.
        first = _FIRST_SERIAL + crc32(start.encode()) % _SPREAD
        self.serials[start] = self.serials.get(start, first - 1) + 1
        return f"{start}{self.serials[start]:04}"


def _words(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(_read(name))
    return found


def _read(name: str) -> str:
    return (_WORDS / f"{name}.json").read_text(encoding="utf-8")
