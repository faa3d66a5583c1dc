"""A day as the office sees it: routes in force, within what a kecamatan may see."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import joinedload, selectinload

from field.store.db import session
from field.store.tables import Courier, Device, Manifest, Plan, Stop


def seen_by(kecamatan: str | None) -> ColumnElement[bool]:
    """A kecamatan sees its own couriers, and those whom its own plan sent out."""
    if kecamatan is None:
        return true()
    return or_(Courier.kecamatan == kecamatan, Plan.kecamatan == kecamatan)


def manifests_on(day: date, kecamatan: str | None) -> list[Manifest]:
    """Return the routes in force on a day, by number, with all that a board shows."""
    query = (
        select(Manifest)
        .join(Manifest.courier)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None), seen_by(kecamatan))
        .order_by(Manifest.number, Manifest.id)
        .options(
            joinedload(Manifest.courier).joinedload(Courier.user),
            selectinload(Manifest.stops).joinedload(Stop.household),
            selectinload(Manifest.stops).selectinload(Stop.cards),
        )
    )
    return list(session().scalars(query))


def manifest_seen_by(manifest_id: int, kecamatan: str | None) -> Manifest | None:
    """Return one route, an old version too; None outside what the kecamatan may see."""
    query = (
        select(Manifest)
        .join(Manifest.courier)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(Manifest.id == manifest_id, seen_by(kecamatan))
    )
    return session().scalar(query)


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
