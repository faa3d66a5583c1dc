"""A city of about 75,000 junctions made by chance, as an OpenStreetMap extract.

Streets every 39 m with gaps (1.36 edges a junction, as Bogor's surveyed roads have), wider ones
every twenty, two rivers with few bridges, one-way streets, gang for motorbikes and feet, bollards,
and 240 turns that are banned. The same for a seed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

import osmium
from osmium.osm.mutable import Node, Relation, Way

SIDE = 292
TURNS = 240
RIVERS = (SIDE // 3, 2 * SIDE // 3)
SOUTH, WEST, STEP_LAT, STEP_LON = -6.655, 106.745, 0.00035, 0.00035
_GAP = {"primary": 0.0, "secondary": 0.02, "residential": 0.36}

LANDMARKS: tuple[tuple[dict[str, str], str], ...] = (
    ({"amenity": "place_of_worship", "religion": "muslim"}, "Masjid Al-Ikhlas"),
    ({"amenity": "school"}, "SDN Sukajadi"),
    ({"shop": "convenience"}, "Warung Bu Euis"),
    ({"place": "hamlet"}, "Kampung Sukajadi"),
)


@dataclass
class City:
    """Streets as runs of nodes with their tags, and the turns between them."""

    chance: Random
    ways: list[tuple[list[int], dict[str, str]]] = field(default_factory=list)
    turns: list[tuple[int, int, int]] = field(default_factory=list)


def make_city(seed: int = 1) -> City:
    city = City(Random(seed))  # noqa: S311 - streets, not secrets
    for line in range(SIDE):
        for across in (False, True):
            _street(city, line, across=across)
    _forbid(city)
    return city


def write_city(city: City, path: Path, landmarks: int = 0) -> None:
    with osmium.SimpleWriter(str(path)) as writer:
        for number in range(SIDE * SIDE):
            writer.add_node(_node(city, number))
        for number, (refs, tags) in enumerate(city.ways, start=1):
            writer.add_way(Way(id=number, version=1, nodes=refs, tags=tags))
        for number, (origin, via, target) in enumerate(city.turns, start=1):
            members = [("w", origin, "from"), ("n", via, "via"), ("w", target, "to")]
            tags = {"type": "restriction", "restriction": "no_left_turn"}
            writer.add_relation(Relation(id=number, version=1, members=members, tags=tags))
        for number, (lat, lon) in enumerate(some_places(7, landmarks), start=SIDE * SIDE + 1):
            kind, name = LANDMARKS[number % len(LANDMARKS)]
            tags = {**kind, "name": f"{name} {number}"}
            writer.add_node(Node(id=number, version=1, location=(lon, lat), tags=tags))


def _node(city: City, number: int) -> Node:
    row, column = divmod(number, SIDE)
    chance = city.chance
    lat = SOUTH + (row + chance.uniform(-0.3, 0.3)) * STEP_LAT
    lon = WEST + (column + chance.uniform(-0.3, 0.3)) * STEP_LON
    tags = {"barrier": "bollard"} if chance.random() < 0.003 else {}
    return Node(id=number + 1, version=1, location=(lon, lat), tags=tags)


def _street(city: City, line: int, *, across: bool) -> None:
    """One line of the grid, cut into ways where it has gaps, and at times where it has none."""
    kind = "primary" if line % 60 == 0 else "secondary" if line % 20 == 0 else "residential"
    nodes = [1 + (line * SIDE + n if across else n * SIDE + line) for n in range(SIDE)]
    run: list[int] = []
    for place, (here, there) in enumerate(pairwise(nodes)):
        wet = across and place in RIVERS
        gone = (wet and line % 20 != 0) or city.chance.random() < _GAP[kind]
        if not gone and not wet:
            run = run or [here]
            run.append(there)
        if gone or wet or city.chance.random() < 0.2:
            _pave(city, run, kind)
            run = []
        if wet and not gone:
            city.ways.append(([here, there], {"highway": kind, "bridge": "yes"}))
    _pave(city, run, kind)


def _pave(city: City, run: list[int], kind: str) -> None:
    if len(run) < 2:
        return
    tags = {"highway": kind, "name": f"Jalan {len(city.ways)}"}
    luck = city.chance.random()
    if kind == "residential":
        if luck < 0.12:
            tags["highway"], tags["width"] = "path", "1.5"
        elif luck < 0.18:
            tags["highway"] = "footway"
        elif luck < 0.26:
            tags["oneway"] = "yes"
    city.ways.append((run, tags))


def _forbid(city: City) -> None:
    ends: dict[int, list[int]] = {}
    for number, (refs, tags) in enumerate(city.ways, start=1):
        if tags["highway"] in ("primary", "secondary", "residential"):
            for ref in (refs[0], refs[-1]):
                ends.setdefault(ref, []).append(number)
    met = [(ref, numbers) for ref, numbers in sorted(ends.items()) if len(numbers) > 1]
    busy = [one for one in met if any(_wide(city, number) for number in one[1])]
    for ref, numbers in city.chance.sample(busy, min(TURNS, len(busy))):
        origin, target = city.chance.sample(numbers, 2)
        city.turns.append((origin, ref, target))


def _wide(city: City, number: int) -> bool:
    return city.ways[number - 1][1]["highway"] != "residential"


def some_places(seed: int, count: int) -> Iterator[tuple[float, float]]:
    """Doors: anywhere in the city, (lat, lon)."""
    chance = Random(seed)  # noqa: S311 - likewise
    for _ in range(count):
        yield (
            SOUTH + chance.uniform(0, SIDE) * STEP_LAT,
            WEST + chance.uniform(0, SIDE) * STEP_LON,
        )
