"""How long a trip takes at which hour: factors by kind of road, vehicle, weekday and hour.

A factor of 1.5 makes a minute of driving one and a half. A plan has one matrix for the whole day,
so it goes by the mean over the hours in which its vehicles are on duty.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

MAIN, SMALL = "main", "small"
ROADS = {MAIN: N_("Jalan utama"), SMALL: N_("Jalan kecil dan gang")}
DRIVEN = {"motor": N_("Motor"), "mobil": N_("Mobil")}
WEEKDAYS = {
    1: N_("Senin"), 2: N_("Selasa"), 3: N_("Rabu"), 4: N_("Kamis"),
    5: N_("Jumat"), 6: N_("Sabtu"), 7: N_("Minggu"),
}  # fmt: skip
LEAST, MOST = 0.5, 4.0
"""A trip does not take less than half, nor more than four times what is usual."""

BAD_HOURS = FaultKind(
    "speeds.bad_hours",
    Nature.BAD_INPUT,
    N_("Jam dan hari untuk kecepatan ini tidak bisa dipakai."),
    N_("Pilih paling sedikit satu hari, dan jam mulai sebelum jam selesai (0 sampai 24)."),
)
BAD_FACTOR = FaultKind(
    "speeds.bad_factor",
    Nature.BAD_INPUT,
    N_("Kelipatan %(value)s tidak bisa dipakai."),
    N_("Isi 0,5 sampai 4. Contoh: 1,5 berarti satu menit menjadi satu setengah menit."),
)

NOTHING_LEARNED = FaultKind(
    "speeds.nothing_learned",
    Nature.CONFLICT,
    N_("Catatan belum cukup untuk menyimpulkan kecepatan."),
    N_("Hitung lagi sesudah kurir mencatat lebih banyak perjalanan."),
)

Factors = Mapping[str, Mapping[str, float]]
"""Factors of one plan, by vehicle and then by kind of road; what is missing is 1."""


@dataclass(frozen=True, order=True, slots=True)
class Slot:
    """An hour of a weekday (Monday is 1) for a vehicle."""

    vehicle: str
    weekday: int
    hour: int


@dataclass(frozen=True, slots=True)
class Rule:
    """On these roads, for this vehicle, on these days, from one hour to another."""

    roads: str
    vehicle: str
    weekdays: frozenset[int]
    since: int
    until: int
    factor: float

    def __post_init__(self) -> None:
        days_known = bool(self.weekdays) and self.weekdays <= WEEKDAYS.keys()
        if not days_known or self.roads not in ROADS or self.vehicle not in DRIVEN:
            raise Fault(BAD_HOURS)
        if not 0 <= self.since < self.until <= 24:
            raise Fault(BAD_HOURS)
        if not LEAST <= self.factor <= MOST:
            raise Fault(BAD_FACTOR, value=self.factor)

    def holds(self, slot: Slot, roads: str) -> bool:
        return (
            (self.roads, self.vehicle) == (roads, slot.vehicle)
            and slot.weekday in self.weekdays
            and self.since <= slot.hour < self.until
        )


@dataclass(frozen=True)
class Speeds:
    """The table of a city: of rules that speak of the same hour the last one holds.

    What was learned multiplies the table in its slot, on every kind of road alike.
    """

    rules: tuple[Rule, ...] = ()
    learned: Mapping[Slot, float] = field(default_factory=dict)

    def factor(self, slot: Slot, roads: str) -> float:
        said = (rule.factor for rule in reversed(self.rules) if rule.holds(slot, roads))
        return next(said, 1.0) * self.learned.get(slot, 1.0)

    def at(self, slot: Slot) -> Factors:
        """Return the factors of one hour."""
        return {slot.vehicle: {roads: self.factor(slot, roads) for roads in ROADS}}

    def over(self, duties: Iterable[tuple[str, datetime, datetime]]) -> Factors:
        """Return the means over the hours of those on duty: vehicle, start and end in local time.

        Each hour counts by the minutes that are worked in it.
        """
        minutes: dict[Slot, float] = {}
        for vehicle, starts, ends in duties:
            for slot, part in _hours(vehicle, starts, ends):
                minutes[slot] = minutes.get(slot, 0.0) + part
        return {
            vehicle: {roads: self._mean(vehicle, roads, minutes) for roads in ROADS}
            for vehicle in sorted({slot.vehicle for slot in minutes} & DRIVEN.keys())
        }

    def _mean(self, vehicle: str, roads: str, minutes: Mapping[Slot, float]) -> float:
        own = {slot: part for slot, part in minutes.items() if slot.vehicle == vehicle}
        total = sum(self.factor(slot, roads) * part for slot, part in own.items())
        return round(total / sum(own.values()), 3)


def slot_of(vehicle: str, moment: datetime) -> Slot:
    """Return the slot of a moment in local time."""
    return Slot(vehicle, moment.isoweekday(), moment.hour)


def _hours(vehicle: str, starts: datetime, ends: datetime) -> Iterator[tuple[Slot, float]]:
    here = starts
    while here < ends:
        full = here.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        until = min(full, ends)
        yield slot_of(vehicle, here), (until - here) / timedelta(minutes=1)
        here = until
