"""Valhalla: /sources_to_targets and /route; one server knows all classes."""

from collections.abc import Sequence
from typing import Any

from field.domain.directions import Passed
from field.domain.place import Point as Place
from field.domain.polyline import decode
from field.gateways.road_servers.ask import Line, NoAnswer
from field.gateways.road_servers.server import Numbers, believable, numbers
from field.gateways.roads.driving import Drive
from routing.point import Point

PAIRS = 2_500  # its max_matrix_location_pairs
_COSTING = {"motor": "motor_scooter", "mobil": "auto", "foot": "pedestrian"}
_DIGITS = 6  # of its polylines
_INTO_CIRCLE, _BECOMES = 26, 7  # maneuver types: enter a roundabout, the street has another name


class Valhalla:
    name = "Valhalla"

    def __init__(self, line: Line, pairs: int = PAIRS) -> None:
        self._line, self.pairs = line, pairs

    def serves(self, profile: str) -> bool:
        return profile in _COSTING

    def table(
        self, origins: Sequence[Point], targets: Sequence[Point], profile: str
    ) -> tuple[Numbers, Numbers]:
        question = {
            "sources": [_place(point) for point in origins],
            "targets": [_place(point) for point in targets],
            "costing": _COSTING[profile],
            "units": "kilometers",
        }
        answer = self._line.ask("/sources_to_targets", question)
        try:
            rows = answer["sources_to_targets"]
            cells = [[(cell["time"], cell["distance"]) for cell in row] for row in rows]
        except (KeyError, TypeError) as rubbish:
            raise NoAnswer("no table") from rubbish
        shape = (len(origins), len(targets))
        seconds = numbers([[time for time, _ in row] for row in cells], shape)
        metres = numbers([[km for _, km in row] for row in cells], shape) * 1000
        believable(seconds, metres, origins, targets)
        return seconds, metres

    def route(self, origin: Point, target: Point, profile: str) -> Drive:
        question = {
            "locations": [_place(origin), _place(target)],
            "costing": _COSTING[profile],
            "units": "kilometers",
        }
        answer = self._line.ask("/route", question)
        try:
            leg = answer["trip"]["legs"][0]
            line = decode(leg["shape"], _DIGITS)
            return tuple(_passed(turn, line) for turn in leg["maneuvers"])
        except (KeyError, IndexError, TypeError, ValueError) as rubbish:
            raise NoAnswer("no route") from rubbish


def _passed(turn: dict[str, Any], line: Sequence[Place]) -> Passed:
    circle = turn["type"] == _INTO_CIRCLE
    return Passed(
        name=str(next(iter(turn.get("street_names", ())), "")),
        kind="road",
        metres=float(turn["length"]) * 1000,
        line=tuple(line[turn["begin_shape_index"] : turn["end_shape_index"] + 1]),
        circle=circle,
        choices=0 if turn["type"] == _BECOMES else 1,
        exit=int(turn.get("roundabout_exit_count", 0)) if circle else 0,
    )


def _place(point: Point) -> dict[str, float]:
    return {"lat": round(point.lat, 6), "lon": round(point.lon, 6)}
