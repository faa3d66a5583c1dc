"""How often what goes wrong: assumed, told in one place, and changed for a trial."""

from dataclasses import dataclass

HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Luck:
    """How often what goes wrong. All are assumed: no source that we know has figures of Bogor.

    `outage` is by printer and day, from `outage_s` seconds on; `absent` by person and day;
    `spoiled` by print; `nobody` by visit; `rain` by day, from early afternoon, when all driving
    takes `slower` times as long. A visit that finds nobody takes `knocking` seconds.
    """

    outage: float = 0.08
    outage_s: tuple[int, int] = (HOUR // 2, 4 * HOUR)
    operator_absent: float = 0.01
    courier_absent: float = 0.04
    spoiled: float = 0.01
    nobody: float = 0.15
    rain: float = 0.4
    rain_begins: tuple[int, int] = (12 * HOUR, 15 * HOUR)
    rain_s: tuple[int, int] = (HOUR, 3 * HOUR)
    slower: float = 1.4
    knocking: int = 120


USUAL = Luck()

NO_BAD_LUCK = Luck(
    outage=0, operator_absent=0, courier_absent=0, spoiled=0, nobody=0, rain=0, knocking=0
)
"""Everything goes as planned."""
