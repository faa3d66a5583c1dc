"""The printing room: what was printed, what came out bad, what was checked, and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.cetak.acts import NOT_LAST, STEPS, Act
from field.domain.cetak.batch import NOT_STARTED, NOT_THERE, NOTHING_THERE
from field.domain.envelope import read_code
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit, print_batches, print_queue
from field.store.db import Live, transaction
from field.store.print_acts import (
    Doing,
    Held,
    When,
    holds_all,
    lock_act_or_none,
    undo_act,
    write_act,
)
from field.store.tables import PrintAct, PrintBatch


@dataclass(frozen=True)
class Who:
    """Who writes it down, and the kecamatan that he is bound to."""

    by: int
    within: str | None


@dataclass(frozen=True)
class Chosen:
    """What is written down, of which cards: those with these codes, the first so many, or all."""

    act: Act
    codes: list[str] | None = None
    first: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Written:
    """How many cards were written down, and the codes that did not fit with the reason."""

    cards: int
    mismatches: tuple[Fault, ...]


def printed(batch_id: int, count: int, who: Who, doors: Doors) -> Written:
    """Write down that the next so many cards of the batch came out of the printer."""
    return _write(batch_id, Chosen(Act.PRINTED, first=count), who, doors)


def printed_codes(batch_id: int, codes: Iterable[str], who: Who, doors: Doors) -> Written:
    """Write down that these very cards of the batch came out of the printer."""
    return _write(batch_id, Chosen(Act.PRINTED, codes=_codes(codes)), who, doors)


def spoiled(batch_id: int, codes: Iterable[str], why: str, who: Who, doors: Doors) -> Written:
    """Send cards that came out bad to the head of the queue, and count their blanks."""
    return _write(batch_id, Chosen(Act.SPOILED, codes=_codes(codes), why=why), who, doors)


def checked(batch_id: int, codes: Iterable[str] | None, who: Who, doors: Doors) -> Written:
    """Write down that cards, or all that are printed, are right and in their envelopes."""
    read = None if codes is None else _codes(codes)
    return _write(batch_id, Chosen(Act.CHECKED, codes=read), who, doors)


def undo(act_id: int, who: Who, doors: Doors) -> PrintAct:
    """Take back what was written down, as long as none of its cards has moved on."""
    now = _when(who, doors)
    with transaction() as live:
        row = lock_act_or_none(live, act_id)
        if row is None or row.undone_at is not None:
            raise Fault(NOT_FOUND, what=N_("Catatan"))
        if row.batch_id is None:
            if who.within is not None and not holds_all(live, row.id, who.within):
                raise Fault(NOT_FOUND, what=N_("Catatan"))
            undo_act(live, row, now)
        else:
            _undo_in(live, row, _batch(live, row.batch_id, who), now)
        audit.record(live, "print.undo", at=now.at, by=who.by, subject=f"print_act:{act_id}")
        return row


def _undo_in(live: Live, row: PrintAct, batch: PrintBatch, now: When) -> None:
    act = Act(row.kind)
    if act is Act.STARTED:
        later = print_batches.counts_of([batch.id])[batch.id]
        if later.printed or later.checked or later.spoiled:
            raise Fault(NOT_LAST)
    undo_act(live, row, now)
    if act in (Act.STARTED, Act.MADE):
        batch.started_at = None
    print_batches.refresh(live, batch)


def cancel(codes: Iterable[str], why: str, who: Who, doors: Doors) -> Written:
    """Take records off the queue: somebody died, or moved away."""
    now, wanted = _when(who, doors), _codes(codes)
    with transaction() as live:
        cards = print_queue.ready_by_codes(live, wanted, who.within)
        if cards:
            write_act(live, Doing(Act.CANCELLED, why=why[:200]), cards, now)
            audit.record(live, "print.cancel", at=now.at, by=who.by, cards=len(cards))
    return Written(len(cards), _missing(wanted, cards))


def _write(batch_id: int, chosen: Chosen, who: Who, doors: Doors) -> Written:
    now, act = _when(who, doors), chosen.act
    if chosen.first is not None and chosen.first < 1:
        raise Fault(NOTHING_THERE)
    with transaction() as live:
        row = _batch(live, batch_id, who)
        if row.started_at is None:
            raise Fault(NOT_STARTED)
        cards = print_batches.lock_cards_of(
            live, row.id, list(STEPS[act]), codes=chosen.codes, first=chosen.first
        )
        short = chosen.first is not None and chosen.first != len(cards)
        if short or not (cards or chosen.codes):
            raise Fault(NOTHING_THERE)
        if cards:
            write_act(live, Doing(act, row.id, row.printer_id, chosen.why[:200]), cards, now)
            print_batches.refresh(live, row)
            subject = f"batch:{row.id}"
            audit.record(
                live, f"print.{act}", at=now.at, by=who.by, subject=subject, cards=len(cards)
            )
    return Written(len(cards), _missing(chosen.codes or [], cards))


def _codes(typed: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(read_code, typed)))


def _missing(wanted: Iterable[str], found: Iterable[Held]) -> tuple[Fault, ...]:
    here = {card.code for card in found}
    return tuple(Fault(NOT_THERE, code=code[:9]) for code in wanted if code not in here)


def _batch(live: Live, batch_id: int, who: Who) -> PrintBatch:
    if row := print_batches.lock_batch_or_none(live, batch_id, who.within):
        return row
    raise Fault(NOT_FOUND, what=N_("Kelompok cetak"))


def _when(who: Who, doors: Doors) -> When:
    now = doors.clock.now().astimezone(doors.zone)
    return When(now, local_date(now, doors.zone), who.by)
