"""Which stops a picture belongs to, and so who may see it."""

from collections.abc import Iterable

from sqlalchemy import exists, or_, select

from field.store.days import seen_by
from field.store.db import session
from field.store.tables import Blob, Courier, Event, EventPhoto, Household, Manifest, Plan, Stop


def is_seen_in(sha256: str, kecamatan: str | None) -> bool:
    """Tell whether a picture belongs to a stop that this kecamatan may see (None: any)."""
    link = (
        select(EventPhoto.sha256)
        .join(Event, Event.order == EventPhoto.event_order)
        .join(Stop, Stop.visit == Event.visit)
        .join(Household, Household.id == Stop.household_id)
        .join(Manifest, Manifest.id == Stop.manifest_id)
        .join(Courier, Courier.id == Manifest.courier_id)
        .join(Plan, Plan.id == Manifest.plan_id)
        .where(EventPhoto.sha256 == sha256)
    )
    if kecamatan is not None:
        link = link.where(or_(Household.kecamatan == kecamatan, seen_by(kecamatan)))
    return bool(session().scalar(select(exists(link))))


def arrived(sha256s: Iterable[str]) -> set[str]:
    """Return which of these pictures are here."""
    return set(session().scalars(select(Blob.sha256).where(Blob.sha256.in_(set(sha256s)))))
