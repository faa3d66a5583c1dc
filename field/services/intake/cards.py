"""Lists of residents: each good row is a card that waits, at the office or for its printing."""

import secrets
from collections.abc import Iterable, Sequence

from field.domain.card import Place
from field.domain.cetak.acts import Act
from field.domain.envelope import envelope_code
from field.domain.resident_row import check_row
from field.domain.row_problems import RowProblem
from field.domain.sieve import Print, sift
from field.domain.text import N_
from field.gateways.city import city_facts
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.resident_file import NumberedCells
from field.store import print_queue, residents
from field.store.db import Live
from field.store.print_acts import Doing, When, write_act
from field.store.tables import Import

PRINTED = N_("sudah dicetak menurut daftar kartu")


class CardsFound:
    """The cards of a list; `within` is the kecamatan of whoever sent it."""

    def __init__(
        self, rows: Iterable[NumberedCells], row: Import, within: str | None, doors: Doors
    ) -> None:
        self._row = row
        city = city_facts(doors.city, local_date(doors.clock.now(), doors.zone))
        checked = (check_row(line, cells, city) for line, cells in rows)
        # A second reading finds the same days as the first, though another day has begun.
        ready = None if row.printed else local_date(row.uploaded_at, doors.zone)
        sifted = sift(checked, doors.vault.index, within, ready)
        self.cards = sifted.cards
        self.rows, self.bad, self.repeated = sifted.rows, sifted.bad, sifted.repeated
        self.good = len(sifted.cards)
        self.problems: Sequence[RowProblem] = sifted.problems

    def known(self, live: Live) -> int:
        return len(residents.known_prints(live, self._prints()))

    def add(self, live: Live, doors: Doors) -> int:
        now = doors.clock.now()
        known = residents.known_prints(live, self._prints())
        new = [card for card in self.cards if card.key not in known]
        houses = residents.add_households(live, new)
        codes = _codes(live, len(new))
        values = [
            {
                **residents.card_values(card, now, doors.zone),
                "code": code,
                "nik_cipher": doors.vault.seal(card.resident.nik.secret.encode(), owner=code),
                "import_id": self._row.id,
                "household_id": houses[card.household],
            }
            for card, code in zip(new, codes, strict=True)
        ]
        if self._row.printed:
            self._close_records(live, [card.key for card in new], doors)
        place = Place.OFFICE if self._row.printed else Place.READY
        move = {"at": now, "from_place": None, "to_place": place.value, "why": "import"}
        return residents.add_cards(live, values, {**move, "by_user_id": self._row.uploaded_by})

    def _close_records(self, live: Live, printed: Iterable[Print], doors: Doors) -> None:
        """Take off the queue whoever was printed elsewhere: nobody gets two cards."""
        records = print_queue.ready_printed_since(live, printed)
        if records:
            now = doors.clock.now()
            when = When(now, local_date(now, doors.zone), self._row.uploaded_by)
            write_act(live, Doing(Act.CANCELLED, why=PRINTED), records, when)

    def _prints(self) -> list[Print]:
        return [card.key for card in self.cards]


def _codes(live: Live, count: int) -> list[str]:
    """Draw codes for envelopes that no card has."""
    codes: set[str] = set()
    while len(codes) < count:
        drawn = {envelope_code(secrets.choice) for _ in range(count - len(codes))}
        codes |= drawn - residents.taken_codes(live, drawn)
    return list(codes)
