"""From a campaign's day to batches in the print queue, each made once."""

from datetime import date

from field.domain.cetak.batch import BatchOrder
from field.domain.cetak.campaign import NO_PLAN_YET, NOTHING_THAT_DAY, PlanState
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit, campaigns, print_crew
from field.store.db import transaction
from field.store.print_acts import When
from field.store.print_batches import add_batch


def make_batches(
    plan_id: int, day: date, scope: tuple[str | None, int | None], doors: Doors
) -> int:
    """Make the batches of a day whose cards still wait; returns how many.

    A card that another batch has already, or that was printed or cancelled, is passed over.
    """
    within, by = scope
    now = doors.clock.now().astimezone(doors.zone)
    when = When(now, local_date(now, doors.zone), by)
    known = {printer.id for printer in print_crew.printers(active_only=True)}
    with transaction() as live:
        plan = campaigns.plan_or_none(plan_id, within)
        if plan is None:
            raise Fault(NOT_FOUND, what=N_("Rencana"))
        if plan.state != PlanState.ACCEPTED:
            raise Fault(NO_PLAN_YET)
        made = [
            add_batch(
                live,
                BatchOrder(
                    kelurahan=batch.kelurahan,
                    cards=cards,
                    day=day,
                    printer=batch.printer if batch.printer in known else None,
                ),
                when,
            )
            for batch, cards in campaigns.batches_with_cards(plan.id, day)
        ]
        count = sum(row is not None for row in made)
        if not count:
            raise Fault(NOTHING_THAT_DAY, date=day)
        audit.record(
            live, "campaign.batches", at=now, by=by, subject=f"campaign:{plan.campaign_id}",
            day=day.isoformat(), count=count,
        )  # fmt: skip
        return count
