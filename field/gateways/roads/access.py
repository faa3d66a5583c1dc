"""Who may go along a way, in which direction: highway class, access, one-way and width."""

from collections.abc import Iterator

from field.gateways.roads.classes import FOOT, MOBIL, MOTOR
from field.gateways.roads.survey import Tags

# From the most particular tag to the most general one.
_CHAINS = {
    MOTOR: ("motorcycle", "motor_vehicle", "vehicle", "access"),
    MOBIL: ("motorcar", "motor_vehicle", "vehicle", "access"),
    FOOT: ("foot", "access"),
}
_OPEN = {"yes", "designated", "permissive", "destination", "delivery", "customers", "official"}
_SHUT = {"no", "agricultural", "forestry", "emergency", "psv", "bus", "military", "use_sidepath"}
_GUARDED = {"private", "permit", "residents"}
_PAVED = {"asphalt", "concrete", "paved", "paving_stones", "cement", "concrete:plates", "bricks"}

DRIVEN = {
    *("trunk", "primary", "secondary", "tertiary", "trunk_link", "primary_link"),
    *("secondary_link", "tertiary_link", "unclassified", "residential", "living_street"),
    *("service", "track", "road"),
}
WALKED = {"path", "footway", "steps", "pedestrian", "cycleway", "corridor", "bridleway"}
TOLL = {"motorway", "motorway_link"}
KNOWN = DRIVEN | WALKED | TOLL

CAR_M = 2.2
BIKE_M = 0.9


def allowed(tags: Tags, doubts: list[str]) -> tuple[bool, bool, bool]:
    """Return who may use the way at all; doubts are codes for the report."""
    return (_allowed(tags, MOTOR, doubts), _allowed(tags, MOBIL, doubts), _walkable(tags, doubts))


def _allowed(tags: Tags, who: int, doubts: list[str]) -> bool:
    kind = tags["highway"]
    key, said = _said(tags, who)
    wide = _width(tags, doubts)
    if wide is not None and wide < (CAR_M if who == MOBIL else BIKE_M):
        return False
    if said in _GUARDED:
        doubts.append("private")
        return False
    if said in _SHUT:
        return False
    named = said in _OPEN and key not in ("access", "vehicle")
    if said and said not in _OPEN:
        doubts.append("unknown_access")
    if kind in TOLL or tags.get("toll") == "yes":
        return who == MOBIL or named  # no motorbike rides on an Indonesian toll road
    if kind in WALKED:
        return named or (who == MOTOR and kind == "path" and _is_gang(tags, wide, doubts))
    return True


def _is_gang(tags: Tags, wide: float | None, doubts: list[str]) -> bool:
    """An alley drawn as a path: a motorbike gets on where it is paved or its width is known."""
    if wide is not None or tags.get("surface") in _PAVED:
        return True
    doubts.append("path_untold")
    return False


def _walkable(tags: Tags, doubts: list[str]) -> bool:
    key, said = _said(tags, FOOT)
    if key == "foot":
        return said not in _SHUT | _GUARDED
    if said in _GUARDED:
        doubts.append("private")  # a guard lets a courier in who comes on foot
        return True
    return said not in _SHUT and tags["highway"] not in TOLL


def _said(tags: Tags, who: int) -> tuple[str, str]:
    for key in _CHAINS[who]:
        if value := tags.get(key, ""):
            return key, value
    return "", ""


def directions(tags: Tags, who: int, doubts: list[str]) -> tuple[bool, bool]:
    """Return whether this class may go forward and backward along the way."""
    if who == FOOT:
        flow = _flow(tags.get("oneway:foot", "no"), doubts)
    else:
        flow = _driven_flow(tags, who, doubts)
    forward, backward = flow >= 0, flow <= 0
    for key in _CHAINS[who][:-1]:
        forward = _turned(tags.get(f"{key}:forward"), forward)
        backward = _turned(tags.get(f"{key}:backward"), backward)
    return forward, backward


def _driven_flow(tags: Tags, who: int, doubts: list[str]) -> int:
    for key in _CHAINS[who][:-1]:
        if exception := tags.get(f"oneway:{key}"):
            return _flow(exception, doubts)
    if said := tags.get("oneway", ""):
        return _flow(said, doubts)
    around = tags.get("junction") in ("roundabout", "circular")
    return int(around or tags["highway"] == "motorway")


def _flow(said: str, doubts: list[str]) -> int:
    """1: forward only; -1: backward only; 0: both."""
    if said in ("yes", "true", "1"):
        return 1
    if said in ("-1", "reverse"):
        return -1
    if said not in ("no", "false", "0"):
        doubts.append("oneway_changes")  # reversible, alternating: no map knows when
        return 1
    return 0


def _turned(said: str | None, before: bool) -> bool:  # noqa: FBT001 - the answer so far
    if said in _OPEN:
        return True
    return False if said in _SHUT | _GUARDED else before


def _width(tags: Tags, doubts: list[str]) -> float | None:
    said = tags.get("maxwidth") or tags.get("width")
    if not said:
        return None
    try:
        return float(said.removesuffix("m").strip().replace(",", "."))
    except ValueError:
        doubts.append("width_unreadable")
        return None


def passes(tags: Tags) -> tuple[bool, bool, bool]:
    """Return who gets past a barrier: what a bollard stops, a motorbike goes round."""
    kind = tags.get("barrier", "")
    default = dict.fromkeys((MOTOR, MOBIL, FOOT), True)
    if kind in _STOPS_CARS:
        default[MOBIL] = False
    elif kind in _STOPS_WHEELS:
        default[MOTOR] = default[MOBIL] = False
    elif kind in _STOPS_ALL:
        default = dict.fromkeys(default, False)
    return tuple(_overruled(tags, who, default[who]) for who in default)  # type: ignore[return-value]  # three


def _overruled(tags: Tags, who: int, default: bool) -> bool:  # noqa: FBT001 - the answer so far
    _, said = _said(tags, who)
    if said in _SHUT or said in _GUARDED:
        return False
    return True if said in _OPEN else default


def untold_barriers(tags: Tags) -> Iterator[str]:
    """A gate of which nobody says whether it opens is taken for open, and told."""
    if "gate" in tags.get("barrier", "") and not any(_said(tags, who)[1] for who in _CHAINS):
        yield "gate_untold"


_STOPS_CARS = {"bollard", "block", "planter", "jersey_barrier", "chain", "log", "debris"}
_STOPS_WHEELS = {
    *("cycle_barrier", "stile", "turnstile", "full-height_turnstile", "kissing_gate", "step"),
    *("motorcycle_barrier", "swing_gate_pedestrian", "horse_stile"),
}
_STOPS_ALL = {"wall", "fence", "hedge", "city_wall", "retaining_wall"}
