"""What a kecamatan may see: couriers, and when their phones last spoke to us."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import joinedload

from field.store.db import session
from field.store.tables import Courier, Device, Manifest, Plan


def seen_by(kecamatan: str | None) -> ColumnElement[bool]:
    """A kecamatan sees its own couriers, and those whom its own plan sent out."""
    if kecamatan is None:
        return true()
    return or_(Courier.kecamatan == kecamatan, Plan.kecamatan == kecamatan)


def couriers_seen_by(kecamatan: str | None) -> list[Courier]:
    """Return couriers whose cards this office answers for."""
    mine: ColumnElement[bool] = true()
    if kecamatan is not None:
        sent = select(Manifest.courier_id).join(Plan, Plan.id == Manifest.plan_id)
        sent = sent.where(Plan.kecamatan == kecamatan)
        mine = or_(Courier.kecamatan == kecamatan, Courier.id.in_(sent))
    query = select(Courier).where(mine).options(joinedload(Courier.user)).order_by(Courier.id)
    return list(session().scalars(query))


def last_heard(user_ids: Iterable[int]) -> dict[int, datetime]:
    """Return when a phone of each account last spoke to us."""
    query = (
        select(Device.user_id, func.max(Device.last_seen_at))
        .where(Device.user_id.in_(set(user_ids)))
        .group_by(Device.user_id)
    )
    return {row[0]: row[1] for row in session().execute(query)}
