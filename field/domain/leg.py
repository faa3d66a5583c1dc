"""One leg of a route: the road from where one stands to the next stand, and the walk to the door.

It is worked out once, when a route is published, and kept with it, so that a phone without signal
and a sheet of paper say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from field.domain.directions import Step, Turn
from field.domain.place import Point


@dataclass(frozen=True, slots=True)
class Station:
    """Where a route stops: the place that was planned with, and the door that it stands for."""

    planned: Point
    door: Point


@dataclass(frozen=True, slots=True)
class Leg:
    """Lines are encoded polylines. An estimated leg left the known roads: its line is straight."""

    line: str
    steps: tuple[Step, ...] = ()
    walk: str = ""  # from the vehicle to the door; empty: the vehicle stands at the door
    walk_m: int = 0
    gang: str = ""  # the alley that the walk goes along, when it has a name
    side: str = ""  # of the road on which the door lies: left, right, or not known
    estimated: bool = False


Document = dict[str, Any]


def leg_document(leg: Leg) -> Document:
    """Return the leg as it is kept: what is empty stays out."""
    steps = [_packed(step) for step in leg.steps]
    whole: Document = {
        "line": leg.line,
        "steps": steps,
        "walk": leg.walk,
        "walk_m": leg.walk_m,
        "gang": leg.gang,
        "side": leg.side,
        "estimated": leg.estimated,
    }
    return {name: value for name, value in whole.items() if value}


def read_leg(document: Document) -> Leg:
    steps: Sequence[Sequence[Any]] = document.get("steps", ())
    return Leg(
        line=document.get("line", ""),
        steps=tuple(_unpacked(step) for step in steps),
        walk=document.get("walk", ""),
        walk_m=document.get("walk_m", 0),
        gang=document.get("gang", ""),
        side=document.get("side", ""),
        estimated=document.get("estimated", False),
    )


def _packed(step: Step) -> list[Any]:
    return [step.turn.value, step.street, step.metres, int(step.gang), step.number, step.landmark]


def _unpacked(row: Sequence[Any]) -> Step:
    turn, street, metres, gang, number, landmark = row
    return Step(Turn(turn), street, metres, bool(gang), number, landmark)
