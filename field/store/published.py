"""Queries about manifests as couriers have them now: published and not replaced."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload, undefer

from field.store.days import seen_by
from field.store.db import session
from field.store.tables import Courier, Handpick, Household, Manifest, Plan, Stop


def manifests_of(day: date, kecamatan: str | None) -> list[Manifest]:
    """Return a day's latest manifests with all that a sheet shows, by number.

    A kecamatan limits them to its own couriers, and to those that its own plan sent out.
    """
    query = (
        select(Manifest)
        .join(Manifest.courier)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None), seen_by(kecamatan))
        .order_by(Manifest.number, Manifest.id)
        .options(
            undefer(Manifest.legs),
            joinedload(Manifest.courier).joinedload(Courier.user),
            selectinload(Manifest.stops).joinedload(Stop.household),
            selectinload(Manifest.stops).selectinload(Stop.cards),
        )
    )
    return list(session().scalars(query))


def manifest_or_none(manifest_id: int, kecamatan: str | None) -> Manifest | None:
    """Return one manifest, an old version too, within what a kecamatan may see."""
    query = (
        select(Manifest)
        .join(Manifest.courier)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(Manifest.id == manifest_id, seen_by(kecamatan))
    )
    return session().scalar(query)


def days_with_manifests(kecamatan: str | None, since: date) -> list[date]:
    """Return the days that have routes, oldest first."""
    query = (
        select(Manifest.date)
        .join(Manifest.courier)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(Manifest.replaced_at.is_(None), Manifest.date >= since, seen_by(kecamatan))
    )
    return list(session().scalars(query.distinct().order_by(Manifest.date)))


def handpicked(day: date, courier_id: int) -> set[int]:
    """Return the households that were chosen by hand for this person on this day."""
    query = select(Handpick.household_id).where(
        Handpick.date == day, Handpick.courier_id == courier_id
    )
    return set(session().scalars(query))


def stops_of(day: date, kecamatan: str | None) -> list[Stop]:
    """Return all stops of a day's latest manifests; a kecamatan limits them by their address."""
    query = (
        select(Stop)
        .join(Stop.manifest)
        .join(Stop.household)
        .where(Manifest.date == day, Manifest.replaced_at.is_(None))
        .order_by(Manifest.number, Manifest.id, Stop.sequence)
        .options(
            joinedload(Stop.manifest).joinedload(Manifest.courier).joinedload(Courier.user),
            joinedload(Stop.household),
            selectinload(Stop.cards),
        )
    )
    if kecamatan is not None:
        query = query.where(Household.kecamatan == kecamatan)
    return list(session().scalars(query))
