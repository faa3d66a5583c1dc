"""The cards as a table that can be searched, and the custody of one card."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from data.regions import regions
from field.domain.card import PLACE_WORDS, Place
from field.domain.card_search import CardFilter
from field.domain.cetak.acts import ACT_WORDS
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.sheet_writer import Download, Sheet, download
from field.store import card_list as store
from field.store.tables import Card

WHY_WORDS: dict[str, str] = {
    "import": N_("masuk dari berkas"),
    "published": N_("rute terbit"),
    "handed_out": N_("diserahkan ke kurir"),
    "delivered": N_("diserahkan kepada warga"),
    "undone": N_("penyerahan dibatalkan"),
    "counted_in": N_("dihitung kembali di kantor"),
    "withdrawn": N_("ditarik"),
    "rt": N_("dititipkan di RT"),
    "print_undone": N_("catatan cetak dibatalkan"),
    **{act.value: word for act, word in ACT_WORDS.items()},
}


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as tables and its own page show it."""

    id: int
    code: str
    name: str
    number: str  # masked
    address: str
    rt_rw: str
    kelurahan: str
    place: Place
    urgent: bool
    attempts: int
    waiting_since: datetime
    printed_on: date | None
    phone: str
    landmark: str
    household_id: int


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a card's custody, in words."""

    at: datetime
    to: str
    why: str
    by: str
    courier: str


def cards(chosen: CardFilter, within: str | None, page: int, doors: Doors) -> list[CardView]:
    return [_view(card, doors) for card in store.cards(chosen, within, page)]


def count_cards(chosen: CardFilter, within: str | None) -> int:
    return store.count_cards(chosen, within)


def find_number(number: str, within: str | None, doors: Doors) -> int | None:
    """Return a person's newest card by his whole NIK, which stays on the server."""
    found = store.cards_of_number(doors.vault.index(number), within)
    return found[0] if found else None


def card(card_id: int, within: str | None, doors: Doors) -> CardView:
    found = store.card_or_none(card_id, within)
    if found is None:
        raise Fault(NOT_FOUND, what=N_("Kartu"))
    return _view(found, doors)


def custody(card_id: int, within: str | None, doors: Doors) -> list[Move]:
    """Return where a card has been, from its first place on."""
    card(card_id, within, doors)
    return [
        Move(
            at=step.move.at,
            to=PLACE_WORDS[Place(step.move.to_place)],
            why=WHY_WORDS.get(step.move.why, step.move.why),
            by=step.by,
            courier=step.courier,
        )
        for step in store.steps(card_id)
    ]


def export(
    chosen: CardFilter, within: str | None, form: str, say: Callable[[str], str], doors: Doors
) -> Download:
    """Write the chosen cards as the table shows them; `say` gives the reader's language."""
    head = [
        say(word)
        for word in (
            N_("Kode"), N_("Nama"), N_("NIK"), N_("Alamat"), N_("RT/RW"), N_("Kelurahan"),
            N_("Tempat kartu"), N_("Mendesak"), N_("Percobaan"), N_("Menunggu sejak"),
        )
    ]  # fmt: skip
    rows = []
    for found in store.all_cards(chosen, within):
        view = _view(found, doors)
        since = view.waiting_since.astimezone(doors.zone).date().isoformat()
        rows.append(
            [view.code, view.name, view.number, view.address, view.rt_rw, view.kelurahan,
             say(PLACE_WORDS[view.place]), say(N_("ya")) if view.urgent else "",
             str(view.attempts), since]
        )  # fmt: skip
    return download("kartu", form, Sheet(say(N_("Kartu")), head, rows))


def _view(card: Card, doors: Doors) -> CardView:
    house = card.household
    place = regions(doors.city).by_code(house.kelurahan)
    door = " ".join(part for part in (house.street, house.number and f"No. {house.number}") if part)
    return CardView(
        id=card.id,
        code=card.code,
        name=card.name,
        number=f"************{card.nik_last4}",
        address=door or house.raw,
        rt_rw="/".join(part for part in (house.rt, house.rw) if part),
        kelurahan=place.name if place else house.kelurahan,
        place=Place(card.place),
        urgent=card.urgent,
        attempts=card.attempts,
        waiting_since=card.waiting_since,
        printed_on=date.fromisoformat(card.printed_on) if card.printed_on else None,
        phone=house.phone,
        landmark=house.landmark,
        household_id=house.id,
    )
