"""The print queue as the office sees it: who waits where, since when, and the days ahead.

`queue(within, doors)` counts by kelurahan; `days_ahead(doors, days)` is the forecast, in which who
is recorded tonight is counted from the day on which his record may be print-ready.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from data.regions import regions
from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.cetak.batch import BatchState
from field.domain.cetak.outlook import PrintDay, Start, outlook
from field.domain.fault import NOT_FOUND, Fault
from field.domain.sieve import KECAMATAN_CODE
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import blanks, print_batches, print_inflow
from field.store import print_queue as store
from field.store.print_acts import acts_done
from field.store.print_inflow import Recorded
from field.store.print_queue import Cancelled
from field.store.settings import settings

ROOM = (Place.READY, Place.QUEUED, Place.PRINTED)
LOOKBACK = 7  # days of inflow that are shown


@dataclass(frozen=True)
class Quarter:
    """What waits in one kelurahan, and in each of its RW."""

    code: str
    name: str
    ready: int
    urgent: int
    reprints: int
    days: int  # that the oldest waits
    late: bool  # longer than the office allows
    areas: tuple["AreaView", ...]


@dataclass(frozen=True)
class AreaView:
    rw: str
    ready: int
    urgent: int
    reprints: int
    days: int


@dataclass(frozen=True)
class QueueView:
    """The whole queue."""

    quarters: tuple[Quarter, ...]
    counts: dict[Place, int]
    batches: dict[BatchState, int]

    @property
    def to_print(self) -> int:
        return self.counts.get(Place.READY, 0) + self.counts.get(Place.QUEUED, 0)

    @property
    def late(self) -> int:
        return sum(quarter.late for quarter in self.quarters)


def queue(within: str | None, doors: Doors) -> QueueView:
    """Count the queue by kelurahan and RW, the longest wait first."""
    today, limit = _today(doors), settings().wait_days
    by_kelurahan: dict[str, list[store.Area]] = {}
    for area in store.areas(within):
        by_kelurahan.setdefault(area.kelurahan, []).append(area)
    names = {part.code: part.name for part in regions(doors.city).kelurahan}
    quarters = [
        _quarter(code, names.get(code, code), areas, (today, limit), doors)
        for code, areas in by_kelurahan.items()
    ]
    quarters.sort(key=lambda one: (-one.days, one.name))
    return QueueView(
        tuple(quarters), store.count_at(ROOM, within), print_batches.count_open(within)
    )


def quarter(kelurahan: str, within: str | None, doors: Doors) -> Quarter:
    """Return what waits in one kelurahan, by RW."""
    part = regions(doors.city).by_code(kelurahan)
    if part is None or within not in (None, kelurahan[:KECAMATAN_CODE]):
        raise Fault(NOT_FOUND, what=N_("Kelurahan"))
    areas, limit = store.areas(within, kelurahan), settings().wait_days
    return _quarter(kelurahan, part.name, areas, (_today(doors), limit), doors)


def to_do(within: str | None) -> int:
    """Count what needs a person: batches to check, and whether blanks run short."""
    open_batches = print_batches.count_open(within)
    queued = store.count_at([Place.QUEUED], within).get(Place.QUEUED, 0)
    short = within is None and queued > blanks.stock().left
    return open_batches.get(BatchState.CHECKING, 0) + short


def joined(doors: Doors) -> dict[date, Recorded]:
    """Return who was recorded, or is to be, from a week ago to two weeks ahead."""
    today = _today(doors)
    return print_inflow.recorded_by_day(
        today - timedelta(days=LOOKBACK), today + timedelta(days=2 * LOOKBACK)
    )


def joins_by_day(since: date, until: date) -> dict[date, int]:
    """Return how many are thought to become print-ready by day: recorded so many days before.

    Who was recorded counts, and who has an appointment or a place on an evening as well.
    """
    wait = timedelta(days=settings().ready_days)
    found = print_inflow.recorded_by_day(since - wait, until - wait)
    return {day + wait: one.done + one.expected for day, one in found.items()}


def days_ahead(capacity: Sequence[tuple[date, int]], doors: Doors) -> list[PrintDay]:
    """Forecast the days to come; the first is today, of which only the rest is reckoned.

    Args:
        capacity: what the printers make on each day (print_crew.outputs).
        doors: clock and zone.
    """
    if not capacity:
        return []
    today, last = capacity[0][0], capacity[-1][0]
    counts = store.count_at([Place.READY, Place.QUEUED], None)
    joins = joins_by_day(today + timedelta(days=1), last)
    coming = Counter[date]()
    for delivery in blanks.deliveries(last):
        coming[max(delivery.expected_on, today)] += delivery.count
    start = Start(sum(counts.values()), blanks.stock().left, settings().spoil_percent)
    made = _made_today(today, doors)
    rest = [(today, max(0, capacity[0][1] - made)), *capacity[1:]]
    return outlook(start, rest, joins, coming)


def cards_for_trips(doors: Doors) -> dict[int, int]:
    """Return cards that a jemput trip could bring along: card to trip, printed or still to be."""
    places = (Place.READY, Place.QUEUED, Place.PRINTED, Place.OFFICE)
    return store.cards_with_a_trip(_today(doors), places)


def cancelled(within: str | None) -> list[Cancelled]:
    """Return the latest cancellations that may still be taken back."""
    return store.cancelled(within)


def _made_today(today: date, doors: Doors) -> int:
    start = datetime.combine(today, time(), doors.zone)
    done = acts_done([Act.PRINTED, Act.SPOILED], start, start + timedelta(days=1))
    return sum(act.count for act in done if act.kind == Act.PRINTED)


def _quarter(
    code: str, name: str, areas: Sequence[store.Area], now: tuple[date, int], doors: Doors
) -> Quarter:
    today, limit = now
    views = tuple(
        AreaView(area.rw, area.ready, area.urgent, area.reprints, _days(area.oldest, today, doors))
        for area in areas
    )
    days = max((view.days for view in views), default=0)
    return Quarter(
        code, name, sum(view.ready for view in views), sum(view.urgent for view in views),
        sum(view.reprints for view in views), days, days > limit, views,
    )  # fmt: skip


def _days(since: datetime, today: date, doors: Doors) -> int:
    return max(0, (today - local_date(since, doors.zone)).days)


def _today(doors: Doors) -> date:
    return local_date(doors.clock.now(), doors.zone)
