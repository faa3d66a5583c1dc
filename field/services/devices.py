"""Phones: which ones speak to us, and what happens to a lost one."""

from field.domain.device import DEVICE_REVOKED
from field.domain.fault import NOT_FOUND, Fault
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit
from field.store.db import transaction
from field.store.devices import device_or_none
from field.store.people import user_or_none


def refuse_if_revoked(device_id: str) -> None:
    """Raise when the office has marked this phone as lost."""
    device = device_or_none(device_id)
    if device is not None and device.revoked_at is not None:
        raise Fault(DEVICE_REVOKED)


def revoke(device_id: str, by: int, doors: Doors) -> None:
    """Mark a phone as lost: it erases what it holds at its next contact, and its logins end."""
    now = doors.clock.now()
    with transaction() as live:
        device = device_or_none(device_id)
        if device is None:
            raise Fault(NOT_FOUND, what=N_("HP"))
        if device.revoked_at is not None:
            return
        device.revoked_at = now
        if owner := user_or_none(device.user_id):
            owner.login_epoch += 1
        audit.record(live, "device.revoke", at=now, by=by, subject=f"user:{device.user_id}")
