"""Phones that have spoken to us."""

from datetime import datetime, timedelta

from sqlalchemy import select

from field.store.db import Live, session
from field.store.events import insert_once
from field.store.tables import Courier, Device, User

LABEL_LENGTH = 200


def device_or_none(device_id: str) -> Device | None:
    return session().get(Device, device_id)


def devices_seen_by(kecamatan: str | None) -> list[tuple[Device, User]]:
    """Return phones with their owners; a kecamatan sees those of its own couriers."""
    query = (
        select(Device, User)
        .join(User, User.id == Device.user_id)
        .outerjoin(Courier, Courier.user_id == User.id)
        .order_by(Device.last_seen_at.desc())
    )
    if kecamatan is not None:
        query = query.where(Courier.kecamatan == kecamatan)
    return [(row[0], row[1]) for row in session().execute(query)]


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
