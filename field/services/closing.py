"""The end of a day: each courier's cards summed up, and the day closed when all is zero."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from field.domain.custody import DAY_NOT_ZERO, Tally, tally
from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.store import audit
from field.store.custody import steps_of
from field.store.days import couriers_seen_by
from field.store.db import transaction
from field.store.reviews import open_reviews
from field.store.tables import AuditEntry, Courier

MEMORY = timedelta(days=14)  # how far back a card that is still out may have been handed over
ACT = "day.close"


@dataclass(frozen=True)
class CourierSum:
    courier: Courier
    tally: Tally


@dataclass(frozen=True)
class DaySum:
    """A day's reconciliation, and when it was closed."""

    date: date
    couriers: tuple[CourierSum, ...]
    reviews: int
    closed: AuditEntry | None

    @property
    def still_out(self) -> int:
        return sum(each.tally.still_out for each in self.couriers)

    @property
    def is_zero(self) -> bool:
        return self.still_out == 0 and self.reviews == 0


def day_sum(day: date, kecamatan: str | None, doors: Doors) -> DaySum:
    """Sum up what each courier carried on a day and what became of it."""
    start = datetime.combine(day, time.min, doors.zone)
    end = start + timedelta(days=1)
    couriers = couriers_seen_by(kecamatan)
    steps = steps_of((courier.id for courier in couriers), start - MEMORY, end)
    sums = [CourierSum(one, tally(steps, one.id, start, end)) for one in couriers]
    return DaySum(
        day,
        tuple(one for one in sums if one.tally.carried),
        len(open_reviews(kecamatan, day)),
        audit.latest_or_none(ACT, _subject(day, kecamatan)),
    )


def close_day(
    day: date, kecamatan: str | None, by: int, doors: Doors, *, even_so: bool = False
) -> None:
    """Close a day; what is not zero stops it unless the office says so on purpose."""
    now = doors.clock.now()
    with transaction() as live:
        found = day_sum(day, kecamatan, doors)
        if not (found.is_zero or even_so):
            raise Fault(DAY_NOT_ZERO, cards=found.still_out, reviews=found.reviews)
        audit.record(
            live,
            ACT,
            at=now,
            by=by,
            subject=_subject(day, kecamatan),
            still_out=found.still_out,
            reviews=found.reviews,
            couriers=len(found.couriers),
        )


def _subject(day: date, kecamatan: str | None) -> str:
    return f"day:{day.isoformat()}:{kecamatan or 'city'}"
