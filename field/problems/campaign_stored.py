"""A campaign's plan as rows: batches, rounds, and the days of each card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from field.problems.campaign import Calendar
from routing.campaign import Campaign, CampaignPlan

Row = dict[str, Any]


@dataclass(frozen=True)
class StoredPlan:
    """Rows for the store. Batches are numbered from 1; a card's `batch` is that number."""

    batches: list[Row]
    rounds: list[Row]
    cards: list[Row]
    staff: list[list[object]]


def stored_rows(
    campaign: Campaign,
    plan: CampaignPlan,
    calendar: Calendar,
    travel: Mapping[tuple[str, int], int],
    midnight: datetime,
) -> StoredPlan:
    """Return the rows.

    Args:
        campaign: what was asked.
        plan: the answer.
        calendar: dates of the days.
        travel: seconds on the road by kelurahan and day.
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
    return StoredPlan(
        batches=batches,
        rounds=list(_rounds(campaign, plan, calendar, travel)),
        cards=list(_cards(campaign, plan, calendar, printed_in)),
        staff=[
            [calendar.date(each.day).isoformat(), run.printer, run.operator,
             moment(each.day, run.begin).isoformat(), moment(each.day, run.end).isoformat()]
            for each in plan.days
            for run in each.runs
        ],
    )  # fmt: skip


def _cards(
    campaign: Campaign,
    plan: CampaignPlan,
    calendar: Calendar,
    printed_in: Mapping[int, tuple[int, int]],
) -> Iterator[Row]:
    for card in campaign.cards:
        out, printed = plan.out.get(card.id), plan.printed.get(card.id)
        if out is None and printed is None:
            continue
        batch, turn = printed_in.get(card.id, (None, 0))
        yield {
            "card_id": card.id, "batch": batch, "turn": turn,
            "print_on": None if printed is None else calendar.date(printed),
            "deliver_on": None if out is None else calendar.date(out),
        }  # fmt: skip


def _rounds(
    campaign: Campaign,
    plan: CampaignPlan,
    calendar: Calendar,
    travel: Mapping[tuple[str, int], int],
) -> Iterator[Row]:
    """Yield what goes out by kelurahan and day; what goes along with a trip is no round."""
    goes: dict[tuple[int, str], list[int]] = defaultdict(list)
    for card in campaign.cards:
        if card.id in plan.out and card.id not in plan.trips:
            goes[plan.out[card.id], campaign.area(card).kelurahan].append(card.door)
    for (day, kelurahan), doors in sorted(goes.items()):
        crew = campaign.crews.get(day, ())
        yield {
            "day": calendar.date(day), "kelurahan": kelurahan,
            "couriers": sum(kelurahan in campaign.beats.get(rider.id, ()) for rider in crew),
            "doors": len(set(doors)), "cards": len(doors),
            "travel_s": travel.get((kelurahan, day), 0),
        }  # fmt: skip
