"""Speeds by hour: the table in force, the office's own rules, and what its events teach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from field.domain.fault import NOT_FOUND, Fault
from field.domain.job import OPEN
from field.domain.speed_lessons import Leg, learn
from field.domain.speeds import MAIN, NOTHING_LEARNED, SMALL, Rule, Slot, Speeds
from field.domain.text import N_
from field.gateways.city_speeds import Sourced, city_rules, speeds_of
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.gateways.recorded_drives import legs_of
from field.store import audit, closures, drives, speeds, work
from field.store.db import session, transaction
from field.store.tables import LearnedSpeed

DAYS = 28
"""So many days back are looked at: roads and habits change."""

SUBJECT = "speeds"


@dataclass(frozen=True)
class SlotView:
    """An hour: what the table says for both kinds of road, what was recorded, what plans use."""

    hour: int
    main: float
    small: float
    legs: int
    planned_s: int
    usual_s: int
    took_s: int
    factor: float | None
    in_use: float | None


@dataclass(frozen=True)
class SpeedsView:
    """All that the page shows of one vehicle and weekday."""

    slots: tuple[SlotView, ...]
    city: tuple[Sourced, ...]
    own: tuple[tuple[int, Rule], ...]
    learned_at: datetime | None
    in_use: int  # slots whose learned factor plans go by
    ready: int  # slots that have one which differs from what is in use
    door_extra_s: int | None


def speeds_now(vehicle: str, weekday: int, hours: Sequence[int], doors: Doors) -> SpeedsView:
    """Show the table of one vehicle and weekday beside what was recorded."""
    own, learned = speeds.own_rules(), speeds.learned()
    table = speeds_of(doors.city, own.values(), {})
    last = audit.latest_or_none("speeds.learn", SUBJECT)
    extra: object = (last.detail.get("door_extra_s") or {}) if last else {}
    slots = (Slot(vehicle, weekday, hour) for hour in hours)
    return SpeedsView(
        slots=tuple(_view(slot, table, learned.get(slot)) for slot in slots),
        city=tuple(city_rules(doors.city)),
        own=tuple(own.items()),
        learned_at=max((row.learned_at for row in learned.values()), default=None),
        in_use=sum(row.in_use is not None for row in learned.values()),
        ready=sum(row.factor is not None and row.factor != row.in_use for row in learned.values()),
        door_extra_s=extra.get(vehicle) if isinstance(extra, dict) else None,
    )


def add_rule(rule: Rule, by: int, doors: Doors) -> None:
    """Say how slow some hours are; from the next plan on it holds before the city's table."""
    now = doors.clock.now()
    with transaction() as live:
        made = speeds.add_rule(live, rule, by, now)
        audit.record(
            live, "speeds.rule", at=now, by=by, subject=f"speed_rule:{made}", roads=rule.roads,
            vehicle=rule.vehicle, weekdays=sorted(rule.weekdays), since=rule.since,
            until=rule.until, factor=rule.factor,
        )  # fmt: skip


def remove_rule(rule_id: int, by: int, doors: Doors) -> None:
    with transaction() as live:
        if not speeds.remove_rule(live, rule_id):
            raise Fault(NOT_FOUND, what="Kecepatan")
        now = doors.clock.now()
        audit.record(live, "speeds.rule_out", at=now, by=by, subject=f"speed_rule:{rule_id}")


def use_learned(by: int, doors: Doors) -> int:
    """Let plans go by what was learned, as it stands now; returns for how many slots."""
    with transaction() as live:
        rows = speeds.learned().values()
        for row in rows:
            row.in_use = row.factor
        used = sum(row.in_use is not None for row in rows)
        if not used:
            raise Fault(NOTHING_LEARNED)
        now = doors.clock.now()
        audit.record(live, "speeds.use", at=now, by=by, subject=SUBJECT, slots=used)
        return used


def stop_using(by: int, doors: Doors) -> None:
    """Let plans go by the table alone again."""
    with transaction() as live:
        for row in speeds.learned().values():
            row.in_use = None
        audit.record(live, "speeds.unuse", at=doors.clock.now(), by=by, subject=SUBJECT)


def ask_learn(by: int, doors: Doors) -> str:
    """Ask for a look at the last weeks; returns the id of the job that does it."""
    with transaction() as live:
        for job in work.jobs_in(*OPEN):
            if job.kind == "speeds":
                return job.id
        return work.open_job(live, "speeds", {}, by=by, at=doors.clock.now()).id


def run_learn(job_id: str, progress: Progress, doors: Doors) -> None:
    """Learn from the last weeks; what plans go by does not change."""
    now = doors.clock.now()
    today = local_date(now, doors.zone)
    job = work.job_or_none(job_id)
    table = speeds_of(doors.city, speeds.own_rules().values(), {})
    days = drives.days_with_records(today - timedelta(days=DAYS), today)
    legs: list[Leg] = []
    for number, day in enumerate(days):
        progress.say(number / len(days), N_("Membaca catatan perjalanan"))
        if progress.cancelled():
            return
        routes, closed = list(drives.driven_on(day)), closures.stretches_on(day)
        session().rollback()  # nothing is held open while roads are asked
        roads = partial(doors.roads.times, closed)
        legs += legs_of(routes, table, roads, doors.zone)
    found = learn(legs)
    with transaction() as live:
        speeds.write_lessons(live, found.lessons, now)
        audit.record(
            live, "speeds.learn", at=now, by=job.created_by if job else None, subject=SUBJECT,
            legs=len(legs), slots=len(found.lessons), door_extra_s=dict(found.door_extra_s),
        )  # fmt: skip


def _view(slot: Slot, table: Speeds, row: LearnedSpeed | None) -> SlotView:
    return SlotView(
        hour=slot.hour,
        main=table.factor(slot, MAIN),
        small=table.factor(slot, SMALL),
        legs=row.legs if row else 0,
        planned_s=row.planned_s if row else 0,
        usual_s=row.usual_s if row else 0,
        took_s=row.took_s if row else 0,
        factor=row.factor if row else None,
        in_use=row.in_use if row else None,
    )
