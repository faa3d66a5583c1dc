"""Results from a paper sheet, typed in at the office and marked as such."""

import uuid
from collections.abc import Sequence

from field.domain.event import EventKind
from field.domain.fault import NOT_FOUND, Fault
from field.domain.paper import NOTHING_TYPED, PaperRow, Sheet, office_device, read_row
from field.domain.receiver import is_allowed
from field.domain.review import Review
from field.domain.text import N_
from field.domain.wire import Event
from field.gateways.doors import Doors
from field.store import audit
from field.store.custody import Why
from field.store.db import transaction
from field.store.events import Arrival, add_event, next_seq
from field.store.published import manifest_or_none
from field.store.settings import settings
from field.store.settle import settle
from field.store.tables import Manifest
from field.store.visits import lock_visits


def enter_results(
    manifest_id: int,
    rows: Sequence[PaperRow],
    token: uuid.UUID,
    scope: tuple[str | None, int],
    doors: Doors,
) -> int:
    """Keep typed results, all or none; the same sheet sent twice is one.

    Args:
        manifest_id: the route of the sheet.
        rows: lines with a result.
        token: made with the empty form.
        scope: the typist's kecamatan (None: the city) and account.
        doors: clock and zone.
    """
    kecamatan, by = scope
    if not rows:
        raise Fault(NOTHING_TYPED)
    now = doors.clock.now()
    with transaction() as live:
        manifest = manifest_or_none(manifest_id, kecamatan)
        if manifest is None:
            raise Fault(NOT_FOUND, what=N_("Rute"))
        visits = lock_visits(live, (row.visit for row in rows))
        sheet = Sheet(token, manifest.date, doors.zone, manifest.version)
        events = _events(rows, manifest, sheet, next_seq(office_device(by)))
        new: set[str] = set()
        for event in events:
            arrival = Arrival(
                device=office_device(by),
                user_id=by,
                at_corrected=event.at,
                received_at=now,
                source="paper",
                review=_review(event, superseded=visits[event.visit].superseded),
            )
            if add_event(live, event, arrival) is not None:
                new.add(event.id)
        settle(live, visits, frozenset(new), Why("paper", now, by))
        if new:
            subject = f"manifest:{manifest.id}"
            audit.record(live, "events.paper", at=now, by=by, subject=subject, count=len(new))
    return len(new)


def _events(
    rows: Sequence[PaperRow], manifest: Manifest, sheet: Sheet, first_seq: int
) -> list[Event]:
    cards = {stop.visit: [card.id for card in stop.cards] for stop in manifest.stops}
    if any(row.visit not in cards for row in rows):
        raise Fault(NOT_FOUND, what=N_("Perhentian"))
    return [
        read_row(row, sheet, cards[row.visit], first_seq + place) for place, row in enumerate(rows)
    ]


def _review(event: Event, *, superseded: bool) -> Review:
    if superseded:
        return Review.SUPERSEDED
    given = event.kind is EventKind.DELIVERED
    if given and not is_allowed(str(event.data.get("relation")), settings()):
        return Review.RELATION
    return Review.NONE
