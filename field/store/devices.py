"""Phones that have spoken to us."""

from datetime import datetime, timedelta

from sqlalchemy import select

from field.store.db import Live, session
from field.store.events import insert_once
from field.store.tables import Device

LABEL_LENGTH = 200


def device_or_none(device_id: str) -> Device | None:
    return session().get(Device, device_id)


def meet_device(live: Live, device_id: str, user_id: int, label: str, now: datetime) -> Device:
    """Return the phone's row, made at its first contact; nobody else changes it meanwhile."""
    insert_once(
        live,
        Device,
        "id",
        id=device_id,
        user_id=user_id,
        label="",
        first_seen_at=now,
        last_seen_at=now,
        clock_offset_ms=0,
    )
    query = select(Device).where(Device.id == device_id).with_for_update()
    device = live.scalars(query.execution_options(populate_existing=True)).one()
    device.user_id, device.last_seen_at = user_id, now
    device.label = label[:LABEL_LENGTH] or device.label
    return device


def set_clock(device: Device, offset: timedelta) -> None:
    """Keep how far our clock is ahead of the phone's; a year is as far as we believe."""
    year = timedelta(days=366)
    device.clock_offset_ms = round(max(-year, min(year, offset)) / timedelta(milliseconds=1))
