"""Forgetting: what families told us is erased 90 days after their request or evening is over."""

from datetime import timedelta

from field.gateways.doors import Doors
from field.store import audit, forgetting
from field.store.db import transaction

KEPT = timedelta(days=90)  # as the consent on the asking page says


def forget(doors: Doors) -> int:
    """Erase what is due; returns how many requests and bookings. Counts and places of RTs stay."""
    now = doors.clock.now()
    with transaction() as live:
        requests = forgetting.ended_before(live, now - KEPT)
        photos = [request.photo for request in requests if request.photo]
        for request in requests:
            forgetting.erase_request(live, request)
        bookings = forgetting.erase_bookings(live, now - KEPT)
        total = len(requests) + bookings
        if total:
            audit.record(live, "family.forget", at=now, by=None, count=total)
    for name in photos:  # after the rows: a photo that nobody names is found by nobody
        doors.files.remove(f"photos/{name[:2]}/{name}")
    return total
