"""The locations of a document: rows of given matrices, or coordinates numbered as they come."""

from collections.abc import Iterable

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
        self._of_rows: dict[int, Point] = {}
        self._given = points

    @property
    def asked_for(self) -> tuple[Point, ...]:
        """The points that a matrix is to be made for."""
        return self._given or tuple(self._numbers)

    def points(self, size: int) -> tuple[Point, ...]:
        """The points of all locations; none when one of them has no coordinates."""
        if self._given or not self.indexed:
            return self.asked_for
        rows = range(size)
        return tuple(self._of_rows[row] for row in rows) if self._of_rows.keys() == {*rows} else ()

    def add(self, points: Iterable[Point]) -> None:
        """Places that nothing of the document is at."""
        if not self.indexed and not self._given:
            for point in points:
                self._numbers.setdefault(point, len(self._numbers))

    def needed(self, fields: Fields, place: str, index: str) -> int:
        location = self.found(fields, place, index)
        if location is None:
            missing = index if self.indexed else place
            raise ProblemFault("missing_field", where=fields.where, field=missing)
        return location

    def found(self, fields: Fields, place: str, index: str) -> int | None:
        point = fields.point(place)
        if not self.indexed and not self._given:
            return None if point is None else self._numbers.setdefault(point, len(self._numbers))
        location = fields.number_or_none(index)
        if point is not None:
            if location is None:
                raise ProblemFault("missing_field", where=fields.where, field=index)
            self._of_rows.setdefault(location, point)
        return location
