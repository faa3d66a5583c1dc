"""Cards between hands: out with the bag, back in the evening, and the sum that must be zero."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.card import Place
from field.domain.custody import NOT_AT_OFFICE, NOT_HELD, NOT_IN_BAG
from field.domain.envelope import read_code
from field.domain.fault import NOT_FOUND, Fault, FaultKind
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit
from field.store.custody import Why, cards_by_codes, held_cards, lock_cards, move
from field.store.days import couriers_seen_by
from field.store.db import Live, transaction
from field.store.published import manifest_or_none
from field.store.tables import Card, Courier, Manifest


@dataclass(frozen=True)
class Counted:
    """What was moved, and the codes that did not fit with the reason for each."""

    moved: int
    mismatches: tuple[tuple[str, Fault], ...]


@dataclass(frozen=True)
class Bag:
    """The cards of one route: those to hand over now, those that are on their way already."""

    manifest: Manifest
    waiting: tuple[Card, ...]
    gone: tuple[Card, ...]


@dataclass(frozen=True)
class Holdings:
    """What one courier answers for now."""

    courier: Courier
    carried: tuple[Card, ...]
    at_rt: tuple[Card, ...]


def bag_of(manifest_id: int, kecamatan: str | None) -> Bag:
    manifest = _manifest(manifest_id, kecamatan)
    cards = [card for stop in manifest.stops for card in stop.cards]
    waiting = tuple(card for card in cards if card.place in (Place.OFFICE, Place.BAG))
    return Bag(manifest, waiting, tuple(card for card in cards if card not in waiting))


def hand_over(
    manifest_id: int, codes: Iterable[str] | None, kecamatan: str | None, by: int, doors: Doors
) -> Counted:
    """Give a courier the cards of his route: all that lie here, or those whose codes were read."""
    now = doors.clock.now()
    with transaction() as live:
        manifest = _manifest(manifest_id, kecamatan)
        if manifest.replaced_at is not None:
            raise Fault(NOT_FOUND, what=N_("Rute yang berlaku"))
        own = lock_cards(live, (card.id for stop in manifest.stops for card in stop.cards))
        here = [card for card in own.values() if card.place in (Place.OFFICE, Place.BAG)]
        chosen, mismatches = _pick(here, codes, NOT_IN_BAG)
        why = Why("handed_out", now, by)
        for card in chosen:
            move(live, card, Place.COURIER, manifest.courier_id, why)
        _record(live, "cards.hand_over", f"manifest:{manifest.id}", len(chosen), why)
    return Counted(len(chosen), mismatches)


def holdings(courier_id: int, kecamatan: str | None) -> Holdings:
    courier = _courier(courier_id, kecamatan)
    cards = held_cards([courier.id])
    carried = tuple(card for card in cards if card.place == Place.COURIER)
    return Holdings(courier, carried, tuple(card for card in cards if card not in carried))


def count_in(
    courier_id: int, codes: Iterable[str] | None, kecamatan: str | None, by: int, doors: Doors
) -> Counted:
    """Take cards back in the evening: all that the courier carries, or those that were read."""
    return _bring(
        courier_id, codes, kecamatan, Place.OFFICE, Why("counted_in", doors.clock.now(), by)
    )


def leave_at_rt(
    courier_id: int, codes: Iterable[str], kecamatan: str | None, by: int, doors: Doors
) -> Counted:
    """Write down that cards wait with the RT; the courier still answers for them."""
    return _bring(courier_id, codes, kecamatan, Place.RT, Why("left_at_rt", doors.clock.now(), by))


def withdraw(codes: Iterable[str], kecamatan: str | None, by: int, doors: Doors) -> Counted:
    """Take cards that lie at the office out for good: cut, never to be handed over."""
    why, typed = Why("withdrawn", doors.clock.now(), by), list(codes)
    with transaction() as live:
        found = cards_by_codes(map(read_code, typed))
        own = lock_cards(live, (card.id for card in found.values()))
        here = [card for card in own.values() if card.place == Place.OFFICE]
        mine = [card for card in here if kecamatan in (None, card.household.kecamatan)]
        chosen, mismatches = _pick(mine, typed, NOT_AT_OFFICE)
        for card in chosen:
            move(live, card, Place.WITHDRAWN, None, why)
        _record(live, "cards.withdraw", "", len(chosen), why)
    return Counted(len(chosen), mismatches)


def _bring(
    courier_id: int, codes: Iterable[str] | None, kecamatan: str | None, to: Place, why: Why
) -> Counted:
    with transaction() as live:
        courier = _courier(courier_id, kecamatan)
        own = lock_cards(live, (card.id for card in held_cards([courier.id])))
        held = [
            card
            for card in own.values()
            if _may_go(card, courier.id, to, by_code=codes is not None)
        ]
        chosen, mismatches = _pick(held, codes, NOT_HELD)
        for card in chosen:
            move(live, card, to, courier.id, why)
        _record(live, f"cards.{why.word}", f"courier:{courier.id}", len(chosen), why)
    return Counted(len(chosen), mismatches)


def _may_go(card: Card, courier_id: int, to: Place, *, by_code: bool) -> bool:
    """Cards with the RT come back only one by one, by their codes."""
    from_rt = by_code and to is Place.OFFICE
    places = (Place.COURIER, Place.RT) if from_rt else (Place.COURIER,)
    return card.holder_id == courier_id and card.place in places


def _pick(
    cards: Iterable[Card], codes: Iterable[str] | None, otherwise: FaultKind
) -> tuple[list[Card], tuple[tuple[str, Fault], ...]]:
    by_code = {card.code: card for card in cards}
    if codes is None:
        return list(by_code.values()), ()
    wanted = list(dict.fromkeys(map(read_code, codes)))
    missing = [(code, Fault(otherwise, code=code[:9])) for code in wanted if code not in by_code]
    return [by_code[code] for code in wanted if code in by_code], tuple(missing)


def _record(live: Live, act: str, subject: str, count: int, why: Why) -> None:
    if count:
        audit.record(live, act, at=why.at, by=why.by, subject=subject, count=count)


def _manifest(manifest_id: int, kecamatan: str | None) -> Manifest:
    if manifest := manifest_or_none(manifest_id, kecamatan):
        return manifest
    raise Fault(NOT_FOUND, what=N_("Rute"))


def _courier(courier_id: int, kecamatan: str | None) -> Courier:
    for courier in couriers_seen_by(kecamatan):
        if courier.id == courier_id:
            return courier
    raise Fault(NOT_FOUND, what=N_("Petugas"))
