"""Queries about households: which still need a point, which points are weak."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, case, exists, func, or_, select, update

from field.domain.card import ENDED
from field.domain.place import Confidence
from field.domain.weak_points import CLASH, WeakFilter
from field.store.db import Live, session
from field.store.tables import Card, Household

PAGE = 50
WEAK = [confidence.value for confidence in Confidence if confidence.weak]


def not_located(limit: int, after: int) -> list[Household]:
    """Return households for which no point was looked for yet, by id."""
    query = select(Household).where(Household.located_at.is_(None), Household.id > after)
    return list(session().scalars(query.order_by(Household.id).limit(limit)))


def count_not_located() -> int:
    query = select(func.count()).select_from(Household).where(Household.located_at.is_(None))
    return session().scalar(query) or 0


def confirmed() -> list[Household]:
    """Return households whose point somebody confirmed at the door."""
    query = select(Household).where(Household.confidence == Confidence.CONFIRMED.value)
    return list(session().scalars(query))


def store_points(live: Live, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write what was found, unless somebody has set a pin in the meantime."""
    if not rows:
        return
    table = Household.__table__
    names = [name for name in rows[0] if name != "household_id"]
    change = update(Household).where(
        table.c.id == bindparam("household_id"), table.c.located_at.is_(None)
    )
    live.connection().execute(
        change.values({name: bindparam(f"new_{name}") for name in names}),
        [
            {"household_id": row["household_id"], **{f"new_{name}": row[name] for name in names}}
            for row in rows
        ],
    )


def household_or_none(household_id: int, within: str | None) -> Household | None:
    query = _within(select(Household).where(Household.id == household_id), within)
    return session().scalars(query).one_or_none()


def weak(chosen: WeakFilter, within: str | None, page: int | None) -> list[Household]:
    """Return a page of households with cards to deliver whose point is weak, weakest first."""
    query = _weak(select(Household), chosen, within)
    order = case({name: place for place, name in enumerate(WEAK)}, value=Household.confidence)
    query = query.order_by(order.desc().nulls_first(), Household.kelurahan, Household.id)
    if page is not None:
        query = query.limit(PAGE).offset((page - 1) * PAGE)
    return list(session().scalars(query))


def count_weak(chosen: WeakFilter, within: str | None) -> int:
    query = _weak(select(Household.id), chosen, within)
    return session().scalar(select(func.count()).select_from(query.subquery())) or 0


def pin(live: Live, house: Household, point: Mapping[str, Any], at: datetime) -> None:
    """Replace a household's point."""
    for name, value in point.items():
        setattr(house, name, value)
    house.located_at = at
    live.flush()


def _weak(query: Select[Any], chosen: WeakFilter, within: str | None) -> Select[Any]:
    to_deliver = exists().where(Card.household_id == Household.id, Card.place.not_in(ENDED))
    query = _within(query.where(to_deliver), within)
    if chosen.kelurahan:
        query = query.where(Household.kelurahan == chosen.kelurahan)
    if chosen.confidence == CLASH:
        return query.where(Household.point_clash != "")
    if chosen.confidence:
        return query.where(Household.confidence == chosen.confidence)
    weakness = (Household.confidence.is_(None), Household.confidence.in_(WEAK))
    return query.where(or_(*weakness, Household.point_clash != ""))


def _within(query: Select[Any], within: str | None) -> Select[Any]:
    return query if within is None else query.where(Household.kecamatan == within)
