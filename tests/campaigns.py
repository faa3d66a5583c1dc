"""A campaign for tests: cards in the queue, means for a few days, planned at once."""

from datetime import date, timedelta

from field.domain.cetak.order import CampaignOrder, DayMeans
from field.gateways.doors import Doors
from field.services import campaign_planning, campaigns
from field.services.campaigns import Scope
from field.services.jobs import run_here
from field.store.db import session, transaction
from field.store.tables import Campaign, CampaignPlan, Job
from tests.builders import TODAY
from tests.planned import Silent

CITY = Scope(None, None)


def means(count: int = 5, first: date = TODAY, **changed: int) -> tuple[DayMeans, ...]:
    """Return days with one printer, an operator for two hours, and couriers on working days."""
    days = [first + timedelta(days=step) for step in range(count)]
    usual = {"printers": 1, "operators": 1, "hours": 2}
    return tuple(
        DayMeans(day, **{**usual, "couriers": 2 if day.isoweekday() < 6 else 0, **changed})
        for day in days
    )


def order(cards: int, days: tuple[DayMeans, ...] | None = None) -> CampaignOrder:
    return CampaignOrder("Uji", cards, days or means(), per_hour=30)


def ask(asked: CampaignOrder, doors: Doors) -> int:
    """Ask for a campaign and plan it here; returns its id."""
    campaign_id = campaigns.ask_campaign(asked, None, doors)
    run(campaign_id, doors)
    return campaign_id


def run(campaign_id: int, doors: Doors, *, stop: bool = False) -> None:
    """Do the campaign's open work in this process."""
    with transaction() as live:
        row = live.get_one(Campaign, campaign_id)
        live.get_one(Job, row.job_id).state = "running"
        job_id = str(row.job_id)
    run_here(job_id, campaign_planning.run_campaign, Silent(stop=stop), doors)


def newest_plan(campaign_id: int) -> CampaignPlan:
    session().rollback()
    return session().get_one(Campaign, campaign_id).plans[-1]


def accepted(campaign_id: int, doors: Doors) -> int:
    """Accept the newest plan; returns its id."""
    plan_id = newest_plan(campaign_id).id
    campaigns.accept(plan_id, CITY, doors)
    return plan_id
