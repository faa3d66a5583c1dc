"""Benchmark files: each format by a small one written here, priced by hand."""

from pathlib import Path

import pytest

from routing import InvalidProblem, price, validate
from routing.cost import loss, penalty
from routing.instances import Instance, read_instance

SOLOMON = """tiny

VEHICLE
NUMBER     CAPACITY
  3         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      3         4          6          0         90          10
    2      1         1          4         40         50          10
"""
LI_LIM = """2 200 1
0 0 0 0 0 1000 0 0 0
1 3 4 10 0 900 90 0 2
2 3 0 -10 0 900 90 1 0
"""
DARP = """1 2 480 3 30
 0 0.000 0.000 0 0 0 1440
 1 3.000 4.000 3 1 0 1440
 2 3.000 0.000 3 -1 60 75
"""
HEAD = """NAME : tiny
TYPE : {kind}
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
"""
COORDS = """NODE_COORD_SECTION
1 0 0
2 1 1
3 3 4
"""
DEMANDS = """DEMAND_SECTION
1 0
2 60
3 60
"""
DEPOT = """DEPOT_SECTION
1
-1
EOF
"""
WINDOWS = """TIME_WINDOW_SECTION
1 0 1000
2 0 900
3 0 900
"""


def instance(tmp_path: Path, text: str, rounding: str | None = None) -> Instance:
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    found = read_instance(path, rounding)
    assert validate(found.problem) == []
    return found


def literature(found: Instance, *orders: list[int]) -> float:
    """What the literature would say that these routes cost."""
    plan = price(found.problem, dict(enumerate(orders, start=1)))
    assert not plan.violations
    return loss(found.problem, plan) / found.factor


def test_solomon(tmp_path: Path) -> None:
    found = instance(tmp_path, SOLOMON)
    assert (found.name, found.format, found.factor) == ("tiny", "solomon", 1000)
    assert len(found.problem.vehicles) == 3
    assert found.problem.vehicles[0].capacity == (10,)
    assert found.problem.job[1].service == 10_000
    # 1.414 + 3.606 + 5: neither the wait at 2 nor any service is counted.
    assert literature(found, [2, 1]) == pytest.approx(10.02, abs=0.001)


def test_distances_are_cut_to_one_decimal_when_told(tmp_path: Path) -> None:
    found = instance(tmp_path, SOLOMON, "dimacs")
    assert literature(found, [2, 1]) == 1.4 + 3.6 + 5


def test_li_lim(tmp_path: Path) -> None:
    found = instance(tmp_path, LI_LIM)
    (pair,) = found.problem.shipments
    assert (pair.pickup.id, pair.delivery.id, pair.amount) == (1, 2, (10,))
    assert (found.format, found.name) == ("li-lim", "file")
    assert len(found.problem.vehicles) == 2
    assert literature(found, [1, 2]) == 5 + 4 + 3


def test_cordeau(tmp_path: Path) -> None:
    found = instance(tmp_path, DARP)
    (ride,) = found.problem.shipments
    assert (found.format, ride.max_ride, ride.amount) == ("darp", 30_000, (1,))
    assert found.problem.vehicles[0].max_duration == 480_000
    assert literature(found, [1, 2]) == 12


def test_cvrp_is_rounded_as_tsplib_says(tmp_path: Path) -> None:
    text = HEAD.format(kind="CVRP") + "CAPACITY : 100\n" + COORDS + DEMANDS + DEPOT
    found = instance(tmp_path, text)
    assert found.factor == 1
    assert literature(found, [2], [3]) == 1 + 1 + 5 + 5


def test_no_more_vehicles_than_could_be_of_use(tmp_path: Path) -> None:
    """Any two of three routes of a load of 1 and a capacity of 4 could be one."""
    text = HEAD.format(kind="CVRP") + "CAPACITY : 400\n" + COORDS + DEMANDS + DEPOT
    assert len(instance(tmp_path, text).problem.vehicles) == 1


def test_windows_and_services(tmp_path: Path) -> None:
    text = HEAD.format(kind="VRPTW") + "VEHICLES : 5\nCAPACITY : 200\nSERVICE_TIME : 90\n"
    found = instance(tmp_path, text + COORDS + DEMANDS + WINDOWS + DEPOT)
    assert (found.rounding, found.factor, len(found.problem.vehicles)) == ("dimacs", 10, 5)
    assert [job.service for job in found.problem.jobs] == [900, 900]
    assert found.problem.vehicles[0].shift.close == 10_000
    assert literature(found, [2, 3]) == pytest.approx(1.4 + 3.6 + 5)


def test_prizes_are_lost_with_their_stops(tmp_path: Path) -> None:
    prizes = "PRIZE_SECTION\n1 0\n2 7\n3 0\n"
    text = HEAD.format(kind="PCVRPTW") + "VEHICLES : 1\nCAPACITY : 200\n"
    found = instance(tmp_path, text + COORDS + DEMANDS + WINDOWS + prizes + DEPOT)
    assert [job.required for job in found.problem.jobs] == [False, True]
    assert literature(found, [3]) == 5 + 5 + 7


def test_depots_of_the_vehicles(tmp_path: Path) -> None:
    homes = "VEHICLES_DEPOT_SECTION\n1 1\n2 2\nDEPOT_SECTION\n1\n2\nEOF\n"
    head = HEAD.format(kind="MDVRPTW") + "VEHICLES : 2\nCAPACITY : 200\n"
    text = head + "VEHICLES_MAX_DURATION : 450\n" + COORDS + DEMANDS + WINDOWS + homes
    found = instance(tmp_path, text)
    assert [vehicle.start for vehicle in found.problem.vehicles] == [0, 1]
    assert found.problem.vehicles[0].max_duration == 450_000
    assert literature(found, [], [3]) == pytest.approx(2 * 3.606)


def test_a_mixed_fleet_pays_by_vehicle(tmp_path: Path) -> None:
    fleet = (
        "CAPACITY_SECTION\n1 60\n2 120\n"
        "VEHICLES_FIXED_COST_SECTION\n1 1000\n2 3000\n"
        "VEHICLES_UNIT_DISTANCE_COST_SECTION\n1 100\n2 150\n"
    )
    text = HEAD.format(kind="HFVRP") + "VEHICLES : 2\n" + COORDS + DEMANDS + fleet + DEPOT
    found = instance(tmp_path, text)
    assert found.factor == 100
    small, large = found.problem.vehicles
    assert (small.fixed_cost, large.fixed_cost) == (1000, 3000)
    assert found.problem.matrix(small).cost[0, 2] == 500
    assert found.problem.matrix(large).cost[0, 1] == 212
    assert found.problem.matrix(large).distances[0, 2] == 5


def test_long_legs_never_pay_for_leaving_a_stop_out(tmp_path: Path) -> None:
    far = LI_LIM.replace("3 4 10", "3000 4000 10").replace("900", "19000").replace("1000", "20000")
    found = instance(tmp_path, far)
    pickup = found.problem.shipments[0].pickup
    assert penalty(pickup) > literature(found, [1, 2]) * found.factor


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unknown_format"),
        ("\0\1\2 garbage", "unknown_format"),
        ("1 2 3\n4 5 6\n", "unknown_format"),
        (SOLOMON.replace("  3         10\n", ""), "instance_line"),
        (LI_LIM.replace(" 0 2\n", " 0 9\n"), "instance_line"),
        (DARP.replace("3.000 0.000 3 -1", "3.000 zero 3 -1"), "instance_line"),
        (DARP.replace("60 75", "75 60"), "window_reversed"),
        (DARP.replace(" 1 3.000", " 1 nan"), "instance_line"),
        (HEAD.format(kind="CVRP") + COORDS[:-6] + DEMANDS + DEPOT, "instance_line"),
        (HEAD.format(kind="CVRP") + "RELEASE_TIME_SECTION\n1 0\n", "unsupported_field"),
        (HEAD.format(kind="CVRP").replace("EUC_2D", "GEO") + COORDS + DEPOT, "instance_line"),
        (HEAD.format(kind="CVRP").replace(" 3\n", " x\n") + COORDS + DEPOT, "instance_line"),
        (HEAD.format(kind="CVRP") + COORDS + "DEPOT_SECTION\n9\n", "instance_line"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InvalidProblem) as refused:
        instance(tmp_path, text)
    assert [fault.code for fault in refused.value.faults] == [code]
