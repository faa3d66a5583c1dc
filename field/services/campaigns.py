"""Campaigns: ask for one or for a new plan of it, list them, accept a plan or throw it away."""

from dataclasses import dataclass
from datetime import date, datetime

from field.domain.cetak.campaign import (
    BEING_PLANNED,
    NO_PLAN_YET,
    OPEN,
    OVERLAPS,
    PLAN_NOT_OPEN,
    PlanState,
)
from field.domain.cetak.order import NO_CARDS, PAST_START, CampaignOrder, DayMeans
from field.domain.fault import NOT_FOUND, Fault
from field.domain.job import OPEN as OPEN_JOBS
from field.domain.text import N_
from field.gateways.city_days import hours_on
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.regions import kelurahan_codes
from field.store import audit, campaign_cards, campaigns, crew, print_crew, work
from field.store.db import transaction
from field.store.tables import Campaign, CampaignPlan

KIND = "campaign"
PRINT_HOURS = 11
A_KELURAHAN = 2  # couriers, where the office has listed none


@dataclass(frozen=True)
class Scope:
    """Who acts, and within which kecamatan (None: the city)."""

    kecamatan: str | None
    by: int | None


@dataclass(frozen=True)
class PlanLine:
    id: int
    state: PlanState
    since: date
    created_at: datetime


@dataclass(frozen=True)
class CampaignLine:
    """A campaign in a list, with its plans, the newest first."""

    id: int
    name: str
    kecamatan: str | None
    first_day: date
    last_day: date
    order: CampaignOrder
    plans: tuple[PlanLine, ...]
    job_id: str | None  # of work on it that has not ended
    last_job: str | None  # of the last work on it, ended or not

    @property
    def plan_in_force(self) -> int | None:
        return next((one.id for one in self.plans if one.state is PlanState.ACCEPTED), None)

    @property
    def open_plan(self) -> int | None:
        """Return the plan that waits for a decision."""
        return next((one.id for one in self.plans if one.state in OPEN), None)


def campaign_lines(kecamatan: str | None) -> list[CampaignLine]:
    return [_line(row) for row in campaigns.campaigns(kecamatan)]


def campaign_line(campaign_id: int, kecamatan: str | None) -> CampaignLine:
    """Return one campaign; another kecamatan's is not found."""
    return _line(_campaign(campaign_id, kecamatan))


def ready_cards(kecamatan: str | None) -> int:
    """Count the cards that a new campaign could take."""
    return campaign_cards.count_ready(kecamatan)


def usual_days(days: list[date], kecamatan: str | None, doors: Doors) -> tuple[DayMeans, ...]:
    """Return what there is on each day by the city's own lists and calendar."""
    printers = len(print_crew.printers(active_only=True))
    operators = print_crew.operators(active_only=True)
    couriers = {one.id for one in crew.couriers(kecamatan) if not one.only_handpicked}
    if not couriers:
        couriers = set(range(A_KELURAHAN * len(kelurahan_codes(doors.city, kecamatan))))
    return tuple(
        DayMeans(
            day,
            printers,
            sum(day not in {off.date for off in one.absences} for one in operators),
            PRINT_HOURS,
            len(couriers - crew.away_on(day)) if hours_on(doors.city, day) else 0,
        )
        for day in days
    )


def ask_campaign(order: CampaignOrder, by: int | None, doors: Doors) -> int:
    """Keep a new campaign and ask for its plan; returns its id."""
    now = doors.clock.now()
    if order.first < local_date(now, doors.zone):
        raise Fault(PAST_START, date=order.first)
    if not campaign_cards.count_ready(order.kecamatan):
        raise Fault(NO_CARDS)
    with transaction() as live:
        row = Campaign(
            name=order.name, kecamatan=order.kecamatan, first_day=order.first,
            last_day=order.last, asked=order.written(), created_at=now, created_by=by,
        )  # fmt: skip
        live.add(row)
        live.flush()
        args: dict[str, object] = {"campaign": row.id}
        row.job_id = work.open_job(live, KIND, args, by=by, at=now).id
        audit.record(
            live, "campaign.ask", at=now, by=by, subject=f"campaign:{row.id}", cards=order.cards
        )
        return row.id


def ask_again(campaign_id: int, order: CampaignOrder, scope: Scope, doors: Doors) -> str:
    """Ask for a new plan of a campaign, with what there is now; returns the job's id."""
    now = doors.clock.now()
    with transaction() as live:
        row = _campaign(campaign_id, scope.kecamatan)
        if _open_job(row):
            raise Fault(BEING_PLANNED)
        row.asked, row.last_day = order.written(), order.last
        args: dict[str, object] = {"campaign": row.id}
        job = work.open_job(live, KIND, args, by=scope.by, at=now)
        row.job_id = job.id
        audit.record(live, "campaign.again", at=now, by=scope.by, subject=f"campaign:{row.id}")
        return job.id


def accept(plan_id: int, scope: Scope, doors: Doors) -> int:
    """Let a plan hold from now on instead of the one before; returns the campaign's id."""
    now = doors.clock.now()
    with transaction() as live:
        plan = _open_plan(plan_id, scope, PlanState.DRAFT)
        if taken := campaign_cards.count_taken_elsewhere(plan.id, plan.campaign_id):
            raise Fault(OVERLAPS, count=taken)
        campaigns.replace_others(live, plan.campaign_id, plan.id)
        plan.state, plan.accepted_at, plan.accepted_by = PlanState.ACCEPTED.value, now, scope.by
        audit.record(
            live, "campaign.accept", at=now, by=scope.by, subject=f"campaign:{plan.campaign_id}",
            plan=plan.id,
        )  # fmt: skip
        return plan.campaign_id


def discard(plan_id: int, scope: Scope, doors: Doors) -> int:
    """Throw an open plan away; returns the campaign's id."""
    now = doors.clock.now()
    with transaction() as live:
        plan = _open_plan(plan_id, scope, *OPEN)
        plan.state = PlanState.DISCARDED.value
        audit.record(
            live, "campaign.discard", at=now, by=scope.by, subject=f"campaign:{plan.campaign_id}",
            plan=plan.id,
        )  # fmt: skip
        return plan.campaign_id


def plan_in_force(campaign_id: int, kecamatan: str | None) -> int:
    """Return the id of the plan that holds; raises when there is none."""
    plan_id = campaign_line(campaign_id, kecamatan).plan_in_force
    if plan_id is None:
        raise Fault(NO_PLAN_YET)
    return plan_id


def _open_plan(plan_id: int, scope: Scope, *states: PlanState) -> CampaignPlan:
    plan = campaigns.plan_or_none(plan_id, scope.kecamatan)
    if plan is None:
        raise Fault(NOT_FOUND, what=N_("Rencana"))
    if plan.state not in states:
        raise Fault(PLAN_NOT_OPEN)
    return plan


def _campaign(campaign_id: int, kecamatan: str | None) -> Campaign:
    row = campaigns.campaign_or_none(campaign_id, kecamatan)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Kampanye"))
    return row


def _open_job(row: Campaign) -> str | None:
    job = work.job_or_none(row.job_id) if row.job_id else None
    return job.id if job and job.state in OPEN_JOBS else None


def _line(row: Campaign) -> CampaignLine:
    plans = [PlanLine(one.id, PlanState(one.state), one.since, one.created_at) for one in row.plans]
    return CampaignLine(
        id=row.id,
        name=row.name,
        kecamatan=row.kecamatan,
        first_day=row.first_day,
        last_day=row.last_day,
        order=CampaignOrder.read(row.asked),
        plans=tuple(reversed(plans)),
        job_id=_open_job(row),
        last_job=row.job_id,
    )
