"""Plus codes by the library of their makers."""

from openlocationcode import openlocationcode as olc

from field.domain.place import Point


def decode_plus_code(code: str, near: Point) -> Point | None:
    """Give the middle of a code's square; a short code is completed near a point."""
    if olc.isShort(code):
        code = olc.recoverNearest(code, near.lat, near.lon)
    if not olc.isFull(code):
        return None
    square = olc.decode(code)
    return Point(square.latitudeCenter, square.longitudeCenter)
