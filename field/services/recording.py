"""What phones bring back: events, once each, and what they change."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from data.regions import regions
from field.domain.device import DEVICE_REVOKED
from field.domain.door_pin import door_pin
from field.domain.event import OF_JEMPUT, EventKind
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.fold import OUTCOMES
from field.domain.jemput.trip import ENDINGS
from field.domain.place import Confidence, Point
from field.domain.receiver import is_allowed
from field.domain.review import Review
from field.domain.settings import Settings
from field.domain.text import N_
from field.domain.wire import Batch, Event, read_batch
from field.gateways.doors import Doors
from field.store import audit, door_points, households
from field.store.closures import take_reports
from field.store.custody import Why
from field.store.db import Live, transaction
from field.store.devices import meet_device, set_clock
from field.store.events import Arrival, add_event, body_hashes, missing_blobs
from field.store.people import user_or_none
from field.store.settings import settings
from field.store.settle import settle
from field.store.tables import Household
from field.store.trip_settle import ready_returns, settle_jemput
from field.store.visits import Visit, courier_of_user_or_none, had_stop, lock_visits

OTHER_BODY = FaultKind(
    "event.other_body",
    Nature.CONFLICT,
    N_("Catatan dengan nomor yang sama sudah diterima dengan isi lain."),
    N_("Beri tahu kantor; keduanya akan diperiksa."),
)
NOT_YOURS = FaultKind(
    "event.not_yours",
    Nature.NOT_ALLOWED,
    N_("Perhentian ini bukan milik rute Anda."),
    N_("Beri tahu kantor agar hasilnya dicatat pada rute yang benar."),
)
UNKNOWN_STOP = FaultKind(
    "event.unknown_stop",
    Nature.NOT_FOUND,
    N_("Perhentian ini tidak dikenal."),
    N_("Beri tahu kantor agar hasilnya dicatat dengan tangan."),
)

ACCOUNT_OPEN = FaultKind(
    "event.account_open",
    Nature.CONFLICT,
    N_("Akun ini masih dibuka: catatannya dikirim oleh HP-nya sendiri."),
    N_("Minta pemiliknya masuk di HP itu, atau tutup akunnya lebih dulu."),
)

TRIP_ENDINGS = frozenset(EventKind(kind.value) for kind in ENDINGS)


@dataclass(frozen=True)
class Taken:
    """What was kept, what was not and why, and which pictures are still to come."""

    acknowledged: tuple[str, ...]
    conflicts: tuple[tuple[str, Fault], ...]
    missing_blobs: tuple[str, ...]
    server_time: datetime
    ready: tuple[int, ...] = ()  # will-call returns that may be driven now


@dataclass(frozen=True)
class Sender:
    """Whose events these are; an admin may take in those of a closed account."""

    user_id: int
    label: str = ""  # what the phone calls itself
    adopted_by: int | None = None


@dataclass(frozen=True)
class _Sending:
    """What judging the events of one batch needs."""

    sender: Sender
    device: str
    offset: timedelta
    now: datetime
    courier_id: int | None
    visits: dict[str, Visit]
    known: dict[str, str]
    settings: Settings


def take_events(body: object, sender: Sender, doors: Doors) -> Taken:
    """Keep a batch of events; the same batch again changes nothing and says the same."""
    batch = read_batch(body)
    now = doors.clock.now()
    by = sender.adopted_by or sender.user_id
    with transaction() as live:
        sending = _open(live, batch, sender, now)
        new, refused = _keep_all(live, batch.events, sending)
        touched = {event.visit: sending.visits[event.visit] for event in new}
        ids = frozenset(event.id for event in new)
        settle(live, touched, ids, Why("events", now, by))
        settle_jemput(live, (visit.stop for visit in touched.values()), now)
        said = {event.visit for event in new if event.kind is EventKind.READY}
        ready = ready_returns(visit.stop for id_, visit in touched.items() if id_ in said)
        take_reports(live, _kecamatan_of(touched), ids)
        _confirm_pins(live, new, sending, doors)
        if new:
            audit.record(live, "events.take", at=now, by=by, count=len(new))
        refused += batch.faults
        bad = {id_ for id_, _ in refused}
        kept = [event for event in batch.events if event.id not in bad]
        blobs = missing_blobs(sha256 for event in kept for sha256 in event.blobs)
    acknowledged = tuple(dict.fromkeys(event.id for event in kept))
    return Taken(acknowledged, tuple(refused), tuple(blobs), now, tuple(ready))


def _kecamatan_of(visits: dict[str, Visit]) -> dict[str, str]:
    return {id_: visit.stop.household.kecamatan for id_, visit in visits.items()}


def _open(live: Live, batch: Batch, sender: Sender, now: datetime) -> _Sending:
    device = meet_device(live, batch.device, sender.user_id, sender.label, now)
    if sender.adopted_by is not None:
        _check_closed(sender.user_id)
    elif device.revoked_at is not None:
        raise Fault(DEVICE_REVOKED)
    set_clock(device, now - batch.now)
    courier = courier_of_user_or_none(sender.user_id)
    return _Sending(
        sender=sender,
        device=batch.device,
        offset=timedelta(milliseconds=device.clock_offset_ms),
        now=now,
        courier_id=courier.id if courier else None,
        visits=lock_visits(live, (event.visit for event in batch.events)),
        known=body_hashes(event.id for event in batch.events),
        settings=settings(),
    )


def _check_closed(user_id: int) -> None:
    """An open account sends its own; only a closed one's events are taken in by an admin."""
    user = user_or_none(user_id)
    if user is None or user.active:
        raise Fault(ACCOUNT_OPEN)


def _keep_all(
    live: Live, events: tuple[Event, ...], sending: _Sending
) -> tuple[list[Event], list[tuple[str, Fault]]]:
    new: list[Event] = []
    refused: list[tuple[str, Fault]] = []
    for event in events:
        try:
            if _keep(live, event, sending):
                new.append(event)
        except Fault as fault:
            refused.append((event.id, fault))
    return new, refused


def _keep(live: Live, event: Event, sending: _Sending) -> bool:
    """Write an event; False when it is here already, a fault when it cannot be kept."""
    if known := sending.known.get(event.id):
        return _is_same(event, known)
    visit = sending.visits.get(event.visit)
    if visit is None:
        raise Fault(UNKNOWN_STOP)
    if visit.courier_id != sending.courier_id and not _was_his(event, visit, sending):
        raise Fault(NOT_YOURS)
    fetches = bool(visit.stop.trip_id or visit.stop.kit_visit_id)
    if event.kind in (OUTCOMES if fetches else OF_JEMPUT):
        raise Fault(UNKNOWN_STOP)
    arrival = Arrival(
        device=sending.device,
        user_id=sending.sender.user_id,
        at_corrected=event.at + sending.offset,
        received_at=sending.now,
        source="adopted" if sending.sender.adopted_by else "phone",
        review=_review(event, visit, sending.settings),
    )
    if add_event(live, event, arrival) is not None:
        return True
    return _is_same(event, body_hashes([event.id])[event.id])


def _confirm_pins(live: Live, new: list[Event], sending: _Sending, doors: Doors) -> None:
    """At the door one knows where the door is: from then on everything uses that point."""
    for event in new:
        pin = door_pin(event.data)
        home = sending.visits[event.visit].stop.household
        if pin is None or (pin.point is None and home.lat is None):
            continue
        place = pin.point
        if place and not regions(doors.city).contains(place.lat, place.lon):
            continue
        before = _confirmed_before(home)
        moved = {"lat": place.lat, "lon": place.lon} if place else {}
        kept = {"confidence": Confidence.CONFIRMED.value, "point_source": "door"}
        households.pin(live, home, moved | kept | {"point_clash": ""}, sending.now)
        if home.lat is not None and home.lon is not None:
            door_points.keep(live, home, before, Point(home.lat, home.lon))


def _confirmed_before(home: Household) -> Point | None:
    """Return where this door was confirmed last time: the gazetteer gives that point up."""
    if home.confidence != Confidence.CONFIRMED.value or home.lat is None or home.lon is None:
        return None
    return Point(home.lat, home.lon)


def _is_same(event: Event, known: str) -> bool:
    if known != event.body_hash:
        raise Fault(OTHER_BODY)
    return False


def _was_his(event: Event, visit: Visit, sending: _Sending) -> bool:
    """A trip may go to another car while this one was without signal: what happened happened."""
    return visit.stop.trip_id is not None and had_stop(sending.courier_id, event.visit)


def _review(event: Event, visit: Visit, settings: Settings) -> Review:
    if event.kind in TRIP_ENDINGS and visit.superseded:
        return Review.SUPERSEDED
    if event.kind is EventKind.SOS:
        return Review.SOS
    if event.kind not in OUTCOMES:
        return Review.NONE
    if not event.cards <= visit.cards:
        return Review.CARDS
    if visit.superseded:
        return Review.SUPERSEDED
    relation = event.data.get("relation")
    if event.kind is EventKind.DELIVERED and not is_allowed(str(relation), settings):
        return Review.RELATION
    return Review.NONE
