"""VRPLIB, with the sections that PyVRP adds: depots, prizes, mixed fleets, windows, shipments."""

import re

import numpy as np
from numpy.typing import NDArray

from routing.instances.instance import Instance
from routing.instances.lines import Misread, whole_figure
from routing.instances.rounding import Rounding, straight
from routing.instances.vrplib_file import NAME, VrplibFile, taken_apart
from routing.instances.vrplib_fleet import Fleet, fleet_of
from routing.instances.vrplib_stops import jobs_of, shipments_of
from routing.problem import Problem

KNOWN = (
    *("NAME", "COMMENT", "TYPE", "DIMENSION", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT"),
    *("NODE_COORD", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE", "EDGE_WEIGHT", "DEPOT"),
    *("DEMAND", "LINEHAUL", "SERVICE_TIME", "TIME_WINDOW", "PRIZE", "PICKUP_AND_DELIVERY"),
    *("VEHICLES", "CAPACITY", "VEHICLES_DEPOT", "VEHICLES_MAX_DURATION", "VEHICLES_MAX_DISTANCE"),
    *("VEHICLES_FIXED_COST", "VEHICLES_UNIT_DISTANCE_COST", "VEHICLES_ALLOWED_CLIENTS"),
)
USUAL = {"MDVRPTW": "x1000", "VRPTW": "dimacs", "PCVRPTW": "dimacs", "HFVRP": "real"}
HUNDREDTHS = {"HFVRP": 100}
"""Mixed fleets state what a unit of distance and a vehicle cost in hundredths."""


def recognised(lines: list[list[str]]) -> bool:
    return any(line[0].rstrip(":").endswith("_SECTION") for line in lines)


def usual(text: str) -> str:
    """TSPLIB's EUC_2D is rounded to the nearest unit; families with windows reckon finer."""
    kind = re.search(r"^TYPE\s*:\s*(\S+)", text, re.MULTILINE)
    return USUAL.get(kind[1], "round") if kind else "round"


def read(text: str, rounding: Rounding) -> Instance:
    file = taken_apart(text)
    file.only(KNOWN)
    cents = HUNDREDTHS.get(file.said.get("TYPE", ""), 1)
    if cents > 1 and rounding.name == "real":
        # In hundredths of a unit of cost: what double precision is published with.
        rounding = Rounding("real", 1)
    size = file.count("DIMENSION", 0)
    depots = [whole_figure(NAME, row[0]) - 1 for row in file.sections.get("DEPOT_SECTION", [[1]])]
    if size < 1 or not depots or not all(0 <= depot < size for depot in depots):
        raise Misread(NAME, "DIMENSION, DEPOT_SECTION")
    shipments = shipments_of(file, size, depots, rounding)
    jobs = () if shipments else jobs_of(file, size, depots, rounding)
    fleet = fleet_of(file, Fleet(size, depots, rounding, cents), _distances(file, size), jobs)
    problem = Problem(fleet.allowed(jobs), fleet.vehicles, fleet.matrices, shipments=shipments)
    factor = rounding.factor * cents
    return Instance(problem, file.said.get("NAME", ""), NAME, rounding.name, factor)


def _distances(file: VrplibFile, size: int) -> NDArray[np.float64]:
    kind = file.said.get("EDGE_WEIGHT_TYPE")
    if kind == "EUC_2D":
        places = file.rows("NODE_COORD", size, 2)
        return straight([row[0] for row in places], [row[1] for row in places])
    figures = [value for row in file.sections.get("EDGE_WEIGHT_SECTION", ()) for value in row]
    full = (kind, file.said.get("EDGE_WEIGHT_FORMAT")) == ("EXPLICIT", "FULL_MATRIX")
    if not full or len(figures) != size * size:
        raise Misread(NAME, f"EDGE_WEIGHT_TYPE {kind}")
    return np.array(figures).reshape(size, size)
