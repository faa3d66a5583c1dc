"""The offices of a city that depots, couriers and residents start from."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).parent / "offices"


class OfficeKind(StrEnum):
    DISDUKCAPIL = "disdukcapil"
    BALAIKOTA = "balaikota"
    MPP = "mpp"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"


class PointQuality(StrEnum):
    """How far an office's point can be believed."""

    GOOD = "good"
    NEAR_BOUNDARY = "near_boundary"
    APPROXIMATE = "approximate"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Office:
    """An office. An address may be empty: not known.

    The code of a kelurahan's or kecamatan's office is that of its region; an office of the
    whole city adds its kind, as in "32.71.disdukcapil".
    """

    kind: OfficeKind
    code: str
    name: str
    kecamatan: str
    address: str
    lat: float
    lon: float
    quality: PointQuality


@cache
def offices(city: str) -> tuple[Office, ...]:
    with (_TABLES / f"{city}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_office(row) for row in csv.DictReader(file))


def office_by_code(city: str, code: str) -> Office:
    """Find one office.

    Raises:
        LookupError: no office in the table has that code.
    """
    for office in offices(city):
        if office.code == code:
            return office
    raise LookupError(f"{city} has no office {code}")


def _office(row: dict[str, str]) -> Office:
    return Office(
        kind=OfficeKind(row["kind"]),
        code=row["code"],
        name=row["name"],
        kecamatan=row["kecamatan"],
        address=row["address"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        quality=PointQuality(row["quality"]),
    )
