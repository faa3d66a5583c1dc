"""Problems on one street, a minute from door to door: their best plan can be seen."""

from typing import Any

from routing import Job, Vehicle
from routing.matrix import Matrix
from routing.problem import Shipment

MINUTE = 60


def street(doors: int = 8) -> dict[str, Matrix]:
    rows = [[abs(a - b) * MINUTE for b in range(doors)] for a in range(doors)]
    return {"motor": Matrix.of(rows, [[way // 6 for way in row] for row in rows])}


def van(number: int = 1, **more: Any) -> Vehicle:
    """It lives at door 0."""
    return Vehicle(**{"id": number, "start": 0, "end": 0, **more})


def door(number: int, location: int | None = None, **more: Any) -> Job:
    return Job(id=number, location=number if location is None else location, **more)


def trip(pickup: int, delivery: int, at: int, to: int, **more: Any) -> Shipment:
    return Shipment(pickup=door(pickup, at), delivery=door(delivery, to), **more)
