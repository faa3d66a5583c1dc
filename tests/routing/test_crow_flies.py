"""Straight lines, made longer and slower where it is dense."""

import math
import time

import numpy as np
import pytest

from routing import ProblemFault
from routing.crow_flies import PACES, CrowFlies
from routing.point import Point

BOGOR, DEPOK = Point(-6.5950, 106.7966), Point(-6.4025, 106.7942)
OPEN = CrowFlies(density=lambda _: 0.0)


def test_distance_is_the_great_circle_with_its_detour() -> None:
    metres = int(OPEN.matrix([BOGOR, DEPOK], "motor").distances[0, 1])
    north_south = math.radians(BOGOR.lat - DEPOK.lat) * 6_371_008.8
    assert metres == pytest.approx(abs(north_south) * PACES["motor"].open_detour, rel=0.01)


def test_time_is_distance_at_the_vehicle_s_speed() -> None:
    for profile, pace in PACES.items():
        matrix = OPEN.matrix([BOGOR, DEPOK], profile)
        hours = float(matrix.distances[0, 1]) / 1000 / pace.open_speed
        assert float(matrix.durations[0, 1]) == pytest.approx(hours * 3600, rel=0.001)


def test_dense_is_slower_and_further_round() -> None:
    dense = CrowFlies(density=lambda _: 1000.0)
    for profile in PACES:
        quick, slow = (source.matrix([BOGOR, DEPOK], profile) for source in (OPEN, dense))
        assert slow.distances[0, 1] > quick.distances[0, 1]
        assert slow.durations[0, 1] / slow.distances[0, 1] > (
            quick.durations[0, 1] / quick.distances[0, 1]
        )


def test_density_is_counted_when_it_is_not_told() -> None:
    crowd = [Point(-6.7, 106.9 + n * 1e-5) for n in range(300)]
    alone = CrowFlies().matrix([BOGOR, DEPOK], "motor").distances[0, 1]
    assert CrowFlies().matrix([BOGOR, DEPOK, *crowd], "motor").distances[0, 1] == alone
    ends = [crowd[0], crowd[-1]]
    assert (
        CrowFlies().matrix(crowd, "motor").durations[0, -1]
        > CrowFlies().matrix(ends, "motor").durations[0, 1]
    )


def test_same_place_and_no_place() -> None:
    assert CrowFlies().matrix([BOGOR, BOGOR], "foot").durations.tolist() == [[0, 0], [0, 0]]
    assert CrowFlies().matrix([], "foot").size == 0


def test_unknown_vehicle_is_a_fault() -> None:
    with pytest.raises(ProblemFault, match="no_matrix"):
        CrowFlies().matrix([BOGOR], "boat")


def test_whole_city_in_seconds() -> None:
    draws = np.random.default_rng(1).normal(0, 0.03, (4300, 2))
    points = [Point(-6.6 + float(a), 106.8 + float(b)) for a, b in draws]
    began = time.process_time()
    assert CrowFlies().matrix(points, "motor").size == 4300
    assert time.process_time() - began < 8
