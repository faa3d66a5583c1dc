"""A change to a campaign that would let all its cards go out: a code with figures, and made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from routing.campaign.given import Campaign, Operator, Shift
from routing.problem import TimeWindow
from routing.words import Language, Value
from routing.words.campaigns import WAYS_OUT

WEEK = 7
EVENING = 6 * 3600
"""How long somebody works who comes when the others have gone."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """`price` is in days of a person's work, to compare them; `values` say what `changed` needs."""

    code: str
    price: int
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        return WAYS_OUT[self.code].say(language, self.values)


Numbers = Mapping[str, int]
T = TypeVar("T")


def changed_campaign(campaign: Campaign, way: WayOut) -> Campaign:
    """The campaign with this change made, and no other."""
    return CHANGES[way.code](campaign, {name: int(value) for name, value in way.values.items()})


def later_finish(campaign: Campaign, by: Numbers) -> Campaign:
    """The days that are added are like those a week before, or like the last one."""
    days = by["days"]
    limits = replace(campaign.limits, days=days)
    last = days + WEEK

    def longer(given: Mapping[int, T], until: int) -> dict[int, T]:
        found = dict(given)
        for day in range(campaign.limits.days, until):
            if day not in found and found and (day - WEEK in found or day < WEEK):
                found[day] = found.get(day - WEEK, found[max(found)])
        return found

    printers = [replace(each, hours=longer(each.hours, days)) for each in campaign.printers]
    operators = [replace(each, shifts=longer(each.shifts, days)) for each in campaign.operators]
    return replace(
        campaign,
        limits=limits,
        printers=tuple(printers),
        operators=tuple(operators),
        crews=longer(campaign.crews, last),
    )


def more_operators(campaign: Campaign, by: Numbers) -> Campaign:
    """From one day to another: at printers that stand, else in the evening, after the others."""
    first = max((each.id for each in campaign.operators), default=0) + 1
    days = range(by["first"], by["last"] + 1)
    fresh = [
        Operator(
            id=first + n, shifts={day: shift for day in days if (shift := _shift(campaign, day, n))}
        )
        for n in range(by["operators"])
    ]
    return replace(campaign, operators=(*campaign.operators, *fresh))


def more_printers(campaign: Campaign, by: Numbers) -> Campaign:
    """Like the fastest one, each with an operator like the first."""
    if not campaign.printers or not campaign.operators:
        return campaign
    model = max(campaign.printers, key=lambda each: each.rate)
    number = max(each.id for each in campaign.printers) + 1
    who = max(each.id for each in campaign.operators) + 1
    count = range(by["printers"])
    return replace(
        campaign,
        printers=(*campaign.printers, *(replace(model, id=number + n, outages={}) for n in count)),
        operators=(
            *campaign.operators,
            *(replace(campaign.operators[0], id=who + n) for n in count),
        ),
    )


def more_blanks(campaign: Campaign, by: Numbers) -> Campaign:
    if campaign.blanks is None:
        return campaign
    coming = dict(campaign.blanks.deliveries)
    coming[by["day"]] = coming.get(by["day"], 0) + by["blanks"]
    return replace(campaign, blanks=replace(campaign.blanks, deliveries=coming))


def more_couriers(campaign: Campaign, by: Numbers) -> Campaign:
    """Each courier gets so many companions, on all his days and for all his kelurahan."""
    ids = sorted({rider.id for crew in campaign.crews.values() for rider in crew})
    first = max(ids, default=0) + 1
    new = {
        (rider, n): first + place + n * len(ids)
        for place, rider in enumerate(ids)
        for n in range(by["couriers"])
    }
    crews = {
        day: (
            *crew,
            *(replace(rider, id=new[rider.id, n]) for rider in crew for n in range(by["couriers"])),
        )
        for day, crew in campaign.crews.items()
    }
    beats = dict(campaign.beats)
    beats |= {number: beats.get(rider, frozenset()) for (rider, _), number in new.items()}
    return replace(campaign, crews=crews, beats=beats)


CHANGES: Mapping[str, Callable[[Campaign, Numbers], Campaign]] = {
    "later_finish": later_finish,
    "more_operators": more_operators,
    "more_printers": more_printers,
    "more_blanks": more_blanks,
    "more_couriers": more_couriers,
}


def _shift(campaign: Campaign, day: int, number: int) -> tuple[Shift, ...]:
    """The hours of the first operator for whom there is a printer, else those after the last."""
    shifts = [shift for each in campaign.operators for shift in each.shifts.get(day, ())]
    printers = [each for each in campaign.printers if each.hours.get(day)]
    usual = [shift for shift in shifts if not shift.price]
    if not usual:
        return ()
    if len(usual) + number < len(printers):
        return (usual[0],)
    begins = max(shift.hours.close for shift in usual)
    return (Shift(hours=TimeWindow(begins, begins + EVENING)),)
