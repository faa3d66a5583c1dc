"""The regions of a city: kelurahan by code, by any known spelling, and by point."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.polygon import Box, Polygon, Ring

_TABLES = Path(__file__).parent / "regions"


class UnknownCity(LookupError):
    """No tables are held for a city."""


@dataclass(frozen=True, slots=True)
class Kecamatan:
    code: str
    name: str
    spellings: tuple[str, ...]
    adults: int  # people old enough for a card, at the count of 2018


@dataclass(frozen=True, slots=True)
class Kelurahan:
    """One kelurahan; (lat, lon) is a point well inside it, not its office."""

    code: str
    name: str
    kecamatan: Kecamatan
    spellings: tuple[str, ...]
    postcode: str
    lat: float
    lon: float
    area_km2: float
    boundary: Polygon


@dataclass(frozen=True, slots=True)
class Regions:
    """All that is known of where things are in one city."""

    code: str
    name: str
    spellings: tuple[str, ...]
    province: str
    timezone: str
    area_code: str
    kecamatan: tuple[Kecamatan, ...]
    kelurahan: tuple[Kelurahan, ...]
    box: Box

    def by_code(self, code: str) -> Kelurahan | None:
        return next((place for place in self.kelurahan if place.code == code), None)

    def by_name(self, name: str, kecamatan: str | None = None) -> Kelurahan | None:
        """Find by name or known spelling; None when two share it and no kecamatan decides."""
        found = [place for place in self.kelurahan if _answers_to(place, name)]
        if kecamatan is not None:
            found = [place for place in found if _answers_to(place.kecamatan, kecamatan)]
        return found[0] if len(found) == 1 else None

    def kecamatan_by_name(self, name: str) -> Kecamatan | None:
        return next((place for place in self.kecamatan if _answers_to(place, name)), None)

    def kelurahan_at(self, lat: float, lon: float) -> Kelurahan | None:
        """Name the kelurahan whose boundary holds a point, or None outside the city."""
        return next((place for place in self.kelurahan if place.boundary.holds(lat, lon)), None)

    def contains(self, lat: float, lon: float) -> bool:
        return self.box.holds(lat, lon) and self.kelurahan_at(lat, lon) is not None


def spelling_key(name: str) -> str:
    """Reduce a name to what its spellings share: letters and digits, without case or spaces."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def cities() -> tuple[str, ...]:
    return tuple(row["code"] for row in _rows("cities"))


@cache
def regions(city: str) -> Regions:
    """Read the tables of a city, once.

    Raises:
        UnknownCity: there are no tables under that code.
    """
    row = next((row for row in _rows("cities") if row["code"] == city), None)
    if row is None:
        raise UnknownCity(city)
    kecamatan = {
        part["code"]: Kecamatan(
            part["code"], part["name"], _split(part["spellings"]), int(part["adults_2018"])
        )
        for part in _rows(f"{city}.kecamatan")
    }
    boundaries = _boundaries(city)
    return Regions(
        code=city,
        name=row["name"],
        spellings=_split(row["spellings"]),
        province=row["province"],
        timezone=row["timezone"],
        area_code=row["area_code"],
        kecamatan=tuple(kecamatan.values()),
        kelurahan=tuple(
            _kelurahan(part, kecamatan[part["kecamatan_code"]], boundaries[part["code"]])
            for part in _rows(city)
        ),
        box=Box.around([boundary.box for boundary in boundaries.values()]),
    )


def _kelurahan(row: dict[str, str], kecamatan: Kecamatan, boundary: Polygon) -> Kelurahan:
    return Kelurahan(
        code=row["code"],
        name=row["name"],
        kecamatan=kecamatan,
        spellings=_split(row["spellings"]),
        postcode=row["postcode"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        area_km2=float(row["area_km2"]),
        boundary=boundary,
    )


def _boundaries(city: str) -> dict[str, Polygon]:
    document = json.loads((_TABLES / f"{city}.geojson").read_text(encoding="utf-8"))
    return {
        feature["properties"]["code"]: Polygon.of(
            tuple(_ring(ring) for ring in feature["geometry"]["coordinates"])
        )
        for feature in document["features"]
    }


def _ring(corners: list[list[float]]) -> Ring:
    return tuple((lat, lon) for lon, lat in corners)


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (_TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _split(spellings: str) -> tuple[str, ...]:
    return tuple(spellings.split("|")) if spellings else ()


def _answers_to(place: Kelurahan | Kecamatan, name: str) -> bool:
    return spelling_key(name) in _keys(place.name, *place.spellings)


@cache
def _keys(*names: str) -> frozenset[str]:
    return frozenset(spelling_key(name) for name in names)
