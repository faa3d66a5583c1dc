"""A running campaign: each day as planned and as it was, what is left, and when it will end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from statistics import median

from field.domain.card import UNPRINTED, Place
from field.domain.cetak.forecast import Finish, finish
from field.domain.cetak.order import CampaignOrder
from field.domain.cetak.tracking import Stage, TrackedDay, delivering, printing
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.city_days import hours_on, next_working_day
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import campaign_cards, campaigns, print_inflow
from field.store.campaign_cards import Moved
from field.store.tables import CampaignPlan

Works = Callable[[date], bool]

DAYS_TO_PRINT_READY = 3
"""Working days from a recording to a record that may be printed."""

LONGEST = 120
"""Days that a table goes on after the deadline."""


@dataclass(frozen=True)
class Tracking:
    """Where a campaign stands; `recorded` are people of evening sessions that will still come."""

    plan_id: int
    today: date
    cards: int
    days: tuple[TrackedDay, ...]
    printing: Stage
    delivering: Stage
    print_end: Finish
    door_end: Finish
    recorded: int
    by_place: dict[str, int]
    by_kelurahan: dict[str, tuple[int, int]]

    @property
    def spoiled(self) -> int:
        return sum(day.spoiled for day in self.days)


def tracking_of(plan_id: int, kecamatan: str | None, doors: Doors) -> Tracking:
    """Return where the campaign of an accepted plan stands now."""
    plan = campaigns.plan_or_none(plan_id, kecamatan)
    if plan is None:
        raise Fault(NOT_FOUND, what=N_("Rencana"))
    today = local_date(doors.clock.now(), doors.zone)
    by_place = campaign_cards.count_by_place(plan.id)
    cards = sum(by_place.values()) - by_place.get(Place.CANCELLED, 0)
    days = tuple(_days(plan, doors))
    replanned = plan.since if plan.since > plan.campaign.first_day else None
    prints = printing(days, cards, today, replanned)
    goes = delivering(days, cards, today, replanned)
    inflow = _inflow(plan, today, doors)
    print_end = finish(prints.left, prints.past(), _ahead(prints, _prints(plan)), inflow)
    return Tracking(
        plan_id=plan.id,
        today=today,
        cards=cards,
        days=days,
        printing=prints,
        delivering=goes,
        print_end=print_end,
        door_end=_door_end(goes, print_end, inflow, partial(_works, doors.city)),
        recorded=sum(inflow.values()),
        by_place=by_place,
        by_kelurahan=campaign_cards.delivered_by_kelurahan(plan.id),
    )


def _prints(plan: CampaignPlan) -> Works:
    """Return on which days printing is possible; after the plan on any."""
    order = CampaignOrder.read(plan.asked)
    none = {one.day for one in order.days if not one.could_print(order.per_hour)}
    return lambda day: day not in none


def _works(city: str, day: date) -> bool:
    return hours_on(city, day) is not None


def _days(plan: CampaignPlan, doors: Doors) -> Iterator[TrackedDay]:
    """Return the days from the first to the last planned one, or to today when that is later."""
    planned = {one.day: one for one in campaigns.day_figures(plan.id)}
    today = local_date(doors.clock.now(), doors.zone)
    first = min([plan.campaign.first_day, *planned])
    last = max([plan.campaign.last_day, *planned, min(today, first + timedelta(days=LONGEST))])
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    borders = [datetime.combine(day, time(), doors.zone) for day in (*days, last + timedelta(1))]
    moved: dict[int, list[Moved]] = {}
    for move in campaign_cards.moves_by_day(plan.id, borders):
        moved.setdefault(move.day, []).append(move)
    spoiled = campaign_cards.spoiled_by_day(plan.id, borders)
    failed = campaign_cards.failed_by_day(plan.id, borders)
    for number, day in enumerate(days):
        one, moves = planned.get(day), moved.get(number, [])
        yield TrackedDay(
            day=day,
            to_print=one.to_print if one else 0,
            printed=sum(move.count * _printed(move) for move in moves),
            spoiled=spoiled.get(number, 0),
            to_deliver=one.to_deliver if one else 0,
            delivered=sum(move.count * _hands_over(move) for move in moves),
            failed=failed.get(number, 0),
        )


def _printed(move: Moved) -> int:
    """Return 1 for a move out of the printer, -1 for one that takes it back, else 0."""
    if move.to_place == Place.PRINTED:
        return int(move.from_place in UNPRINTED)
    return -int(move.to_place in UNPRINTED)


def _hands_over(move: Moved) -> int:
    if move.to_place == Place.RESIDENT:
        return 1
    return -int(move.from_place == Place.RESIDENT)


def _ahead(stage: Stage, works: Works) -> Iterator[tuple[date, int]]:
    """Yield what could be done from today on: as on a usual day, or what is planned if more."""
    usual = round(median([planned for _, planned, _ in stage.days if planned] or [0]))
    day = stage.today - timedelta(days=1)
    for day, planned, done in stage.days:
        could = max(planned, usual) if works(day) else planned
        if day >= stage.today:
            yield day, max(0, could - (done if day == stage.today else 0))
    while True:
        day = max(day, stage.today - timedelta(days=1)) + timedelta(days=1)
        yield day, usual if works(day) else 0


def _inflow(plan: CampaignPlan, today: date, doors: Doors) -> dict[date, int]:
    """Return the people recorded of late, or to be recorded, by the day they can be printed."""
    since, until = today - timedelta(days=14), plan.campaign.last_day
    recorded = print_inflow.recorded_by_day(since, until, plan.campaign.kecamatan)
    found: dict[date, int] = {}
    for day, people in recorded.items():
        ready = day
        for _ in range(DAYS_TO_PRINT_READY):
            ready = next_working_day(doors.city, ready + timedelta(days=1))
        count = people.done + (people.expected if day >= today else 0)
        if count and today < ready <= until:
            found[ready] = found.get(ready, 0) + count
    return found


def _door_end(goes: Stage, print_end: Finish, inflow: dict[date, int], works: Works) -> Finish:
    """Return when the last card is at its door: never before the day after its printing."""
    doors = finish(goes.left, goes.past(), _ahead(goes, works), inflow)

    def later(printed: date | None, brought: date | None) -> date | None:
        if printed is None or brought is None:
            return None
        after = next(day for day in _days_after(printed) if works(day))
        return max(brought, after) if goes.left else brought

    return replace(
        doors,
        early=later(print_end.early, doors.early),
        likely=later(print_end.likely, doors.likely),
        late=later(print_end.late, doors.late),
    )


def _days_after(day: date) -> Iterator[date]:
    return (day + timedelta(days=step) for step in range(1, LONGEST))
