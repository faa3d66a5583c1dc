"""A campaign's plan as it is read: days and printers, kelurahan and days, one day in full."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from field.domain.cetak.campaign import PlanState
from field.domain.cetak.figures import DayFigures
from field.domain.cetak.order import CampaignOrder
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.problems.campaign_means import HELPERS
from field.store import campaigns, crew, print_crew
from field.store.tables import CampaignBatch, CampaignPlan, CampaignRoute

Grid = dict[str, dict[date, int]]


@dataclass(frozen=True)
class PlanView:
    """A plan of a campaign; grids are cards by row and day."""

    id: int
    campaign_id: int
    name: str
    kecamatan: str | None
    state: PlanState
    begins: date  # of the campaign
    since: date
    deadline: date
    order: CampaignOrder
    figures: dict[str, Any]
    remedies: tuple[dict[str, Any], ...]
    days: tuple[DayFigures, ...]
    printers: Grid
    kelurahan: Grid
    created_at: datetime

    @property
    def print_days(self) -> list[date]:
        return [day.day for day in self.days if day.to_print]

    @property
    def door_days(self) -> list[date]:
        return [day.day for day in self.days if day.to_deliver]


@dataclass(frozen=True)
class Staffed:
    """Who stands at a printer when."""

    printer: str
    operator: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class DayView:
    """What is printed and what goes out on one day of a plan."""

    day: date
    batches: dict[str, list[CampaignBatch]]  # by printer, in order
    staff: tuple[Staffed, ...]
    routes: tuple[CampaignRoute, ...]
    couriers: dict[int, str]  # the names of those who bring them


def plan_view(plan_id: int, kecamatan: str | None) -> PlanView:
    """Return a plan; another kecamatan's is not found."""
    plan = _plan(plan_id, kecamatan)
    names = _printers()
    printers: Grid = {}
    for (day, printer), cards in campaigns.cards_by_printer(plan.id).items():
        printers.setdefault(_name(names, printer), {})[day] = cards
    kelurahan: Grid = {}
    for one in campaigns.routes_of(plan.id):
        days = kelurahan.setdefault(one.kelurahan, {})
        days[one.day] = days.get(one.day, 0) + one.cards
    return PlanView(
        id=plan.id,
        campaign_id=plan.campaign_id,
        name=plan.campaign.name,
        kecamatan=plan.campaign.kecamatan,
        state=PlanState(plan.state),
        begins=plan.campaign.first_day,
        since=plan.since,
        deadline=plan.campaign.last_day,
        order=CampaignOrder.read(plan.asked),
        figures=plan.figures,
        remedies=tuple(plan.remedies),
        days=tuple(campaigns.day_figures(plan.id)),
        printers=dict(sorted(printers.items())),
        kelurahan=dict(sorted(kelurahan.items())),
        created_at=plan.created_at,
    )


def day_view(plan_id: int, day: date, kecamatan: str | None, doors: Doors) -> DayView:
    """Return one day: the batches of each printer in their order, and who goes where."""
    plan = _plan(plan_id, kecamatan)
    names = _printers()
    people = {one.id: one.name for one in print_crew.operators()}
    batches: dict[str, list[CampaignBatch]] = {}
    for one in campaigns.batches_of(plan.id, day):
        batches.setdefault(names.get(one.printer, f"{one.printer}"), []).append(one)
    couriers = {one.id: one.user.name for one in crew.couriers(kecamatan, closed=True)}
    routes = tuple(one for one in campaigns.routes_of(plan.id) if one.day == day)
    return DayView(
        day=day,
        batches=batches,
        staff=tuple(
            Staffed(
                _name(names, printer),
                _name(people, operator),
                _moment(begins, doors),
                _moment(ends, doors),
            )
            for when, printer, operator, begins, ends in plan.staff
            if when == day.isoformat()
        ),
        routes=routes,
        couriers={one.courier: _name(couriers, one.courier) for one in routes},
    )


def _plan(plan_id: int, kecamatan: str | None) -> CampaignPlan:
    plan = campaigns.plan_or_none(plan_id, kecamatan)
    if plan is None:
        raise Fault(NOT_FOUND, what=N_("Rencana"))
    return plan


def _name(names: Mapping[int, str], number: int) -> str:
    """Return a name; "+1" is the first of those whom the order asks for beyond the listed."""
    if number in names:
        return names[number]
    return f"+{number - HELPERS + 1}" if number >= HELPERS else ""


def _printers() -> dict[int, str]:
    return {printer.id: printer.name for printer in print_crew.printers()}


def _moment(text: str, doors: Doors) -> datetime:
    return datetime.fromisoformat(text).astimezone(doors.zone)
