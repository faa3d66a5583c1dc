"""A booking's link: its id and a keyed hash; whatever is wrong with it, the answer is the same."""

import hmac
from datetime import timedelta

from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import evenings as store
from field.store.tables import Booking

_SIGNATURE = 32  # hex digits: 128 bits
_DAY = timedelta(days=1)


def token_of(row: Booking, doors: Doors) -> str:
    return f"{row.id}.{doors.vault.index(f'booking:{row.id}:{row.code}')[:_SIGNATURE]}"


def booking_of(token: str, doors: Doors) -> Booking:
    number = token.partition(".")[0]
    known = number.isdecimal() and number.isascii() and len(number) < 10
    row = store.booking_or_none(int(number)) if known else None
    if row is None or not hmac.compare_digest(token_of(row, doors).encode(), token.encode()):
        raise Fault(NOT_FOUND, what=N_("Pendaftaran"))
    if row.evening.closes_at + _DAY < doors.clock.now():
        raise Fault(NOT_FOUND, what=N_("Pendaftaran"))
    return row
