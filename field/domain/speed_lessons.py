"""What recorded events teach of speeds: robust ratios by vehicle, weekday and hour.

A leg lasts from one stop's record to the next one's: the drive, and the time at the next door. A
phone tells neither apart, so both are fitted together: doors take so many times what is planned,
at every hour alike, and drives so many times what the table says of their hour. Legs far from that
are believed less and less (Tukey's biweight): lunch, lost signal and stops recorded together are no
drives, and they err to one side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from statistics import fmean, median

from field.domain.speeds import LEAST, MOST, Slot

LEAST_LEGS = 30
"""Fewer legs in a slot teach nothing of it alone."""

SHORTEST_S = 30
"""So short a drive is lost in the time at the door."""

PAUSE_S = 20 * 60
"""So much longer than planned: a meal, a chat, a phone that was off."""

_TIMES = 4  # so many times longer or shorter than planned in all: no drive, but an odd record
_SATURDAY = 6
_WIDE, _NARROW = 12, 4.685  # deviations; a narrow eye at the start sees only what it expects
_ROUNDS = 20
_DEVIATION = 1.4826  # times the median distance, as in a normal distribution
_AS_PLANNED = 10  # legs that say doors take what is planned: they count where nothing else tells


@dataclass(frozen=True, slots=True)
class Leg:
    """From one record to the next: as published, by the table of that hour, and as it was."""

    slot: Slot
    planned_s: int
    usual_s: int  # the drive by the table, at this hour
    door_s: int  # planned at the door: parking, walks, service
    took_s: int  # from record to record

    @property
    def tells(self) -> bool:
        """Was it a drive and a door, as far as one can see?"""
        total = self.usual_s + self.door_s
        longest = min(_TIMES * total, total + max(PAUSE_S, 3 * self.usual_s))
        return self.usual_s >= SHORTEST_S and total / _TIMES <= self.took_s <= longest


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one slot teaches; without a factor there are too few legs to tell."""

    legs: int
    planned_s: int
    usual_s: int
    took_s: int  # for the drives
    factor: float | None  # of this weekday, or of this hour on all such days


@dataclass(frozen=True, slots=True)
class Learned:
    """Lessons by slot, and by vehicle how much longer a door takes than planned, in the mean."""

    lessons: Mapping[Slot, Lesson]
    door_extra_s: Mapping[str, int]


Believed = tuple[Leg, float]


def learn(legs: Iterable[Leg], least: int = LEAST_LEGS) -> Learned:
    """Return what these legs teach; the order in which they come does not matter."""
    alike: dict[Slot, list[Leg]] = {}
    for leg in sorted(legs, key=astuple):
        if leg.tells:
            alike.setdefault(_any_day(leg.slot), []).append(leg)
    lessons: dict[Slot, Lesson] = {}
    extra: dict[str, int] = {}
    for vehicle in sorted({slot.vehicle for slot in alike}):
        cells = [own for slot, own in sorted(alike.items()) if slot.vehicle == vehicle]
        doors, believed = _fitted(cells)
        extra[vehicle] = round((doors - 1) * fmean(leg.door_s for own in cells for leg in own))
        for cell in believed:
            lessons |= _lessons(cell, doors, least)
    return Learned(dict(sorted(lessons.items())), extra)


def _any_day(slot: Slot) -> Slot:
    """The same hour on any working day, or on any day of the weekend."""
    return replace(slot, weekday=1 if slot.weekday < _SATURDAY else _SATURDAY)


def _lessons(cell: Sequence[Believed], doors: float, least: int) -> dict[Slot, Lesson]:
    """What each weekday of an hour teaches; one with few legs goes by the hour on all such days."""
    by_slot: dict[Slot, list[Believed]] = {}
    for each in cell:
        by_slot.setdefault(each[0].slot, []).append(each)
    lessons = {}
    for slot, own in by_slot.items():
        enough = next((group for group in (own, cell) if len(group) >= least), None)
        factor = _slope(enough, doors) if enough else None
        lessons[slot] = Lesson(
            legs=len(own),
            planned_s=sum(leg.planned_s for leg, _ in own),
            usual_s=sum(leg.usual_s for leg, _ in own),
            took_s=round(sum(leg.took_s - doors * leg.door_s for leg, _ in own)),
            factor=None if factor is None else round(min(max(factor, LEAST), MOST), 2),
        )
    return lessons


def _fitted(cells: Sequence[Sequence[Leg]]) -> tuple[float, list[list[Believed]]]:
    """Return how many times longer doors take than planned, and how far each leg is believed."""
    believed: list[list[Believed]] = [[(leg, 1.0) for leg in cell] for cell in cells]
    for turn in range(_ROUNDS):
        doors = _doors(believed)
        slopes = [_slope(cell, doors) for cell in believed]
        off = [
            [leg.took_s - doors * leg.door_s - slope * leg.usual_s for leg in cell]
            for cell, slope in zip(cells, slopes, strict=True)
        ]
        usual = _DEVIATION * median(abs(each) for cell in off for each in cell)
        reach = max(_WIDE - turn, _NARROW) * max(usual, 1.0)
        believed = [
            [(leg, _belief(each / reach)) for leg, each in zip(cell, away, strict=True)]
            for cell, away in zip(cells, off, strict=True)
        ]
    return _doors(believed), believed


def _belief(far: float) -> float:
    return (1 - far * far) ** 2 if -1 < far < 1 else 0.0


def _doors(cells: Sequence[Sequence[Believed]]) -> float:
    """Least squares for doors and the drives of each cell at once; the drives drop out."""
    over = under = 0.0
    for cell in cells:
        drives = sum(much * leg.usual_s**2 for leg, much in cell)
        both = sum(much * leg.usual_s * leg.door_s for leg, much in cell)
        took = sum(much * leg.usual_s * leg.took_s for leg, much in cell)
        share = both / drives if drives else 0.0
        over += sum(much * leg.door_s * leg.took_s for leg, much in cell) - share * took
        under += sum(much * leg.door_s**2 for leg, much in cell) - share * both
    usual = fmean(leg.door_s**2 for cell in cells for leg, _ in cell) * _AS_PLANNED
    return min(max((over + usual) / (under + usual), LEAST), MOST) if usual else 1.0


def _slope(cell: Sequence[Believed], doors: float) -> float:
    """How many times the table's time the drives of a cell take; long drives tell more."""
    if not any(much for _, much in cell):
        cell = [(leg, 1.0) for leg, _ in cell]  # all of them are odd, but they are what there is
    drives = sum(much * leg.usual_s**2 for leg, much in cell)
    took = sum(much * leg.usual_s * (leg.took_s - doors * leg.door_s) for leg, much in cell)
    return took / drives
