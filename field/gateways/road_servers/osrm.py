"""OSRM: /table/v1 and /route/v1. A server of it knows one class, so each class has its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from field.domain.directions import Passed
from field.domain.polyline import decode
from field.gateways.road_servers.ask import Line, NoAnswer
from field.gateways.road_servers.server import Numbers, believable, numbers
from field.gateways.roads.driving import Drive
from routing.point import Point

PAIRS = 2_500  # osrm-routed's --max-table-size is 100 places: fifty times fifty
_CIRCLES = {"roundabout", "rotary", "roundabout turn"}
_SAME = {"new name", "depart", "arrive"}  # no other way on


class Osrm:
    """Servers by class."""

    name = "OSRM"

    def __init__(self, lines: Mapping[str, Line], pairs: int = PAIRS) -> None:
        self._lines, self.pairs = lines, pairs

    def serves(self, profile: str) -> bool:
        return profile in self._lines

    def table(
        self, origins: Sequence[Point], targets: Sequence[Point], profile: str
    ) -> tuple[Numbers, Numbers]:
        count = len(origins)
        asked = (
            f"sources={_list(range(count))}"
            f"&destinations={_list(range(count, count + len(targets)))}"
            "&annotations=duration,distance"
        )
        answer = self._ask("table", (*origins, *targets), asked, profile)
        shape = (count, len(targets))
        seconds, metres = (numbers(answer.get(key), shape) for key in ("durations", "distances"))
        believable(seconds, metres, origins, targets)
        return seconds, metres

    def route(self, origin: Point, target: Point, profile: str) -> Drive:
        asked = "steps=true&overview=false&geometries=polyline"
        answer = self._ask("route", (origin, target), asked, profile)
        try:
            return tuple(_passed(step) for step in answer["routes"][0]["legs"][0]["steps"])
        except (KeyError, IndexError, TypeError, ValueError) as rubbish:
            raise NoAnswer("no route") from rubbish

    def _ask(
        self, service: str, places: Sequence[Point], asked: str, profile: str
    ) -> dict[str, Any]:
        where = ";".join(f"{point.lon:.6f},{point.lat:.6f}" for point in places)
        answer = self._lines[profile].ask(f"/{service}/v1/driving/{where}?{asked}")
        if not isinstance(answer, dict) or answer.get("code") != "Ok":
            raise NoAnswer("not Ok")
        return answer


def _passed(step: dict[str, Any]) -> Passed:
    turn = step["maneuver"]
    kind = turn["type"]
    return Passed(
        name=str(step.get("name", "")),
        kind="road",
        metres=float(step["distance"]),
        line=tuple(decode(step["geometry"])),
        circle=kind in _CIRCLES,
        choices=0 if kind in _SAME else 1,
        exit=int(turn.get("exit", 0)) if kind in _CIRCLES else 0,
    )


def _list(count: range) -> str:
    return ";".join(map(str, count))
