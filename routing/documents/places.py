"""The locations of a document: rows of given matrices, or coordinates numbered as they come."""

from routing.documents.fields import Fields
from routing.fault import ProblemFault
from routing.point import Point


class Places:
    """Gives each place of a document its location.

    When `indexed`, locations are rows of the matrices that the document brings along; else they are
    numbered here, equal coordinates once, and the matrices made to fit.
    """

    def __init__(self, points: tuple[Point, ...], *, indexed: bool) -> None:
        self.indexed = indexed
        self._numbers: dict[Point, int] = {}
        self._given = points

    @property
    def points(self) -> tuple[Point, ...]:
        return self._given or (() if self.indexed else tuple(self._numbers))

    def needed(self, fields: Fields, place: str, index: str) -> int:
        location = self.found(fields, place, index)
        if location is None:
            missing = index if self.indexed else place
            raise ProblemFault("missing_field", where=fields.where, field=missing)
        return location

    def found(self, fields: Fields, place: str, index: str) -> int | None:
        if self.indexed or self._given:
            return fields.number_or_none(index)
        point = fields.point(place)
        return None if point is None else self._numbers.setdefault(point, len(self._numbers))
