"""Travel times for a file that brings none: straight lines, at a pace for each usual profile."""

from routing.crow_flies import PACES, CrowFlies, Pace

OTHERS = {
    "car": PACES["mobil"],
    "driving-car": PACES["mobil"],
    "bike": Pace(15, 12, 1.20, 1.45),
    "cycling-regular": Pace(15, 12, 1.20, 1.45),
    "foot-walking": PACES["foot"],
}
"""What VROOM's routing engines call their profiles."""
SOURCE = CrowFlies(paces={**PACES, **OTHERS})
