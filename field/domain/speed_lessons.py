"""What recorded events teach of speeds: robust ratios by vehicle, weekday and hour.

A leg lasts from one stop's record to the next one's: the drive, and the time at the next door. A
phone tells neither apart, so the time that doors take longer than planned is found first: it is the
same on short drives and on long ones, and at every hour. Lunch, lost signal and stops recorded
together are no drives; what is left of them a median bears.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import median

from field.domain.speeds import LEAST, MOST, Slot

LEAST_LEGS = 30
"""Fewer legs in a slot teach nothing of it alone."""

SHORTEST_S = 30
"""So short a drive is lost in the time at the door."""

PAUSE_S = 20 * 60
"""So much longer than planned: a meal, a chat, a phone that was off."""

_TIMES = 4  # so many times longer or shorter than planned in all: no drive, but an odd record
_GROUPS = 10
_SATURDAY = 6


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
    """Lessons by slot, and by vehicle how much longer a door takes than planned."""

    lessons: Mapping[Slot, Lesson]
    door_extra_s: Mapping[str, int]


def learn(legs: Iterable[Leg], least: int = LEAST_LEGS) -> Learned:
    """Return what these legs teach; the order in which they come does not matter."""
    by_slot: dict[Slot, list[Leg]] = {}
    for leg in legs:
        if leg.tells:
            by_slot.setdefault(leg.slot, []).append(leg)
    extra = {
        vehicle: _door_extra([own for slot, own in by_slot.items() if slot.vehicle == vehicle])
        for vehicle in sorted({slot.vehicle for slot in by_slot})
    }
    alike: dict[Slot, list[Leg]] = {}
    for slot, own in by_slot.items():
        alike.setdefault(_any_day(slot), []).extend(own)
    lessons = {
        slot: _lesson(own, alike[_any_day(slot)], extra[slot.vehicle], least)
        for slot, own in sorted(by_slot.items())
    }
    return Learned(lessons, {vehicle: round(much) for vehicle, much in extra.items()})


def _any_day(slot: Slot) -> Slot:
    """The same hour on any working day, or on any day of the weekend."""
    return replace(slot, weekday=1 if slot.weekday < _SATURDAY else _SATURDAY)


def _lesson(
    legs: Sequence[Leg], on_any_day: Sequence[Leg], door_extra: float, least: int
) -> Lesson:
    enough = next((group for group in (legs, on_any_day) if len(group) >= least), None)
    return Lesson(
        legs=len(legs),
        planned_s=sum(leg.planned_s for leg in legs),
        usual_s=sum(leg.usual_s for leg in legs),
        took_s=round(sum(leg.took_s - leg.door_s - door_extra for leg in legs)),
        factor=_factor(enough, door_extra) if enough else None,
    )


def _factor(legs: Sequence[Leg], door_extra: float) -> float:
    ratios = (((leg.took_s - leg.door_s - door_extra) / leg.usual_s, leg.usual_s) for leg in legs)
    return round(min(max(weighted_median(ratios), LEAST), MOST), 2)


def weighted_median(pairs: Iterable[tuple[float, float]]) -> float:
    """Return the value with half of the weight on either side: long drives tell more."""
    ordered = sorted(pairs)
    half, seen = sum(weight for _, weight in ordered) / 2, 0.0
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            return value
    raise ValueError("There is no median of nothing.")


def _door_extra(by_slot: Sequence[Sequence[Leg]]) -> float:
    """Slots differ in their factor, not in this: the median of what each says, by its legs."""
    return weighted_median((_beginning(legs), len(legs)) for legs in by_slot)


def _beginning(legs: Sequence[Leg]) -> float:
    """Theil and Sen's line through the medians of short to long drives; where it begins."""
    points = list(_medians(legs))
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2) if b[0] > a[0]]
    if not slopes:
        return 0.0
    slope = median(slopes)
    return median(y - slope * x for x, y in points)


def _medians(legs: Sequence[Leg]) -> Iterator[tuple[float, float]]:
    ordered = sorted(legs, key=lambda leg: (leg.usual_s, leg.took_s - leg.door_s))
    size = len(ordered) / _GROUPS
    for number in range(_GROUPS):
        group = ordered[round(number * size) : round((number + 1) * size)]
        if group:
            yield (
                median(leg.usual_s for leg in group),
                median(leg.took_s - leg.door_s for leg in group),
            )
