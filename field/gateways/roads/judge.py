"""A way's tags, judged: how fast each class gets on in each direction, and what is doubtful."""

from dataclasses import dataclass

from field.domain.roads import WALK_MS
from field.gateways.roads.access import KNOWN, WALKED, allowed, directions
from field.gateways.roads.classes import FOOT, MOBIL, MOTOR
from field.gateways.roads.survey import Tags

# km/h through a working day, waiting at crossings included: motor, mobil.
_SPEEDS = {
    "motorway": (40, 60),
    "motorway_link": (30, 40),
    "trunk": (32, 28),
    "primary": (28, 23),
    "secondary": (26, 21),
    "tertiary": (24, 19),
    "unclassified": (20, 16),
    "road": (18, 14),
    "residential": (17, 13),
    "living_street": (13, 9),
    "service": (13, 9),
    "track": (12, 8),
}
_OTHERWISE = (9, 6)
_ROUGH = {
    **dict.fromkeys(("unpaved", "ground", "dirt", "earth", "gravel", "grass"), 0.7),
    **dict.fromkeys(("compacted", "fine_gravel", "cobblestone", "sett", "unhewn_cobblestone"), 0.8),
    **dict.fromkeys(("mud", "sand", "rock"), 0.5),
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """Metres a second by class, forward and backward (0: may not); may one stop on it."""

    forward: tuple[float, float, float]
    backward: tuple[float, float, float]
    stops: bool
    bridge: bool
    circle: bool
    kind: str
    name: str
    doubts: tuple[str, ...]

    @property
    def closed(self) -> bool:
        return not any(self.forward) and not any(self.backward)


def judge(tags: Tags) -> Ruling | None:
    """Return the ruling; None for what is no road."""
    kind = tags.get("highway", "")
    if kind not in KNOWN or tags.get("area") == "yes":
        return None
    doubts: list[str] = ["class_unknown"] if kind == "road" else []
    may = allowed(tags, doubts)
    speeds = _speeds(tags, doubts)
    ways = [directions(tags, who, doubts) for who in (MOTOR, MOBIL, FOOT)]
    if any(key.endswith(":conditional") for key in tags):
        doubts.append("conditional")
    forward, backward = (
        tuple(speeds[who] if may[who] and ways[who][side] else 0.0 for who in (MOTOR, MOBIL, FOOT))
        for side in (0, 1)
    )
    bridge = tags.get("bridge", "no") != "no"
    return Ruling(
        forward=forward,  # type: ignore[arg-type]  # three of them
        backward=backward,  # type: ignore[arg-type]  # likewise
        stops=not bridge and tags.get("tunnel", "no") == "no" and "motorway" not in kind,
        bridge=bridge,
        circle=tags.get("junction") in ("roundabout", "circular"),
        kind=kind,
        name=tags.get("name", ""),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _speeds(tags: Tags, doubts: list[str]) -> tuple[float, float, float]:
    kind = tags["highway"]
    usual = _OTHERWISE if kind in WALKED else _SPEEDS[kind.removesuffix("_link")]
    if kind == "motorway_link":
        usual = _SPEEDS[kind]
    rough = _ROUGH.get(tags.get("surface", ""), 1.0)
    most = _maxspeed(tags, doubts)
    motor, mobil = (min(speed * rough, most) / 3.6 for speed in usual)
    return motor, mobil, WALK_MS


def _maxspeed(tags: Tags, doubts: list[str]) -> float:
    said = tags.get("maxspeed", "")
    if not said:
        return 200.0
    number = said.removesuffix("km/h").removesuffix("kph").strip()
    if number.replace(".", "", 1).isdigit() and float(number) > 0:
        return max(5.0, float(number))
    doubts.append("maxspeed_unreadable")
    return 200.0
