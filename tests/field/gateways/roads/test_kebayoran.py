"""A real quarter of Jakarta, where its extract lies beside the project."""

import numpy as np
import pytest

from field.gateways.roads.area import Area
from field.gateways.roads.build import build
from field.gateways.roads.classes import PROFILES
from field.gateways.roads.network import Network
from field.gateways.roads.opening import Dijkstras, open_roads, with_order
from field.gateways.roads.read_osm import read_osm
from field.gateways.roads.road_times import RoadTimes
from routing.matrix import UNREACHABLE
from routing.point import Point
from tests.trial import trial_file

EXTRACT = trial_file("osm_jakarta_kebayoran.osm.pbf")
pytestmark = pytest.mark.skipif(
    not EXTRACT.exists(), reason=f"the trial extract {EXTRACT.name} is not here"
)
BOX = Area(-6.27, 106.77, -6.23, 106.82)


@pytest.fixture(scope="module")
def quarter() -> Network:
    found = build(read_osm(EXTRACT), BOX, "31.74")
    assert found is not None
    return with_order(found)


def test_what_it_holds(quarter: Network) -> None:
    counts = quarter.about.counts
    assert counts["edges"] > 2_000
    assert counts["bridges"] > 20
    assert 0 < counts["foot_island_m"] < counts["foot_m"] / 10
    assert "gate_untold" in quarter.about.doubts
    assert any(name.startswith("Jalan ") for name in quarter.names)


@pytest.mark.parametrize("profile", PROFILES)
def test_doors_by_both_engines(quarter: Network, profile: str) -> None:
    middle = np.random.default_rng(5).choice(quarter.topology.junctions, 120, replace=False)
    lat, lon = quarter.degrees
    doors = [Point(float(lat[n]) + 2e-4, float(lon[n])) for n in middle]
    fast = open_roads(quarter).matrix(doors, profile)
    exact = RoadTimes(quarter, Dijkstras(quarter)).matrix(doors, profile)
    assert np.array_equal(fast.durations, exact.durations)
    reached = fast.durations < UNREACHABLE
    assert reached.mean() > 0.5
    apart = np.abs(fast.distances.astype(np.int64) - exact.distances)[reached]
    assert np.percentile(apart, 99) <= 50
