"""Lists of JEMPOL-BAHAGIA: each good row is a request for the kit, to be looked at by a person."""

import secrets
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from hashlib import sha256

from field.domain.dates import day_in_words
from field.domain.jemput.doubts import Doubt
from field.domain.jemput.jempol_row import AskedRow, sift_requests
from field.domain.jemput.needs import Aid, Service
from field.domain.jemput.request import Act, Channel, RequestState, moved
from field.domain.jemput.wishes import Hours
from field.domain.place import Confidence
from field.domain.row_problems import RowProblem
from field.domain.text import N_
from field.gateways.city import city_facts
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.gateways.resident_file import NumberedCells
from field.store import requests as store
from field.store.db import Live
from field.store.tables import Household, Import, Person, Request, RequestStep

CONSENT = "jempol"  # given to that application, by its own form


class RequestsFound:
    """The requests of a list; `within` is the kecamatan of whoever sent it."""

    def __init__(
        self, rows: Iterable[NumberedCells], row: Import, within: str | None, doors: Doors
    ) -> None:
        self._row = row
        city = city_facts(doors.city, local_date(doors.clock.now(), doors.zone))
        sifted = sift_requests(rows, city, within)
        self.requests = sifted.requests
        self.rows, self.bad, self.repeated = sifted.rows, sifted.bad, sifted.repeated
        self.good = len(sifted.requests)
        self.problems: Sequence[RowProblem] = sifted.problems

    def known(self, live: Live) -> int:
        return len(store.known_keys(live, (asked.key for asked in self.requests)))

    def add(self, live: Live, doors: Doors) -> int:
        known = store.known_keys(live, (asked.key for asked in self.requests))
        new = [asked for asked in self.requests if asked.key not in known]
        for asked in new:
            _add(live, self._row, asked, doors)
        return len(new)


def _add(live: Live, row: Import, asked: AskedRow, doors: Doors) -> None:
    now = doors.clock.now()
    code = store.new_code(live)
    day = asked.asked_on
    asked_at = datetime.combine(day, time(12), doors.zone) if day else now
    index = doors.vault.index
    request = Request(
        code=code, check_code=f"{secrets.randbelow(10_000):04d}", state=RequestState.NEW,
        service=Service.KIT, channel=Channel.IMPORT, asked_at=min(asked_at, now),
        asked_by=row.uploaded_by, asker=f"JEMPOL-BAHAGIA {asked.number}".strip(),
        household=_household(asked, code, now), kecamatan=asked.kelurahan[:8],
        phone=asked.phone, phone_index=index(f"phone:{asked.phone}") if asked.phone else "",
        address_index=index(f"address:{asked.address.key}") if asked.address.street else "",
        hours=Hours.ANY, consent_version=CONSENT, consent_by="import", consent_at=asked_at,
        import_id=row.id, import_key=asked.key, people=[_person(asked, doors)],
    )  # fmt: skip
    live.add(request)
    live.flush()
    said = f"JEMPOL-BAHAGIA {asked.number}".strip()
    if asked.planned_on:
        said = f"{said}, {day_in_words(asked.planned_on)}"
    _step(request, Act.ASK, "office", row, now, said)
    request.doubts = [doubt.value for doubt in _doubts(request, asked)]
    if request.doubts:
        why = N_("Pemeriksaan otomatis")
        request.state = moved(RequestState.NEW, Act.DOUBT, why=why)
        _step(request, Act.DOUBT, "system", row, now, why)
    live.flush()


def _step(request: Request, act: Act, by: str, row: Import, at: datetime, why: str) -> None:
    user = row.uploaded_by if by == "office" else None
    request.steps.append(
        RequestStep(at=at, act=act, state=request.state, by=by, by_user_id=user, why=why)
    )


def _person(asked: AskedRow, doors: Doors) -> Person:
    seal = str(uuid.uuid4())
    nik, card = asked.nik, asked.care.to_json().encode()
    return Person(
        seal=seal,
        name=asked.name,
        nik_cipher=doors.vault.seal(nik.secret.encode(), owner=seal) if nik else None,
        nik_index=doors.vault.index(nik.secret) if nik else "",
        nik_last4=nik.last4 if nik else "",
        age_group=asked.age,
        aid=Aid.UNKNOWN,
        care_cipher=None if asked.care.empty else doors.vault.seal(card, owner=f"care:{seal}"),
    )


def _household(asked: AskedRow, code: str, now: datetime) -> Household:
    address = asked.address
    house = Household(
        key=sha256(f"request:{code}".encode()).hexdigest(),
        raw=address.raw,
        street=address.full_street[:160],
        number=(address.number or "")[:40],
        rt=address.rt or "",
        rw=address.rw or "",
        kelurahan=asked.kelurahan,
        kecamatan=asked.kelurahan[:8],
        landmark=address.landmark or "",
        phone=asked.phone,
    )
    if asked.given:
        house.lat, house.lon = asked.given.lat, asked.given.lon
        house.confidence, house.point_source = Confidence.GIVEN.value, "given"
        house.located_at = now
    return house


def _doubts(request: Request, asked: AskedRow) -> list[Doubt]:
    """That list tells neither what somebody can do, nor his street, nor a telephone."""
    found = [Doubt.AID_UNKNOWN]
    if store.has_twin(request):
        found.append(Doubt.DUPLICATE)
    if store.has_card(person.nik_index for person in request.people):
        found.append(Doubt.ALREADY_RECORDED)
    if not asked.phone:
        found.append(Doubt.NO_CONTACT)
    if not asked.address.street and not asked.given:
        found.append(Doubt.NO_ADDRESS)
    return found
