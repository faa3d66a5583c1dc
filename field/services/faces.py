"""Faces: the photo of an officer or driver, which a family compares at its door."""

import hashlib

from field.domain.fault import BODY_TOO_LARGE, NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.pictures import MAX_BYTES, Picture, rewrite
from field.store import audit, crew
from field.store.db import transaction
from field.store.tables import Courier


def keep(courier_id: int, body: bytes, scope: str | None, by: int, doors: Doors) -> None:
    """Keep somebody's photo, written anew without what cameras add; an empty one takes it away."""
    if len(body) > MAX_BYTES:
        raise Fault(BODY_TOO_LARGE, limit=MAX_BYTES // 2**20)
    name = ""
    if body:
        picture = rewrite(body)
        name = hashlib.sha256(picture.body).hexdigest()
        doors.files.write_sealed(_path(name), picture.body)
    with transaction() as live:
        _courier(courier_id, scope).photo = name
        now, subject = doors.clock.now(), f"courier:{courier_id}"
        audit.record(live, "courier.photo", at=now, by=by, subject=subject, given=bool(name))


def face(courier_id: int, scope: str | None, doors: Doors) -> Picture:
    name = _courier(courier_id, scope).photo
    if not name or not doors.files.has(_path(name)):
        raise Fault(NOT_FOUND, what=N_("Foto"))
    body = doors.files.read_sealed(_path(name))
    return Picture(body, "image/png" if body.startswith(b"\x89PNG") else "image/jpeg")


def _courier(courier_id: int, scope: str | None) -> Courier:
    courier = crew.courier_or_none(courier_id)
    if courier is None or scope not in (None, courier.kecamatan):
        raise Fault(NOT_FOUND, what=N_("Petugas"))
    return courier


def _path(name: str) -> str:
    return f"photos/{name[:2]}/{name}"
