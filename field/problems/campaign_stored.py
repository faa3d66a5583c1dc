"""A campaign's plan as rows: batches, routes, and the days of each card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from field.problems.campaign import Calendar
from routing.campaign import Campaign, CampaignPlan, Card, RoutedDay

Row = dict[str, Any]


@dataclass(frozen=True)
class StoredPlan:
    """Rows for the store. Batches are numbered from 1; a card's `batch` is that number."""

    batches: list[Row]
    routes: list[Row]
    cards: list[Row]
    staff: list[list[object]]


def stored_rows(
    campaign: Campaign,
    plan: CampaignPlan,
    routed: Sequence[RoutedDay],
    calendar: Calendar,
    midnight: datetime,
) -> StoredPlan:
    """Return the rows.

    Args:
        campaign: what was asked.
        plan: the answer.
        routed: the routes of its delivery days.
        calendar: dates of the days.
        midnight: before the campaign's first day, in the city's zone.
    """

    def moment(day: int, seconds: int) -> datetime:
        return midnight + timedelta(days=day, seconds=seconds)

    batches: list[Row] = []
    printed_in: dict[int, tuple[int, int]] = {}
    for each in plan.days:
        turns: dict[int, int] = defaultdict(int)
        for batch in each.batches:
            turns[batch.printer] += 1
            batches.append(
                {
                    "day": calendar.date(each.day), "printer": batch.printer,
                    "turn": turns[batch.printer], "kelurahan": batch.area.kelurahan,
                    "rw": batch.area.rw, "cards": len(batch.cards),
                    "starts_at": moment(each.day, batch.begin),
                    "ends_at": moment(each.day, batch.end),
                }
            )  # fmt: skip
            for place, card in enumerate(batch.cards, start=1):
                printed_in[card] = len(batches), place
    routes = _Routes(campaign, plan, routed)
    return StoredPlan(
        batches=batches,
        routes=list(routes.rows(calendar)),
        cards=list(_cards(campaign, plan, routes, calendar, printed_in)),
        staff=[
            [calendar.date(each.day).isoformat(), run.printer, run.operator,
             moment(each.day, run.begin).isoformat(), moment(each.day, run.end).isoformat()]
            for each in plan.days
            for run in each.runs
        ],
    )  # fmt: skip


class _Routes:
    """Where each card goes along. Who found no room on a route goes with courier 0."""

    def __init__(self, campaign: Campaign, plan: CampaignPlan, routed: Sequence[RoutedDay]) -> None:
        self.campaign, self.routed = campaign, routed
        self.out = dict(plan.out)
        self.at: dict[tuple[int, int], tuple[int, int]] = {}  # by day and door: courier and place
        for each in routed:
            self.out.update(dict.fromkeys(each.brought, each.day))
            for route in (route for found in each.plans for route in found.routes):
                for place, door in enumerate(route.jobs, start=1):
                    self.at[each.day, door] = route.vehicle, place
        self.going = [card for card in campaign.cards if card.id in self.out.keys() - plan.trips]

    def of(self, card: Card) -> tuple[int, int] | tuple[None, None]:
        """The courier and the place on the route; none for one that goes along with a trip."""
        return self.at.get((self.out.get(card.id, -1), card.door), (None, None))

    def rows(self, calendar: Calendar) -> Iterator[Row]:
        """Yield what each courier brings on a day to one kelurahan."""
        doors: dict[tuple[int, str, int], list[int]] = defaultdict(list)
        for card in self.going:
            courier = self.of(card)[0] or 0
            key = self.out[card.id], self.campaign.area(card).kelurahan, courier
            doors[key].append(card.door)
        travel = self._travel()
        for (day, kelurahan, courier), at in sorted(doors.items()):
            yield {
                "day": calendar.date(day), "kelurahan": kelurahan, "courier": courier,
                "doors": len(set(at)), "cards": len(at),
                "travel_s": travel[day, kelurahan, courier],
            }  # fmt: skip

    def _travel(self) -> dict[tuple[int, str, int], int]:
        """Return seconds on the road; the way to a door counts where it is, and the way home."""
        found: dict[tuple[int, str, int], int] = defaultdict(int)
        for each in self.routed:
            for route in (route for plan in each.plans for route in plan.routes):
                before, kelurahan = 0, ""
                for stop in route.stops:
                    kelurahan = self.campaign.doors[stop.id or 0].area.kelurahan
                    found[each.day, kelurahan, route.vehicle] += stop.travel - before
                    before = stop.travel
                found[each.day, kelurahan, route.vehicle] += route.travel - before
        return found


def _cards(
    campaign: Campaign,
    plan: CampaignPlan,
    routes: _Routes,
    calendar: Calendar,
    printed_in: Mapping[int, tuple[int, int]],
) -> Iterator[Row]:
    for card in campaign.cards:
        out, printed = routes.out.get(card.id), plan.printed.get(card.id)
        if out is None and printed is None:
            continue
        batch, turn = printed_in.get(card.id, (None, 0))
        courier, stop = (None, None) if card.id in plan.trips else routes.of(card)
        yield {
            "card_id": card.id, "batch": batch, "turn": turn,
            "print_on": None if printed is None else calendar.date(printed),
            "deliver_on": None if out is None else calendar.date(out),
            "courier": courier, "stop": stop,
        }  # fmt: skip
