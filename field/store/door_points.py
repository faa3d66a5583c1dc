"""The gazetteer of RT and RW: it grows with each door that is confirmed."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from field.domain.place import Point
from field.store.db import Live, session
from field.store.tables import DoorPoint, Household

_DECIMALS = 4  # ten metres: enough for an RT, too little for a door


@dataclass(frozen=True, slots=True)
class Spot:
    """A rounded point."""

    lat: float
    lon: float

    @classmethod
    def of(cls, point: Point) -> "Spot":
        return cls(round(point.lat, _DECIMALS), round(point.lon, _DECIMALS))


def keep(live: Live, house: Household, before: Point | None, point: Point) -> None:
    """Note where a door of an RT is; the point that it was confirmed at before is given up."""
    if not (house.rt and house.rw):
        return
    if before:
        _forget(live, house, Spot.of(before))
    spot = Spot.of(point)
    _forget(live, house, spot)  # the same spot twice says no more than once
    live.add(
        DoorPoint(kelurahan=house.kelurahan, rt=house.rt, rw=house.rw, lat=spot.lat, lon=spot.lon)
    )


def all_points() -> list[DoorPoint]:
    return list(session().scalars(select(DoorPoint).order_by(DoorPoint.id)))


def _forget(live: Live, house: Household, spot: Spot) -> None:
    live.execute(
        delete(DoorPoint).where(
            DoorPoint.kelurahan == house.kelurahan,
            DoorPoint.rt == house.rt,
            DoorPoint.rw == house.rw,
            DoorPoint.lat == spot.lat,
            DoorPoint.lon == spot.lon,
        )
    )
