"""The invented crew of the demo city: who carries, by what, where, and from which office."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from data.regions import Kelurahan, regions

_NAMES = Path(__file__).parent / "demo" / "names.json"
_SMALL_KM2 = 0.5  # a kelurahan that is walked


@dataclass(frozen=True, slots=True)
class Courier:
    """One member of the crew; a territory is kelurahan codes, empty where doors are handpicked."""

    username: str
    name: str
    title: str
    vehicle: str  # motor, mobil or foot
    territory: tuple[str, ...]
    start_office: str  # a code of the offices table
    handpicked: bool = False


def demo_couriers(city: str, n: int, seed: int = 1) -> list[Courier]:
    """Invent n couriers who together serve every kelurahan.

    Fewer than there are kelurahan: each has some of one kecamatan (of several, when there are
    fewer than kecamatan). From as many upwards: each has one, and shares it in turn.
    """
    chance = Random(f"{seed}/{city}/crew")  # noqa: S311 - invented, not secret
    places = regions(city).kelurahan
    if n >= len(places):
        alone = [(places[turn % len(places)],) for turn in range(n)]
        return [
            _courier(beat, turn, chance, head=turn < len(places)) for turn, beat in enumerate(alone)
        ]
    return [_courier(beat, turn, chance) for turn, beat in enumerate(_shared_out(city, n))]


def demo_mayor(city: str) -> Courier:
    """The mayor: no territory, only doors that the office picks by hand."""
    return Courier(
        username="walikota",
        name="Ratna Kartawijaya",
        title="Wali Kota",
        vehicle="mobil",
        territory=(),
        start_office=f"{city}.balaikota",
        handpicked=True,
    )


def _shared_out(city: str, n: int) -> list[tuple[Kelurahan, ...]]:
    known = regions(city)
    by_kecamatan = [
        [place for place in known.kelurahan if place.kecamatan is part] for part in known.kecamatan
    ]
    if n < len(by_kecamatan):
        groups = [by_kecamatan[turn::n] for turn in range(n)]
        return [tuple(place for part in group for place in part) for group in groups]
    crews = [1] * len(by_kecamatan)
    for _ in range(n - len(by_kecamatan)):
        busiest = max(range(len(crews)), key=lambda part: len(by_kecamatan[part]) / crews[part])
        crews[busiest] += 1
    return [
        tuple(part[turn::crew])
        for part, crew in zip(by_kecamatan, crews, strict=True)
        for turn in range(crew)
    ]


def _courier(
    beat: tuple[Kelurahan, ...], turn: int, chance: Random, *, head: bool = False
) -> Courier:
    names = _names()
    home = beat[0]
    single = len(beat) == 1
    return Courier(
        username=f"kurir{turn + 1}",
        name=f"{chance.choice(names['man'] + names['woman'])} {chance.choice(names['second'])}",
        title=_title(home, single=single, head=head),
        vehicle="foot" if single and home.area_km2 < _SMALL_KM2 else "motor",
        territory=tuple(place.code for place in beat),
        start_office=home.code if single else home.kecamatan.code,
    )


@cache
def _names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(_NAMES.read_text(encoding="utf-8"))
    return found


def _title(home: Kelurahan, *, single: bool, head: bool) -> str:
    if not single:
        return f"Staf Kecamatan {home.kecamatan.name}"
    return f"Lurah {home.name}" if head else f"Staf Kelurahan {home.name}"
