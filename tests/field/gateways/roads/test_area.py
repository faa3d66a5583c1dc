"""A city's map has a margin, and ways are cut where it ends."""

from pathlib import Path

import osmium
import pytest
from osmium.osm.mutable import Node, Way

from data.regions import regions
from field.gateways.roads.area import MARGIN_M, Area
from field.gateways.roads.network import Network
from tests.field.gateways.roads.village import CITY, network

HERE = Area(0.0, 0.0, 1.0, 1.0)
PLACES = {1: (0.5, -1.0), 2: (0.5, 0.2), 3: (0.5, 0.8), 4: (0.5, 1.5), 5: (0.5, 2.0), 6: (0.5, 0.9)}
BOX = regions(CITY).box


@pytest.mark.parametrize(
    ("refs", "runs"),
    [
        ([2, 3], [[2, 3]]),
        ([1, 2, 3, 4, 5], [[1, 2, 3, 4]]),  # a piece with one end inside is kept whole
        ([2, 4, 5, 4, 3], [[2, 4], [4, 3]]),  # out and in again
        ([4, 5], []),
        ([2, 99, 3, 6], [[3, 6]]),  # an extract leaves nodes out
        ([2], []),
    ],
)
def test_a_way_is_cut_at_the_edge(refs: list[int], runs: list[list[int]]) -> None:
    assert list(HERE.runs(refs, PLACES)) == runs


def street_to_the_north(folder: Path, metres: list[float]) -> Network:
    """A street from the city's northern edge, with a node at each of these distances from it."""
    path = folder / "utara.osm.pbf"
    lon = (BOX.west + BOX.east) / 2
    with osmium.SimpleWriter(str(path)) as writer:
        for number, far in enumerate([-500.0, *metres], start=1):
            writer.add_node(Node(id=number, version=1, location=(lon, BOX.north + far / 111_195)))
        for number in range(1, len(metres) + 1):
            tags = {"highway": "residential"}
            writer.add_way(Way(id=number, version=1, nodes=[number, number + 1], tags=tags))
    return network(path)


def test_the_map_ends_some_way_behind_the_city(tmp_path: Path) -> None:
    inside, across, beyond = 1_000.0, MARGIN_M + 500.0, MARGIN_M + 1_500.0
    found = street_to_the_north(tmp_path, [inside, across, beyond])
    assert found.edges == 2  # the one that crosses the edge is kept, what begins beyond is not
