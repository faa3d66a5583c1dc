"""Campaigns and their plans: kept whole, read back by the day."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from sqlalchemy import func, insert, literal, select, update

from field.domain.cetak.figures import DayFigures
from field.store.db import Base, Live, session
from field.store.tables import (
    Campaign,
    CampaignBatch,
    CampaignCard,
    CampaignPlan,
    CampaignRoute,
)

HOLDS = "accepted"
Row = dict[str, Any]


def campaign_or_none(campaign_id: int, kecamatan: str | None) -> Campaign | None:
    """Return a campaign within somebody's rights; None otherwise."""
    query = select(Campaign).where(Campaign.id == campaign_id)
    if kecamatan is not None:
        query = query.where(Campaign.kecamatan == kecamatan)
    return session().scalars(query.execution_options(populate_existing=True)).one_or_none()


def campaigns(kecamatan: str | None) -> list[Campaign]:
    query = select(Campaign).order_by(Campaign.id.desc()).limit(50)
    if kecamatan is not None:
        query = query.where(Campaign.kecamatan == kecamatan)
    return list(session().scalars(query))


def plan_or_none(plan_id: int, kecamatan: str | None) -> CampaignPlan | None:
    """Return a plan within somebody's rights; None otherwise."""
    query = select(CampaignPlan).join(Campaign).where(CampaignPlan.id == plan_id)
    if kecamatan is not None:
        query = query.where(Campaign.kecamatan == kecamatan)
    return session().scalars(query.execution_options(populate_existing=True)).one_or_none()


def plan_of_job_or_none(job_id: str) -> CampaignPlan | None:
    return session().scalar(select(CampaignPlan).where(CampaignPlan.job_id == job_id))


def count_to_decide(kecamatan: str | None) -> int:
    """Count the plans that wait for a yes or no."""
    query = (
        select(func.count(CampaignPlan.id))
        .join(Campaign)
        .where(CampaignPlan.state.in_(("draft", "impossible")))
    )
    if kecamatan is not None:
        query = query.where(Campaign.kecamatan == kecamatan)
    return session().scalar(query) or 0


class PlanRows(Protocol):
    """A plan as rows: batches are numbered from 1, and a card's `batch` is that number."""

    @property
    def batches(self) -> list[Row]: ...

    @property
    def routes(self) -> list[Row]: ...

    @property
    def cards(self) -> list[Row]: ...


def add_plan_rows(live: Live, plan_id: int, rows: PlanRows) -> None:
    """Keep all rows of a plan, many at once."""
    numbers: dict[int, int] = {}
    for number, batch in enumerate(rows.batches, start=1):
        row = CampaignBatch(plan_id=plan_id, **batch)
        live.add(row)
        live.flush()
        numbers[number] = row.id
    _add(live, CampaignRoute, ({**one, "plan_id": plan_id} for one in rows.routes))
    _add(
        live,
        CampaignCard,
        (
            {"card_id": one["card_id"], "plan_id": plan_id, "turn": one["turn"],
             "batch_id": numbers.get(one["batch"]), "print_on": one["print_on"],
             "deliver_on": one["deliver_on"], "courier": one["courier"], "stop": one["stop"]}
            for one in rows.cards
        ),
    )  # fmt: skip


def copy_days_before(live: Live, old: int, new: int, since: date) -> None:
    """Take over what an earlier plan had for the days that are over, and for cards left alone."""
    for table in (CampaignBatch, CampaignRoute):
        columns = [c.name for c in table.__table__.columns if c.name not in ("id", "plan_id")]
        query = select(literal(new), *(getattr(table, name) for name in columns)).where(
            table.plan_id == old, table.day < since
        )
        live.execute(insert(table).from_select(["plan_id", *columns], query))
    has = select(CampaignCard.card_id).where(CampaignCard.plan_id == new)
    query = select(
        literal(new), CampaignCard.card_id, literal(0), CampaignCard.print_on,
        CampaignCard.deliver_on, CampaignCard.courier, CampaignCard.stop,
    ).where(CampaignCard.plan_id == old, CampaignCard.card_id.not_in(has))  # fmt: skip
    names = ["plan_id", "card_id", "turn", "print_on", "deliver_on", "courier", "stop"]
    live.execute(insert(CampaignCard).from_select(names, query))


def _add(live: Live, table: type[Base], rows: Iterable[Row]) -> None:
    if listed := list(rows):
        live.execute(insert(table), listed)


def batches_of(plan_id: int, day: date | None = None) -> list[CampaignBatch]:
    """Return the batches of a plan, by day, printer and turn."""
    query = select(CampaignBatch).where(CampaignBatch.plan_id == plan_id)
    if day is not None:
        query = query.where(CampaignBatch.day == day)
    order = query.order_by(CampaignBatch.day, CampaignBatch.printer, CampaignBatch.turn)
    return list(session().scalars(order))


def batches_with_cards(plan_id: int, day: date) -> list[tuple[CampaignBatch, tuple[int, ...]]]:
    """Return the batches of a day in their order, each with its cards in theirs."""
    query = (
        select(CampaignCard.batch_id, CampaignCard.card_id)
        .join(CampaignBatch, CampaignBatch.id == CampaignCard.batch_id)
        .where(CampaignBatch.plan_id == plan_id, CampaignBatch.day == day)
        .order_by(CampaignCard.turn)
    )
    cards: dict[int, list[int]] = {}
    for batch, card in session().execute(query):
        cards.setdefault(batch or 0, []).append(card)
    in_turn = sorted(batches_of(plan_id, day), key=lambda one: (one.starts_at, one.printer))
    return [(one, tuple(cards.get(one.id, ()))) for one in in_turn if one.id in cards]


def close_drafts(live: Live, campaign_id: int) -> None:
    """Let no older plan wait for a decision when a new one comes."""
    live.execute(
        update(CampaignPlan)
        .where(
            CampaignPlan.campaign_id == campaign_id,
            CampaignPlan.state.in_(("draft", "impossible")),
        )
        .values(state="replaced")
    )


def cards_by_printer(plan_id: int) -> dict[tuple[date, int], int]:
    """Return how many cards each printer is given on each day."""
    query = (
        select(CampaignBatch.day, CampaignBatch.printer, func.sum(CampaignBatch.cards))
        .where(CampaignBatch.plan_id == plan_id)
        .group_by(CampaignBatch.day, CampaignBatch.printer)
    )
    return {(day, printer): cards for day, printer, cards in session().execute(query)}


def routes_of(plan_id: int) -> list[CampaignRoute]:
    """Return what each courier is to bring, by day and kelurahan."""
    query = select(CampaignRoute).where(CampaignRoute.plan_id == plan_id)
    order = CampaignRoute.day, CampaignRoute.kelurahan, CampaignRoute.courier
    return list(session().scalars(query.order_by(*order)))


def day_figures(plan_id: int) -> list[DayFigures]:
    """Return the plan by day: what is printed, and what goes out."""
    prints = session().execute(
        select(
            CampaignBatch.day, func.count(CampaignBatch.printer.distinct()), func.count(),
            func.sum(CampaignBatch.cards),
        ).where(CampaignBatch.plan_id == plan_id).group_by(CampaignBatch.day)
    )  # fmt: skip
    goes = session().execute(
        select(
            CampaignRoute.day, func.count(CampaignRoute.courier.distinct()),
            func.sum(CampaignRoute.doors),
            func.sum(CampaignRoute.cards), func.sum(CampaignRoute.travel_s),
        ).where(CampaignRoute.plan_id == plan_id).group_by(CampaignRoute.day)
    )  # fmt: skip
    printed = {day: rest for day, *rest in prints}
    gone = {day: rest for day, *rest in goes}
    days = sorted(printed.keys() | gone.keys())
    return [
        DayFigures(day, *printed.get(day, (0, 0, 0)), *gone.get(day, (0, 0, 0, 0))) for day in days
    ]


def card_days(plan_id: int) -> dict[int, tuple[date | None, date | None]]:
    """Return when each card of a plan is to be printed and to go out."""
    query = select(CampaignCard.card_id, CampaignCard.print_on, CampaignCard.deliver_on)
    rows = session().execute(query.where(CampaignCard.plan_id == plan_id))
    return {card: (print_on, deliver_on) for card, print_on, deliver_on in rows}


def replace_others(live: Live, campaign_id: int, plan_id: int) -> None:
    """Let one plan hold, and no other of its campaign."""
    live.execute(
        update(CampaignPlan)
        .where(
            CampaignPlan.campaign_id == campaign_id,
            CampaignPlan.id != plan_id,
            CampaignPlan.state == HOLDS,
        )
        .values(state="replaced")
    )
