"""What an extract says before anybody judges it: points, ways with tags, turns, where from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Tags = Mapping[str, str]
Place = tuple[float, float]  # lat, lon


@dataclass(frozen=True, slots=True)
class Way:
    id: int
    refs: tuple[int, ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn restriction: coming by `origin` and then along `via`, `target` is banned or forced."""

    id: int
    origin: int
    via_node: int | None
    via_ways: tuple[int, ...]
    target: int
    tags: Tags


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a map comes from, as it is shown: source, licence and the day it was true."""

    source: str
    licence: str
    date: str


@dataclass(slots=True)
class Survey:
    origin: Origin
    nodes: dict[int, Place] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    barriers: dict[int, Tags] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
