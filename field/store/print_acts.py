"""What is done in the printing room, written down: the act, the moves of its cards, its blanks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from field.domain.card import Place
from field.domain.cetak.acts import NOT_LAST, Act, blanks_used, step
from field.domain.fault import Fault
from field.store.blanks import use_blanks
from field.store.bulk import chunks
from field.store.db import Live, session
from field.store.tables import BlankMove, Card, CardMove, Household, PrintAct

UNDONE = "print_undone"


@dataclass(frozen=True, slots=True)
class Held:
    """A card of the queue as an act needs it."""

    id: int
    code: str
    place: Place


@dataclass(frozen=True, slots=True)
class When:
    """When something was done, on which day of the city, and by whom."""

    at: datetime
    day: date
    by: int | None


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done, to cards of which batch, on which printer, and why."""

    act: Act
    batch: int | None = None
    printer: int | None = None
    why: str = ""


def write_act(live: Live, doing: Doing, cards: Sequence[Held], when: When) -> PrintAct:
    """Do it: move the cards, use up the blanks, leave the act; raises when one is elsewhere."""
    ends = {card.id: step(doing.act, card.code, card.place) for card in cards}
    row = PrintAct(
        kind=doing.act, batch_id=doing.batch, printer_id=doing.printer, why=doing.why,
        at=when.at, by_user_id=when.by, count=len(cards),
    )  # fmt: skip
    live.add(row)
    live.flush()
    use_blanks(live, blanks_used(doing.act, [card.place for card in cards]), row)
    _move(live, row, [(card.id, card.place, ends[card.id]) for card in cards], doing.act, when)
    _set(live, ends, _changes(doing, when.day))
    return row


def undo_act(live: Live, row: PrintAct, when: When) -> int:
    """Take an act back as a whole; raises when one of its cards has moved on since."""
    moves = list(live.scalars(select(CardMove).where(CardMove.act_id == row.id)))
    _check_last(live, moves)
    act = Act(row.kind)
    backs = [(move.card_id, Place(move.to_place), Place(str(move.from_place))) for move in moves]
    _move(live, row, backs, UNDONE, when)
    ends = {card: to for card, _, to in backs}
    _set(live, ends, _backward(act, row.batch_id))
    if act is Act.SPOILED:
        _print_days_back(live, [card for card, to in ends.items() if to is Place.PRINTED], when)
    for used in live.scalars(select(BlankMove).where(BlankMove.act_id == row.id)).all():
        live.add(
            BlankMove(at=when.at, kind=used.kind, change=-used.change, by_user_id=when.by,
                      act_id=row.id)
        )  # fmt: skip
    row.undone_at, row.undone_by = when.at, when.by
    return len(moves)


def lock_act_or_none(live: Live, act_id: int) -> PrintAct | None:
    query = select(PrintAct).where(PrintAct.id == act_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()


def holds_all(live: Live, act_id: int, within: str) -> bool:
    """Tell whether all cards of an act belong to one kecamatan."""
    query = (
        select(func.count())
        .select_from(CardMove)
        .join(Card, Card.id == CardMove.card_id)
        .join(Household, Household.id == Card.household_id)
        .where(CardMove.act_id == act_id, Household.kecamatan != within)
    )
    return not live.scalar(query)


def acts_of(batch_id: int) -> list[PrintAct]:
    """Return what was done with a batch, the latest first."""
    query = select(PrintAct).where(PrintAct.batch_id == batch_id)
    return list(session().scalars(query.order_by(PrintAct.id.desc())))


def acts_done(kinds: Iterable[Act], since: datetime, until: datetime) -> list[PrintAct]:
    """Return acts of a span of time that were not taken back, by time."""
    query = select(PrintAct).where(
        PrintAct.kind.in_([kind.value for kind in kinds]), PrintAct.undone_at.is_(None),
        PrintAct.at >= since, PrintAct.at < until,
    )  # fmt: skip
    return list(session().scalars(query.order_by(PrintAct.id)))


def _changes(doing: Doing, day: date) -> dict[str, Any]:
    """Return what an act changes of a card, besides its place."""
    match doing.act:
        case Act.MADE:
            return {"batch_id": doing.batch}
        case Act.PRINTED:
            return {"printed_on": day.isoformat()}
        case Act.SPOILED:
            return {"batch_id": None, "printed_on": "", "reprints": Card.reprints + 1}
        case Act.TAKEN_OUT:
            return {"batch_id": None}
        case _:
            return {}


def _backward(act: Act, batch_id: int | None) -> dict[str, Any]:
    match act:
        case Act.MADE:
            return {"batch_id": None}
        case Act.PRINTED:
            return {"printed_on": ""}
        case Act.SPOILED:
            return {"batch_id": batch_id, "reprints": Card.reprints - 1}
        case Act.TAKEN_OUT:
            return {"batch_id": batch_id}
        case _:
            return {}


def _set(live: Live, ends: Mapping[int, Place], changes: Mapping[str, Any]) -> None:
    by_place: dict[Place, list[int]] = {}
    for card, place in ends.items():
        by_place.setdefault(place, []).append(card)
    for place, ids in by_place.items():
        for part in chunks(ids):
            live.execute(
                update(Card)
                .where(Card.id.in_(part))
                .values(place=place.value, **changes)
                .execution_options(synchronize_session=False)
            )
    live.expire_all()


def _move(
    live: Live,
    row: PrintAct,
    moves: Sequence[tuple[int, Place, Place]],
    why: str,
    when: When,
) -> None:
    if not moves:
        return
    same = {"at": when.at, "by_user_id": when.by, "act_id": row.id, "why": str(why)}
    live.execute(
        insert(CardMove),
        [
            {"card_id": card, "from_place": at.value, "to_place": to.value, **same}
            for card, at, to in moves
        ],
    )


def _check_last(live: Live, moves: Sequence[CardMove]) -> None:
    """Raise unless these are their cards' latest moves; what was taken back does not count."""
    for part in chunks(moves):
        cards = [move.card_id for move in part]
        query = (
            select(func.max(CardMove.id))
            .outerjoin(PrintAct, PrintAct.id == CardMove.act_id)
            .where(CardMove.card_id.in_(cards), PrintAct.undone_at.is_(None))
        )
        latest = set(live.scalars(query.group_by(CardMove.card_id)))
        if latest != {move.id for move in part}:
            raise Fault(NOT_LAST)


def _print_days_back(live: Live, cards: Sequence[int], when: When) -> None:
    """Give cards the day again on which they had been printed."""
    for part in chunks(cards):
        query = select(CardMove.card_id, func.max(CardMove.at)).where(
            CardMove.card_id.in_(part), CardMove.to_place == Place.PRINTED.value,
            CardMove.why == Act.PRINTED.value,
        )  # fmt: skip
        days = [
            {"card": card, "day": at.astimezone(when.at.tzinfo).date().isoformat()}
            for card, at in live.execute(query.group_by(CardMove.card_id))
        ]
        if days:
            live.connection().execute(
                update(Card.__table__)  # type: ignore[arg-type]  # its class is a plain Table
                .where(Card.__table__.c.id == bindparam("card"))
                .values(printed_on=bindparam("day")),
                days,
            )
