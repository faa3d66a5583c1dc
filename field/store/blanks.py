"""Blanks: their moves, their sum, and the deliveries that are expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from field.domain.cetak.blanks import BlankKind, Stock, check_enough
from field.store.db import Live, session
from field.store.tables import BlankDelivery, BlankMove, PrintAct, User

SHOWN = 100


@dataclass(frozen=True)
class Line:
    """One move of blanks, with the name of who wrote it down."""

    move: BlankMove
    by: str


def stock() -> Stock:
    """Return what became of all blanks."""
    query = select(BlankMove.kind, func.sum(BlankMove.change)).group_by(BlankMove.kind)
    return Stock.of({row[0]: int(row[1]) for row in session().execute(query)})


def use_blanks(live: Live, used: Mapping[BlankKind, int], act: PrintAct) -> None:
    """Write down what an act uses; raises when there are not so many."""
    if not used:
        return
    lock_stock(live)
    check_enough(stock().left, sum(used.values()))
    for kind, change in used.items():
        live.add(
            BlankMove(at=act.at, kind=kind, change=change, by_user_id=act.by_user_id,
                      act_id=act.id)
        )  # fmt: skip


def lock_stock(live: Live) -> None:
    """Let nobody else change the stock until this transaction ends.

    The first move stands for all: without it there are no blanks, and nothing to lock.
    """
    live.execute(select(BlankMove.id).order_by(BlankMove.id).limit(1).with_for_update())


def add_move(
    live: Live, kind: BlankKind, change: int, at: datetime, by: int | None, note: str = ""
) -> BlankMove:
    row = BlankMove(kind=kind, change=change, at=at, by_user_id=by, note=note)
    live.add(row)
    return row


def lines() -> list[Line]:
    """Return the latest moves, newest first."""
    query = select(BlankMove, User.name).outerjoin(User, User.id == BlankMove.by_user_id)
    rows = session().execute(query.order_by(BlankMove.id.desc()).limit(SHOWN))
    return [Line(move, name or "") for move, name in rows]


def deliveries(until: date | None = None) -> list[BlankDelivery]:
    """Return the deliveries that are still expected, the next one first."""
    query = select(BlankDelivery).where(BlankDelivery.state == "expected")
    if until is not None:
        query = query.where(BlankDelivery.expected_on <= until)
    return list(session().scalars(query.order_by(BlankDelivery.expected_on, BlankDelivery.id)))


def lock_delivery_or_none(live: Live, delivery_id: int) -> BlankDelivery | None:
    query = select(BlankDelivery).where(BlankDelivery.id == delivery_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()
