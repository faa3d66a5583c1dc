"""What a phone sends, read field by field; a body that cannot be read is told which and why."""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from field.domain.closures import MAX_NOTE as MAX_REPORT_NOTE
from field.domain.closures import PROFILES, REASONS
from field.domain.event import FAILURE_REASONS, OF_JEMPUT, RELATIONS, EventKind
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.nik import mask_numbers
from field.domain.text import N_

MAX_BATCH = 50
MAX_NOTE = 2_000
MAX_NAME = 120
MAX_PHOTOS = 6
MAX_CARDS = 50
SHA256 = re.compile(r"[0-9a-f]{64}")

BAD_BATCH = FaultKind(
    "event.bad_batch",
    Nature.BAD_INPUT,
    N_("Kiriman dari HP tidak bisa dibaca (%(field)s)."),
    N_("Perbarui aplikasi di HP, lalu kirim lagi. Yang tersimpan tetap aman."),
)
BATCH_TOO_LONG = FaultKind(
    "event.batch_too_long",
    Nature.TOO_LARGE,
    N_("Satu kiriman memuat paling banyak %(most)s catatan."),
    N_("Perbarui aplikasi di HP, lalu kirim lagi. Yang tersimpan tetap aman."),
)
MALFORMED = FaultKind(
    "event.malformed",
    Nature.BAD_INPUT,
    N_("Catatan ini tidak lengkap atau rusak (%(field)s)."),
    N_("Catat ulang di perhentian itu, atau beri tahu kantor."),
)

Raw = Mapping[str, object]


@dataclass(frozen=True)
class Event:
    """A fact from the road as the phone wrote it."""

    id: str
    visit: str
    kind: EventKind
    seq: int
    at: datetime
    route_version: int
    photos: tuple[str, ...]
    data: Raw
    body_hash: str

    @property
    def cards(self) -> frozenset[int]:
        return cards_of(self.data)

    @property
    def blobs(self) -> tuple[str, ...]:
        """All pictures that belong to it: photos and the signature."""
        signature = self.data.get("signature")
        return tuple(dict.fromkeys((*self.photos, *([str(signature)] if signature else []))))


@dataclass(frozen=True)
class Batch:
    """One sending: events that could be read, and what is wrong with the others."""

    device: str
    now: datetime
    events: tuple[Event, ...]
    faults: tuple[tuple[str, Fault], ...]


def cards_of(data: Raw) -> frozenset[int]:
    """Return the cards that an event's data names."""
    cards = data.get("cards")
    return frozenset(cards) if isinstance(cards, (list, tuple)) else frozenset()


def read_batch(body: object) -> Batch:
    """Read what came in; one bad event does not hold up the others."""
    if not isinstance(body, dict):
        raise Fault(BAD_BATCH, field="json")
    raw = body.get("events")
    if not isinstance(raw, list):
        raise Fault(BAD_BATCH, field="events")
    if len(raw) > MAX_BATCH:
        raise Fault(BATCH_TOO_LONG, most=MAX_BATCH)
    try:
        device, now = _uuid(body, "device"), _moment(body, "now")
    except Fault as fault:
        raise Fault(BAD_BATCH, **fault.values) from None
    events: list[Event] = []
    faults: list[tuple[str, Fault]] = []
    for one in raw:
        try:
            events.append(read_event(one))
        except Fault as fault:
            faults.append((_id_or_empty(one), fault))
    return Batch(device, now, tuple(events), tuple(faults))


def read_event(raw: object) -> Event:
    """Read one event; raises with the name of the first field that is wrong."""
    if not isinstance(raw, dict):
        raise _malformed("event")
    kind = EventKind(_choice(raw, "kind", EventKind))
    return Event(
        id=_uuid(raw, "id"),
        visit=_uuid(raw, "stop"),
        kind=kind,
        seq=_whole(raw, "seq"),
        at=_moment(raw, "at"),
        route_version=_whole(raw, "route_version"),
        photos=_photos(raw),
        data=_data(kind, raw.get("data")),
        body_hash=body_hash(raw),
    )


def body_hash(raw: Raw) -> str:
    """Name a body by its content, whatever the order of its keys."""
    text = json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _data(kind: EventKind, raw: object) -> Raw:
    if not isinstance(raw, dict):
        raise _malformed("data")
    if kind is EventKind.DELIVERED:
        return _delivered(raw)
    if kind is EventKind.FAILED:
        reason = _choice(raw, "reason", FAILURE_REASONS)
        note = _text(raw, "note", MAX_NOTE)
        return {"cards": _cards(raw), "reason": reason, "note": note}
    if kind is EventKind.UNDONE:
        return {"takes_back": _uuid(raw, "takes_back"), "reason": _text(raw, "reason", MAX_NOTE)}
    if kind is EventKind.BLOCKED:
        return _blocked(raw)
    if kind in OF_JEMPUT:
        return {"people": _ids(raw, "people"), "note": _text(raw, "note", MAX_NOTE)}
    return {}


def _blocked(raw: Raw) -> Raw:
    accuracy = raw.get("accuracy")
    return {
        "lat": _measure(raw, "lat", 90.0),
        "lon": _measure(raw, "lon", 180.0),
        "accuracy": None if accuracy is None else _measure(raw, "accuracy", 1e6),
        "profiles": _profiles(raw),
        "reason": _choice(raw, "reason", REASONS),
        "note": _text(raw, "note", MAX_REPORT_NOTE),
    }


def _profiles(raw: Raw) -> list[str]:
    value = raw.get("profiles")
    if not isinstance(value, list) or not value or any(one not in PROFILES for one in value):
        raise _malformed("profiles")
    return [profile for profile in PROFILES if profile in value]


def _delivered(raw: Raw) -> Raw:
    cards = _cards(raw)
    if not cards:
        raise _malformed("cards")
    data: dict[str, object] = {
        "cards": cards,
        "receiver": _text(raw, "receiver", MAX_NAME),
        "relation": _choice(raw, "relation", RELATIONS),
        "signature": _signature(raw),
        "pin_confirmed": raw.get("pin_confirmed") is True,
    }
    for name, limit in (("lat", 90.0), ("lon", 180.0), ("accuracy", 1e6)):
        if raw.get(name) is not None:
            data[name] = _measure(raw, name, limit)
    return data


def _malformed(field: str) -> Fault:
    return Fault(MALFORMED, field=field)


def _id_or_empty(raw: object) -> str:
    given = raw.get("id") if isinstance(raw, dict) else None
    return given[:36] if isinstance(given, str) else ""


def read_device(text: str) -> str:
    """Return the id that a phone made for itself, empty when it is none."""
    try:
        return _uuid({"device": text}, "device")
    except Fault:
        return ""


def _uuid(raw: Raw, name: str) -> str:
    value = raw.get(name)
    try:
        if isinstance(value, str) and len(value) == 36:
            return str(uuid.UUID(value))
    except ValueError:
        pass
    raise _malformed(name)


def _whole(raw: Raw, name: str) -> int:
    value = raw.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31:
        return value
    raise _malformed(name)


def _measure(raw: Raw, name: str, limit: float) -> float:
    value = raw.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= limit:
        return float(value)  # NaN is never within a limit
    raise _malformed(name)


def _moment(raw: Raw, name: str) -> datetime:
    value = raw.get(name)
    try:
        if isinstance(value, str) and len(value) <= 40:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo and 2020 <= moment.year < 2100:
                return moment
    except ValueError:
        pass
    raise _malformed(name)


def _text(raw: Raw, name: str, most: int) -> str:
    value = raw.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise _malformed(name)
    # PostgreSQL keeps no NUL, and half a surrogate pair is no letter. A NIK that somebody
    # typed into a note would lie there in the open.
    return mask_numbers(value.replace("\x00", "").encode("utf-8", "replace").decode().strip())


def _choice(raw: Raw, name: str, among: Iterable[str]) -> str:
    value = raw.get(name)
    if isinstance(value, str) and value in list(among):
        return value
    raise _malformed(name)


def _cards(raw: Raw) -> list[int]:
    return _ids(raw, "cards")


def _ids(raw: Raw, name: str) -> list[int]:
    value = raw.get(name, [])
    if not isinstance(value, list) or len(value) > MAX_CARDS:
        raise _malformed(name)
    if any(
        isinstance(one, bool) or not isinstance(one, int) or not 0 < one < 2**31 for one in value
    ):
        raise _malformed(name)
    return sorted(set(value))


def _photos(raw: Raw) -> tuple[str, ...]:
    value = raw.get("photos", [])
    if not isinstance(value, list) or len(value) > MAX_PHOTOS:
        raise _malformed("photos")
    if any(not isinstance(one, str) or not SHA256.fullmatch(one) for one in value):
        raise _malformed("photos")
    return tuple(dict.fromkeys(value))


def _signature(raw: Raw) -> str | None:
    value = raw.get("signature")
    if value is None or (isinstance(value, str) and SHA256.fullmatch(value)):
        return value
    raise _malformed("signature")
