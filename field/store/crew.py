"""Queries about couriers: who there is, who is away, whose doors were chosen by hand."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import joinedload, selectinload

from field.store.db import Live, session
from field.store.tables import Absence, Courier, Handpick, Territory, User


def couriers(kecamatan: str | None, *, closed: bool = False) -> list[Courier]:
    """Return the couriers of one kecamatan with those of the whole city, or all of them."""
    query = (
        select(Courier)
        .options(joinedload(Courier.user), selectinload(Courier.territory))
        .order_by(Courier.kecamatan, Courier.title, Courier.id)
    )
    if not closed:
        query = query.where(Courier.active)
    if kecamatan is not None:
        inside = select(Territory.courier_id).where(Territory.kelurahan.startswith(f"{kecamatan}."))
        query = query.where(
            or_(
                Courier.kecamatan == kecamatan,
                Courier.kecamatan.is_(None) & Courier.only_handpicked,
                Courier.kecamatan.is_(None) & Courier.id.in_(inside),
                Courier.kecamatan.is_(None) & (Courier.car_id.is_not(None) | Courier.has_kit),
            )
        )
    return list(session().scalars(query))


def courier_or_none(courier_id: int) -> Courier | None:
    return session().get(Courier, courier_id)


def courier_of_user_or_none(user_id: int) -> Courier | None:
    return session().scalar(select(Courier).where(Courier.user_id == user_id))


def away_on(day: date) -> set[int]:
    """Return who is not on duty that day."""
    return set(session().scalars(select(Absence.courier_id).where(Absence.date == day)))


def absences_from(day: date) -> dict[int, list[date]]:
    """Return the coming days away of each courier."""
    query = select(Absence).where(Absence.date >= day).order_by(Absence.date)
    away: dict[int, list[date]] = {}
    for absence in session().scalars(query):
        away.setdefault(absence.courier_id, []).append(absence.date)
    return away


def set_away(live: Live, courier_id: int, day: date) -> None:
    live.merge(Absence(courier_id=courier_id, date=day))


def set_back(live: Live, courier_id: int, day: date) -> None:
    live.execute(delete(Absence).where(Absence.courier_id == courier_id, Absence.date == day))


def handpicks_on(day: date) -> dict[int, int]:
    """Return the chosen courier by household."""
    query = select(Handpick.household_id, Handpick.courier_id).where(Handpick.date == day)
    return {row.household_id: row.courier_id for row in session().execute(query)}


def pick(live: Live, day: date, household_id: int, courier_id: int) -> None:
    live.merge(Handpick(date=day, household_id=household_id, courier_id=courier_id))


def unpick(live: Live, day: date, household_id: int) -> None:
    live.execute(
        delete(Handpick).where(Handpick.date == day, Handpick.household_id == household_id)
    )


def lock(couriers: Collection[int]) -> None:
    """Let nobody else publish routes of these couriers until this transaction ends."""
    query = select(Courier.id).where(Courier.id.in_(couriers)).order_by(Courier.id)
    session().execute(query.with_for_update()).all()


def users_without_beat() -> list[User]:
    """Return the open accounts of couriers and drivers who have no vehicle yet."""
    query = (
        select(User)
        .where(User.role.in_(("courier", "driver")), User.active)
        .where(User.id.not_in(select(Courier.user_id)))
        .order_by(User.name)
    )
    return list(session().scalars(query))
