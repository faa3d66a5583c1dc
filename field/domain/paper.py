"""Results typed from a paper sheet, and what the office itself adds to a stop's events."""

import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from field.domain.event import EventKind
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_
from field.domain.wire import MAX_NAME, MAX_NOTE, Event, read_event

NO_TIME = FaultKind(
    "paper.no_time",
    Nature.BAD_INPUT,
    N_("Perhentian %(sequence)s: jam di pintu belum benar."),
    N_("Tulis jam seperti di lembar, contoh 14.30."),
)
NO_RECEIVER = FaultKind(
    "paper.no_receiver",
    Nature.BAD_INPUT,
    N_("Perhentian %(sequence)s: nama penerima kosong atau terlalu panjang."),
    N_("Tulis nama penerima seperti di lembar."),
)
NO_REASON = FaultKind(
    "paper.no_reason",
    Nature.BAD_INPUT,
    N_("Perhentian %(sequence)s: alasan tidak berhasil belum dipilih."),
    N_("Pilih alasan seperti di lembar."),
)
NOTHING_TYPED = FaultKind(
    "paper.nothing_typed",
    Nature.BAD_INPUT,
    N_("Belum ada hasil yang diisi."),
    N_("Pilih hasil untuk paling sedikit satu perhentian."),
)
CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")


@dataclass(frozen=True)
class PaperRow:
    """One line of the sheet as somebody typed it."""

    visit: str
    sequence: int
    outcome: str  # delivered, failed
    at: str  # "14.30"
    receiver: str = ""
    relation: str = "self"
    reason: str = ""
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """What all lines of a sheet share; `token` names this typing, so that twice is once."""

    token: uuid.UUID
    day: date
    zone: ZoneInfo
    version: int


def read_row(row: PaperRow, sheet: Sheet, cards: list[int], seq: int) -> Event:
    """Return a typed line as an event; raises with the number of the stop."""
    clock = CLOCK.fullmatch(row.at.strip())
    if clock is None:
        raise Fault(NO_TIME, sequence=row.sequence)
    at = datetime.combine(sheet.day, time(int(clock[1]), int(clock[2])), sheet.zone)
    delivered = row.outcome == EventKind.DELIVERED
    if delivered and not 0 < len(row.receiver.strip()) <= MAX_NAME:
        raise Fault(NO_RECEIVER, sequence=row.sequence)
    if not delivered and not row.reason:
        raise Fault(NO_REASON, sequence=row.sequence)
    data: dict[str, object] = {"cards": cards}
    if delivered:
        data |= {"receiver": row.receiver, "relation": row.relation, "signature": None}
    else:
        data |= {"reason": row.reason, "note": row.note[:MAX_NOTE]}
    kind = EventKind.DELIVERED if delivered else EventKind.FAILED
    id_ = str(uuid.uuid5(sheet.token, row.visit))
    return office_event(id_, row.visit, kind, seq, at, data, sheet.version)


def office_event(  # noqa: PLR0913 - an event has this many fields
    id_: str,
    visit: str,
    kind: EventKind,
    seq: int,
    at: datetime,
    data: dict[str, object],
    version: int,
) -> Event:
    """Return an event that the office writes, read by the same rules as a phone's."""
    return read_event(
        {
            "id": id_,
            "stop": visit,
            "kind": kind.value,
            "seq": seq,
            "at": at.isoformat(),
            "route_version": version,
            "photos": [],
            "data": data,
        }
    )


def office_device(user_id: int) -> str:
    """Name the office desk at which a person types."""
    return f"office-{user_id}"
