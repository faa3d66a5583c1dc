"""Phones: which ones speak to us, and what happens to a lost one."""

from dataclasses import dataclass
from datetime import timedelta

from field.domain.device import DEVICE_REVOKED
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit
from field.store.db import transaction
from field.store.devices import device_or_none, devices_seen_by, meet_device
from field.store.people import user_or_none
from field.store.tables import Device, User

HEARD_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Phone:
    """A phone and whose it is."""

    device: Device
    owner: User


def phones(kecamatan: str | None) -> list[Phone]:
    """Return the phones of this kecamatan's couriers, the one heard last first."""
    return [Phone(device, owner) for device, owner in devices_seen_by(kecamatan)]


def hear(device_id: str, user_id: int, label: str, doors: Doors) -> None:
    """Remember that a phone spoke to us, at most once a minute."""
    now, known = doors.clock.now(), device_or_none(device_id)
    if known and known.user_id == user_id and now - known.last_seen_at < HEARD_EVERY:
        return
    with transaction() as live:
        meet_device(live, device_id, user_id, label, now)


def refuse_if_revoked(device_id: str) -> None:
    """Raise when the office has marked this phone as lost."""
    device = device_or_none(device_id)
    if device is not None and device.revoked_at is not None:
        raise Fault(DEVICE_REVOKED)


def revoke(device_id: str, kecamatan: str | None, by: int, doors: Doors) -> None:
    """Mark a phone as lost: it erases what it holds at its next contact, and its logins end."""
    now = doors.clock.now()
    with transaction() as live:
        seen = {device.id: device for device, _ in devices_seen_by(kecamatan)}
        device = seen.get(device_id)
        if device is None:
            raise Fault(NOT_FOUND, what=N_("HP"))
        if device.revoked_at is not None:
            return
        device.revoked_at = now
        if owner := user_or_none(device.user_id):
            owner.login_epoch += 1
        audit.record(live, "device.revoke", at=now, by=by, subject=f"user:{device.user_id}")
