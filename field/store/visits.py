"""Stops by the id that phones use, across the versions of their manifest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from field.store.db import Live, session
from field.store.tables import Courier, Manifest, Stop


@dataclass(frozen=True)
class Visit:
    """One visit as its newest manifest has it."""

    id: str
    stop: Stop
    courier_id: int
    superseded: bool  # no manifest in force has it

    @property
    def cards(self) -> frozenset[int]:
        return frozenset(card.id for card in self.stop.cards)


def visits(ids: Iterable[str]) -> dict[str, Visit]:
    """Return the visits that exist, by id."""
    query = (
        select(Stop)
        .where(Stop.visit.in_(set(ids)))
        .join(Stop.manifest)
        # A trip may go from one car to another: who has it now speaks last.
        .order_by(Manifest.replaced_at.is_(None), Manifest.version, Stop.id)
        .options(joinedload(Stop.manifest), selectinload(Stop.cards))
    )
    newest = {stop.visit: stop for stop in session().scalars(query)}
    return {id_: _visit(stop) for id_, stop in newest.items()}


def lock_visits(live: Live, ids: Iterable[str]) -> dict[str, Visit]:
    """Return visits whose events nobody else changes until this transaction ends."""
    wanted = set(ids)
    rows = select(Stop.id).where(Stop.visit.in_(wanted)).order_by(Stop.id).with_for_update()
    live.execute(rows).all()
    return visits(wanted)


def had_stop(courier_id: int | None, visit: str) -> bool:
    """Tell whether a courier's route of any version had this visit."""
    query = select(Stop.id).join(Stop.manifest)
    query = query.where(Stop.visit == visit, Manifest.courier_id == courier_id)
    return session().scalar(query.limit(1)) is not None


def courier_of_user_or_none(user_id: int) -> Courier | None:
    return session().scalar(select(Courier).where(Courier.user_id == user_id))


def manifests_in_force(courier_id: int, day: date) -> list[Manifest]:
    """Return what a courier's phone shows for a day, with all that it needs."""
    query = (
        select(Manifest)
        .where(Manifest.courier_id == courier_id, Manifest.date == day)
        .where(Manifest.replaced_at.is_(None))
        .order_by(Manifest.number)
        .options(
            selectinload(Manifest.stops).joinedload(Stop.household),
            selectinload(Manifest.stops).selectinload(Stop.cards),
        )
    )
    return list(session().scalars(query))


def _visit(stop: Stop) -> Visit:
    manifest = stop.manifest
    return Visit(stop.visit, stop, manifest.courier_id, manifest.replaced_at is not None)
