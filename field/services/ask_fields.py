"""Fields of the asking form that need the city or the files: pin, photo, area code."""

from hashlib import sha256

from data.regions import regions
from field.domain.coordinate import parse_coordinate
from field.domain.fault import BODY_TOO_LARGE, Fault
from field.gateways.doors import Doors
from field.gateways.pictures import rewrite
from field.gateways.plus_codes import decode_plus_code
from field.gateways.regions import city_box
from field.store.db import transaction
from field.store.events import insert_once
from field.store.tables import Blob

MOST_PHOTO = 12 * 2**20  # as a phone takes it, before it is written anew


def keep_photo(body: bytes, doors: Doors) -> str:
    """Keep a photo of the house, written anew without what a camera adds; returns its name."""
    if len(body) > MOST_PHOTO:
        raise Fault(BODY_TOO_LARGE, limit=MOST_PHOTO // 2**20, field="foto")
    try:
        picture = rewrite(body)
    except Fault as fault:
        raise Fault(fault.kind, field="foto") from None
    name = sha256(picture.body).hexdigest()
    doors.files.write_sealed(f"photos/{name[:2]}/{name}", picture.body)
    now = doors.clock.now()
    with transaction() as live:
        insert_once(
            live, Blob, "sha256", sha256=name, size=len(picture.body),
            media_type=picture.media_type, user_id=None, received_at=now,
        )  # fmt: skip
    return name


def read_pin(text: str, doors: Doors) -> tuple[float, float] | None:
    """Read a point that was typed or pasted; none when the field was left empty."""
    if not text.strip():
        return None
    try:
        point = parse_coordinate(text[:2000], city_box(doors.city), decode_plus_code).point
    except Fault as fault:
        raise Fault(fault.kind, **{**fault.values, "field": "titik"}) from None
    return point.lat, point.lon


def area_code(doors: Doors) -> str:
    """Return the city's area code, for landlines written without one."""
    return regions(doors.city).area_code
