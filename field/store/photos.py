"""Which stops a picture belongs to, and so who may see it."""

from sqlalchemy import exists, select

from field.store.db import session
from field.store.tables import Event, EventPhoto, Household, Stop


def is_seen_in(sha256: str, kecamatan: str | None) -> bool:
    """Tell whether a picture shows a stop of this kecamatan (None: any)."""
    link = (
        select(EventPhoto.sha256)
        .join(Event, Event.order == EventPhoto.event_order)
        .join(Stop, Stop.visit == Event.visit)
        .join(Household, Household.id == Stop.household_id)
        .where(EventPhoto.sha256 == sha256)
    )
    if kecamatan is not None:
        link = link.where(Household.kecamatan == kecamatan)
    return bool(session().scalar(select(exists(link))))
