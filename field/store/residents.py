"""Writing households and their cards, many at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, tuple_

from field.domain.card import ENDED, Place
from field.domain.place import Confidence
from field.domain.sieve import KECAMATAN_CODE, NewCard, Print
from field.store.bulk import chunks, insert_new
from field.store.db import Live
from field.store.tables import Card, CardMove, Household


def known_prints(live: Live, wanted: Iterable[Print]) -> set[Print]:
    """Return those of the wanted prints that are here already."""
    found: set[Print] = set()
    asked = list(wanted)
    for part in chunks(asked):
        query = select(Card.nik_index, Card.printed_on, Card.ready_on).where(
            tuple_(Card.nik_index, Card.printed_on, Card.ready_on).in_(part)
        )
        found.update((index, printed, ready) for index, printed, ready in live.execute(query))
    return found | _known_ready(live, [one for one in asked if one[2]])


def _known_ready(live: Live, wanted: Sequence[Print]) -> set[Print]:
    """Return the print-ready records that are here, printed since, or needless.

    Whose card is not delivered yet needs no second one, whatever day a later list names.
    """
    here: set[str] = set()
    same: set[tuple[str, str]] = set()
    for part in chunks(index for index, _, _ in wanted):
        query = select(Card.nik_index, Card.ready_on, Card.place).where(Card.nik_index.in_(part))
        for index, ready, place in live.execute(query):
            same.add((index, ready))
            if place not in ENDED:
                here.add(index)
    return {one for one in wanted if one[0] in here or (one[0], one[2]) in same}


def taken_codes(live: Live, codes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(codes):
        found.update(live.scalars(select(Card.code).where(Card.code.in_(part))))
    return found


def add_households(live: Live, cards: Sequence[NewCard]) -> dict[str, int]:
    """Insert the households that are new and complete those that are here; ids by key."""
    by_key: dict[str, list[NewCard]] = {}
    for card in cards:
        by_key.setdefault(card.household, []).append(card)
    here: dict[str, Household] = {}
    for part in chunks(by_key):
        query = select(Household).where(Household.key.in_(part))
        here.update((house.key, house) for house in live.scalars(query))
    for key, house in here.items():
        for card in by_key[key]:
            _complete(house, card)
    new = [_household_values(group) for key, group in by_key.items() if key not in here]
    insert_new(live, Household, new, unique=["key"])
    ids: dict[str, int] = {}
    for part in chunks(by_key):
        found = live.execute(select(Household.key, Household.id).where(Household.key.in_(part)))
        ids.update((key, house_id) for key, house_id in found)
    return ids


def add_cards(live: Live, rows: Sequence[Mapping[str, Any]], move: Mapping[str, Any]) -> int:
    """Insert the cards that are new, each with its first move; returns how many."""
    insert_new(live, Card, rows, unique=["nik_index", "printed_on", "ready_on"])
    ids: list[int] = []
    for part in chunks(row["code"] for row in rows):
        ids.extend(live.scalars(select(Card.id).where(Card.code.in_(part))))
    if ids:
        live.execute(insert(CardMove), [{"card_id": card_id, **move} for card_id in ids])
    return len(ids)


def card_values(card: NewCard, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return what the row of a new card holds, but for what only the vault knows."""
    resident = card.resident
    return {
        "name": resident.name,
        "nik_index": card.nik_index,
        "nik_last4": resident.nik.last4,
        "kk_index": card.kk_index,
        "born_on": resident.born_on,
        "printed_on": card.printed_on,
        "ready_on": card.ready_on,
        "reprints": 0,
        "urgent": resident.urgent,
        "place": place_of(card).value,
        "attempts": 0,
        "waiting_since": _since(card, now, zone),
    }


def place_of(card: NewCard) -> Place:
    """Return where a new card begins: in the print queue, or printed at the office."""
    return Place.READY if card.ready_on else Place.OFFICE


def _since(card: NewCard, now: datetime, zone: ZoneInfo) -> datetime:
    """Somebody waits from the day that his card was printed, or could have been."""
    day = card.ready_on or card.printed_on
    return datetime.combine(date.fromisoformat(day), time(), zone) if day else now


def _household_values(group: Sequence[NewCard]) -> dict[str, Any]:
    resident = group[0].resident
    address = resident.address
    given = next((card.resident.given for card in group if card.resident.given), None)
    return {
        "key": group[0].household,
        "raw": address.raw,
        "street": address.full_street[:160],
        "number": (address.number or "")[:40],
        "rt": address.rt or "",
        "rw": address.rw or "",
        "kelurahan": resident.kelurahan,
        "kecamatan": resident.kelurahan[:KECAMATAN_CODE],
        "landmark": address.landmark or "",
        "phone": next((card.resident.phone for card in group if card.resident.phone), ""),
        "brief": "",
        "lat": given.lat if given else None,
        "lon": given.lon if given else None,
        "confidence": Confidence.GIVEN.value if given else None,
        "point_source": "given" if given else "",
        "point_clash": "",
    }


def _complete(house: Household, card: NewCard) -> None:
    """Take up what was not known yet; a point found by us gives way to one that was given."""
    resident = card.resident
    house.phone = house.phone or resident.phone
    house.landmark = house.landmark or resident.address.landmark or ""
    weak = house.confidence is None or Confidence(house.confidence) < Confidence.GIVEN
    if resident.given and weak:
        house.lat, house.lon = resident.given.lat, resident.given.lon
        house.confidence, house.point_source = Confidence.GIVEN.value, "given"
        house.located_at = None
