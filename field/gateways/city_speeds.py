"""The city's table of slow hours, in the words of the domain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.speeds import slow_hours
from field.domain.speeds import Rule, Slot, Speeds


@dataclass(frozen=True, slots=True)
class Sourced:
    """A rule of the city's table, and why it is believed."""

    rule: Rule
    certainty: str
    source: str


def city_rules(city: str) -> list[Sourced]:
    return [
        Sourced(
            Rule(row.roads, row.vehicle, row.weekdays, row.since, row.until, row.factor),
            row.certainty.value,
            row.source,
        )
        for row in slow_hours(city)
    ]


def speeds_of(city: str, own: Iterable[Rule], learned: Mapping[Slot, float]) -> Speeds:
    """Return the table in force: the office's own rules come after the city's."""
    return Speeds((*(one.rule for one in city_rules(city)), *own), learned)
