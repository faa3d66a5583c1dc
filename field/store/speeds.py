"""Speeds by hour: the office's own rules and what was learned, read for plans and for the page."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select

from field.domain.speed_lessons import Lesson
from field.domain.speeds import Rule, Slot
from field.store.db import Live, session
from field.store.tables import LearnedSpeed, SpeedRule


def own_rules() -> dict[int, Rule]:
    """Return the office's rules by id, oldest first."""
    rows = session().scalars(select(SpeedRule).order_by(SpeedRule.id))
    return {
        row.id: Rule(
            row.roads,
            row.vehicle,
            frozenset(map(int, row.weekdays)),
            row.since,
            row.until,
            row.factor,
        )
        for row in rows
    }


def add_rule(live: Live, rule: Rule, by: int, at: datetime) -> int:
    row = SpeedRule(
        roads=rule.roads,
        vehicle=rule.vehicle,
        weekdays="".join(map(str, sorted(rule.weekdays))),
        since=rule.since,
        until=rule.until,
        factor=rule.factor,
        created_at=at,
        created_by=by,
    )
    live.add(row)
    live.flush()
    return row.id


def remove_rule(live: Live, rule_id: int) -> bool:
    """Return whether there was one."""
    found = live.execute(delete(SpeedRule).where(SpeedRule.id == rule_id).returning(SpeedRule.id))
    return found.scalar_one_or_none() is not None


def in_use() -> dict[Slot, float]:
    """Return the learned factors that an admin has switched on: none unless somebody did."""
    query = select(LearnedSpeed).where(LearnedSpeed.in_use.is_not(None))
    return {slot(row): row.in_use for row in session().scalars(query) if row.in_use is not None}


def slot(row: LearnedSpeed) -> Slot:
    return Slot(row.vehicle, row.weekday, row.hour)


def learned() -> dict[Slot, LearnedSpeed]:
    rows = session().scalars(select(LearnedSpeed))
    return {slot(row): row for row in rows}


def write_lessons(live: Live, lessons: Mapping[Slot, Lesson], at: datetime) -> None:
    """Keep what was learned now; what is in use stays as it is until an admin says otherwise."""
    before = learned()
    for where, row in before.items():
        if where not in lessons and row.in_use is None:
            live.delete(row)
        elif where not in lessons:
            row.legs = row.planned_s = row.usual_s = row.took_s = 0
            row.factor, row.learned_at = None, at
    for where, lesson in lessons.items():
        row = before.get(where) or LearnedSpeed(
            vehicle=where.vehicle, weekday=where.weekday, hour=where.hour
        )
        row.legs, row.factor, row.learned_at = lesson.legs, lesson.factor, at
        row.planned_s, row.usual_s, row.took_s = lesson.planned_s, lesson.usual_s, lesson.took_s
        live.add(row)
