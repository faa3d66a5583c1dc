"""Batches: made of records of the queue, counted by where their cards are."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import contains_eager, joinedload

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.cetak.batch import (
    OPEN_STATES,
    BatchFilter,
    BatchOrder,
    BatchState,
    Counts,
    state_of,
)
from field.store.db import Live, session
from field.store.print_acts import Doing, Held, When, write_act
from field.store.print_queue import take_ready
from field.store.tables import Card, PrintAct, PrintBatch

PAGE = 50


def add_batch(live: Live, order: BatchOrder, when: When) -> PrintBatch | None:
    """Make a batch of what an order finds in the queue; None when it finds nothing."""
    cards = take_ready(live, order)
    if not cards:
        return None
    row = PrintBatch(
        kelurahan=order.kelurahan, kecamatan=order.kelurahan[:8], areas=" ".join(order.rws),
        day=order.day, printer_id=order.printer, state=BatchState.WAITING, size=len(cards),
        made_at=when.at, made_by=when.by,
    )  # fmt: skip
    live.add(row)
    live.flush()
    write_act(live, Doing(Act.MADE, row.id), cards, when)
    live.connection().execute(
        update(Card.__table__)  # type: ignore[arg-type]  # its class is a plain Table
        .where(Card.__table__.c.id == bindparam("card"))
        .values(position=bindparam("place_in")),
        [{"card": card.id, "place_in": place} for place, card in enumerate(cards, 1)],
    )
    return row


def lock_batch_or_none(live: Live, batch_id: int, within: str | None) -> PrintBatch | None:
    query = _within(select(PrintBatch).where(PrintBatch.id == batch_id), within)
    query = query.with_for_update().execution_options(populate_existing=True)
    return live.scalars(query).one_or_none()


def batch_or_none(batch_id: int, within: str | None) -> PrintBatch | None:
    query = _within(select(PrintBatch).where(PrintBatch.id == batch_id), within)
    return session().scalars(query).one_or_none()


def batches(chosen: BatchFilter, within: str | None, page: int) -> list[PrintBatch]:
    """Return batches, the one that is meant to be printed first at the top."""
    query = _chosen(select(PrintBatch), chosen, within).options(
        joinedload(PrintBatch.printer), joinedload(PrintBatch.operator)
    )
    order = (
        (PrintBatch.day.is_(None), PrintBatch.day, PrintBatch.id)
        if chosen.only_open
        else (PrintBatch.id.desc(),)
    )
    return list(session().scalars(query.order_by(*order).limit(PAGE).offset((page - 1) * PAGE)))


def count_batches(chosen: BatchFilter, within: str | None) -> int:
    query = _chosen(select(func.count()).select_from(PrintBatch), chosen, within)
    return session().scalar(query) or 0


def counts_of(batch_ids: Iterable[int]) -> dict[int, Counts]:
    """Count the cards of batches by where they are, and those that came out bad."""
    ids = list(batch_ids)
    by_place: dict[int, dict[str, int]] = {}
    query = select(Card.batch_id, Card.place, func.count()).where(Card.batch_id.in_(ids))
    for batch, place, cards in session().execute(query.group_by(Card.batch_id, Card.place)):
        by_place.setdefault(batch or 0, {})[place] = cards
    spoiled = select(PrintAct.batch_id, func.sum(PrintAct.count)).where(
        PrintAct.batch_id.in_(ids), PrintAct.kind == Act.SPOILED.value,
        PrintAct.undone_at.is_(None),
    )  # fmt: skip
    bad = {row[0]: int(row[1]) for row in session().execute(spoiled.group_by(PrintAct.batch_id))}
    return {batch: _counts(by_place.get(batch, {}), bad.get(batch, 0)) for batch in ids}


def refresh(live: Live, row: PrintBatch) -> Counts:
    """Let a batch's state follow from where its cards are now."""
    live.flush()
    counts = counts_of([row.id])[row.id]
    row.state = state_of(counts, started=row.started_at is not None)
    return counts


def cards_of(batch_id: int, page: int | None = None) -> list[Card]:
    """Return a batch's cards with their doors, in the order of printing."""
    query = (
        select(Card)
        .join(Card.household)
        .options(contains_eager(Card.household))
        .where(Card.batch_id == batch_id)
        .order_by(Card.position)
    )
    if page is not None:
        query = query.limit(PAGE).offset((page - 1) * PAGE)
    return list(session().scalars(query))


def lock_cards_of(
    live: Live,
    batch_id: int,
    places: Sequence[Place],
    *,
    codes: Sequence[str] | None = None,
    first: int | None = None,
) -> list[Held]:
    """Return a batch's cards that are at these places, locked, in the order of printing."""
    query = select(Card.id, Card.code, Card.place).where(
        Card.batch_id == batch_id, Card.place.in_([place.value for place in places])
    )
    if codes is not None:
        query = query.where(Card.code.in_(codes))
    query = query.order_by(Card.position).limit(first).with_for_update()
    return [Held(row[0], row[1], Place(row[2])) for row in live.execute(query)]


def count_open(within: str | None) -> dict[BatchState, int]:
    """Count the batches with something to do, by state."""
    states = [state.value for state in OPEN_STATES]
    query = select(PrintBatch.state, func.count()).where(PrintBatch.state.in_(states))
    rows = session().execute(_within(query, within).group_by(PrintBatch.state))
    return {BatchState(row[0]): row[1] for row in rows}


def _counts(by_place: dict[str, int], spoiled: int) -> Counts:
    queued, printed = by_place.get(Place.QUEUED, 0), by_place.get(Place.PRINTED, 0)
    return Counts(queued, printed, sum(by_place.values()) - queued - printed, spoiled)


def _chosen(query: Any, chosen: BatchFilter, within: str | None) -> Any:  # noqa: ANN401 - a SELECT of rows or of a count
    if chosen.only_open:
        query = query.where(PrintBatch.state.in_([state.value for state in OPEN_STATES]))
    if chosen.kelurahan:
        query = query.where(PrintBatch.kelurahan == chosen.kelurahan)
    if chosen.day:
        query = query.where(PrintBatch.day == chosen.day)
    return _within(query, within)


def _within(query: Any, within: str | None) -> Any:  # noqa: ANN401 - likewise
    return query if within is None else query.where(PrintBatch.kecamatan == within)
