"""Completing a request: what a list did not tell, and what somebody said on the telephone."""

from dataclasses import dataclass

from field.domain.address import Address
from field.domain.address_parser import parse_address
from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.doubts import Doubt
from field.domain.jemput.form import BAD_PHONE
from field.domain.nik import drop_numbers
from field.domain.phone import parse_phone
from field.domain.text import N_
from field.gateways.city import city_facts
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.regions import region_names
from field.store import audit
from field.store import requests as store
from field.store.db import Live, transaction
from field.store.tables import Request
from field.store.work import open_job


@dataclass(frozen=True)
class Told:
    """How to reach a family, and where it lives; what is empty stays as it was."""

    contact: str = ""
    phone: str = ""
    street: str = ""
    landmark: str = ""


def complete(request_id: int, told: Told, by: int, within: str | None, doors: Doors) -> None:
    """Write down how to reach a family, and its street; a new street is looked for on the map."""
    now = doors.clock.now()
    with transaction() as live:
        request = store.lock_request_or_none(live, request_id, within)
        if request is None:
            raise Fault(NOT_FOUND, what=N_("Permohonan"))
        if told.phone.strip():
            _reach(request, told.phone, doors)
        if told.contact.strip():
            request.contact_name = drop_numbers(" ".join(told.contact.split()))[:120]
        if told.landmark.strip():
            request.household.landmark = drop_numbers(told.landmark.strip())[:500]
        if told.street.strip():
            _settle_down(live, request, drop_numbers(told.street.strip())[:500], by, doors)
        subject = f"request:{request.id}"
        audit.record(live, "request.complete", at=now, by=by, subject=subject)


def _reach(request: Request, written: str, doors: Doors) -> None:
    today = local_date(doors.clock.now(), doors.zone)
    found = parse_phone(written[:60], city_facts(doors.city, today).area_code)
    if found is None:
        raise Fault(BAD_PHONE, field="telepon")
    request.phone = request.household.phone = found.digits
    request.phone_index = doors.vault.index(f"phone:{found.digits}")
    _clear(request, Doubt.NO_CONTACT)


def _settle_down(live: Live, request: Request, street: str, by: int, doors: Doors) -> None:
    home = request.household
    if street == home.raw:
        return
    read: Address = parse_address(street, region_names(doors.city))
    home.raw, home.street = street, read.full_street[:160]
    home.number = (read.number or "")[:40]
    home.lat = home.lon = home.confidence = home.located_at = None
    home.point_source = home.point_clash = ""
    _clear(request, Doubt.NO_ADDRESS)
    open_job(live, "locate", {}, by=by, at=doors.clock.now())


def _clear(request: Request, doubt: Doubt) -> None:
    request.doubts = [one for one in request.doubts if one != doubt]
