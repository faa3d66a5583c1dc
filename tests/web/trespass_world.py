"""A small world to trespass in: all that one kecamatan has, and a neighbour beside it."""

import hashlib
import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask
from sqlalchemy import select

from field.domain.cetak.batch import BatchOrder
from field.domain.cetak.order import CampaignOrder
from field.domain.roles import Role
from field.gateways.doors import Doors
from field.services import deciding, faces, print_batches, print_room, tracking
from field.services.accounts import NewAccount, Person, create_user
from field.services.printing import keep_sheets
from field.store.db import db, session, transaction
from field.store.tables import (
    Booth,
    Car,
    Card,
    Handpick,
    Household,
    Import,
    Job,
    Outage,
    Plan,
    Request,
    RoadClosure,
    RoadReport,
    Trip,
)
from tests import builders, printing
from tests.campaigns import accepted, ask, means
from tests.conftest import PASSWORD, sign_in
from tests.fakes import StillClock, Told
from tests.jemput import MORNING, ask_with_photo, book, open_evening
from tests.phones import Phone, picture
from tests.planned import make_doors_to_visit, plan_now
from tests.printing import make_blanks, make_ready, make_room
from tests.residents import csv_file, row
from web.work import WORK

OURS = {"X-Requested-With": "antarjemput"}
NEXT_DAY = date(2026, 11, 25)
SELATAN = "32.71.01"
NEIGHBOUR = "32.71.02.1001"
# What only the people of the first kecamatan may read: its residents, streets, couriers, codes.
NAME, STREET, PHONE_NUMBER = "Ratna Kusumadewi", "Gg. Kenanga", "6281299998888"
CODE, NIK = "RHS4-TRPS", "3271015508670077"


@dataclass(frozen=True)
class World:
    """The ids of what belongs to Bogor Selatan, Siti's kecamatan, and to Budi, its courier."""

    homes: list[int]
    manifest: int
    plan: int
    plan_job: str
    sheets_job: str
    import_id: int
    card: int
    visit: str
    event: dict[str, object]
    sha256: str
    photo: bytes
    device: str
    courier: int
    neighbours_courier: int
    neighbours_manifest: int
    user: int
    admin: int
    road_report: int
    road_closure: int
    request: int
    trip: int
    evening: int
    booking: int
    booth: int
    outage: int
    car: int
    campaign: tuple[int, int]  # with its plan
    batch: int
    print_act: int
    printer: int
    operator: int
    tokens: tuple[str, str]  # of the request, of the booking
    closing: int  # an account that is closed while its browser is signed in

    @property
    def secrets(self) -> tuple[str, ...]:
        return (NAME, STREET, PHONE_NUMBER, PHONE_NUMBER[3:], CODE, NIK, "Budi Santoso")


def make_world(app: Flask, doors: Doors, people: dict[str, Person]) -> World:
    clock = doors.clock
    assert isinstance(clock, StillClock)
    closing = _neighbours(doors)
    budi, wati = (
        builders.make_courier(people["budi"].id),
        builders.make_courier(people["wati"].id, NEIGHBOUR, "Lurah sebelah"),
    )
    faces.keep(budi, picture()[1], None, people["siti"].id, doors)
    homes = make_doors_to_visit(doors, 4)
    card = _name(homes, budi, doors)
    manifest = builders.publish(doors, budi, homes[:2])
    beside = builders.publish(doors, wati, make_doors_to_visit(doors, 2, NEIGHBOUR))
    visit = builders.visits_of(manifest)[homes[0]]
    event, sha256, photo, device = _deliver(app, clock, visit, builders.cards_of(homes[0]))
    report, closure = _block(app, clock, visit, people["siti"].id)
    plan = plan_now(doors, NEXT_DAY, "32.71.01")
    found = session().get(Plan, plan)
    assert found
    assert found.job_id
    job, import_id = found.job_id, _import(app, doors)
    _own(job, people["siti"].id)
    return World(
        homes=homes, manifest=manifest, plan=plan, plan_job=job,
        sheets_job=_draw(app, doors), import_id=import_id, card=card, visit=visit, event=event,
        sha256=sha256, photo=photo, device=device, courier=budi, neighbours_courier=wati,
        neighbours_manifest=beside, user=people["budi"].id,
        admin=people["asep"].id, closing=closing, road_report=report, road_closure=closure,
        **_jemput(doors, people), campaign=_campaign(doors),
        **_print_room(doors, people["siti"].id),
    )  # fmt: skip


def snapshot(doors: Doors) -> dict[str, str]:
    """Return the content of each table and the names of all files, as hashes."""
    found = {}
    with db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            rows = sorted(repr(row) for row in connection.execute(select(table)))
            found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    files = sorted(str(path) for path in doors.files.root.rglob("*"))
    return found | {"files": repr(files)}


def _neighbours(doors: Doors) -> int:
    create_user(
        NewAccount("neni", "Neni Anggraeni", Role.DISPATCHER, PASSWORD, NEIGHBOUR[:8]), doors, None
    )
    return create_user(NewAccount("tono", "Tono Wijaya", Role.ADMIN, PASSWORD), doors, None).id


def _name(homes: list[int], courier: int, doors: Doors) -> int:
    """Give the first kecamatan's people names that nobody else has; returns a card's id."""
    with transaction() as live:
        for home in live.scalars(select(Household).where(Household.id.in_(homes))):
            home.street, home.raw, home.phone = STREET, f"{STREET} 5", PHONE_NUMBER
            home.confidence = "kelurahan" if home.id == homes[3] else home.confidence
        cards = list(live.scalars(select(Card).where(Card.household_id.in_(homes))))
        for one in cards:
            one.name = NAME
        live.add(Handpick(date=builders.TODAY, household_id=homes[0], courier_id=courier))
        one = cards[-1]
        one.code, one.nik_index, one.nik_last4 = CODE, doors.vault.index(NIK), NIK[-4:]
        return one.id


def _deliver(
    app: Flask, clock: StillClock, visit: str, cards: list[int]
) -> tuple[dict[str, object], str, bytes, str]:
    """Deliver with a photo from one phone, fail from another: one visit for a person to settle."""
    budi, phone, other = sign_in(app, "budi"), Phone(clock), Phone(clock)
    sha256, photo = picture()
    event = phone.delivered(visit, cards) | {"photos": [sha256]}
    budi.post("/api/events", json=phone.batch(event), headers=OURS)
    assert budi.put(f"/api/blobs/{sha256}", data=photo, headers=OURS).status_code == 204
    budi.post("/api/events", json=other.batch(other.failed(visit, cards)), headers=OURS)
    return event, sha256, photo, phone.id


def _block(app: Flask, clock: StillClock, visit: str, by: int) -> tuple[int, int]:
    """A road that Budi could not pass, with words of his own, and one that Siti has closed."""
    phone = Phone(clock)
    told: dict[str, object] = {"lat": -6.611, "lon": 106.8004, "accuracy": None}
    told |= {"profiles": ["motor"], "reason": "gate", "note": f"tanya {NAME}"}
    event = phone.event("blocked", visit, told)
    sign_in(app, "budi").post("/api/events", json=phone.batch(event), headers=OURS)
    with transaction() as live:
        closure = RoadClosure(
            kecamatan="32.71.01", shape="point", points=[[-6.62, 106.81]], effect="closed",
            profiles=["mobil"], begins=builders.TODAY, reason="market", created_at=clock.now(),
            created_by=by,
        )  # fmt: skip
        live.add(closure)
        live.flush()
        return live.scalars(select(RoadReport.id)).one(), closure.id


def _import(app: Flask, doors: Doors) -> int:
    rows = [row(nama=NAME, alamat=f"{STREET} No. 9"), row(nama=NAME, nik="salah")]
    file = (io.BytesIO(csv_file(rows)), f"{NAME}.csv")
    sign_in(app, "siti").post("/kantor/data", data={"berkas": file})
    found = session().scalars(select(Import)).one()
    assert found.job_id
    WORK["preview"](found.job_id, Told(), doors)
    with transaction() as live:
        live.get_one(Job, found.job_id).state = "done"
    return found.id


def _draw(app: Flask, doors: Doors) -> str:
    answer = sign_in(app, "siti").post(f"/kantor/lembar/{builders.TODAY}/siapkan")
    job_id = answer.location.rsplit("/", 1)[1]
    keep_sheets(job_id, f"%PDF-1.4 {NAME}".encode(), doors)
    with transaction() as live:
        live.get_one(Job, job_id).state = "done"
    return job_id


def _jemput(doors: Doors, people: dict[str, Person]) -> dict[str, Any]:
    siti = people["siti"].id
    request = ask_with_photo(doors, NAME)
    deciding.accept(request, MORNING, deciding.Decider(siti, None), doors)
    evening = open_evening(doors, siti)
    ticket = book(doors, evening, NAME)
    row = session().get_one(Request, request)
    with transaction() as live:
        booth, car = Booth(office="32.71.01", name="Alat 1"), Car(plate="F 1234 AB", ambulatory=4)
        live.add_all((booth, car))
        live.flush()
        times = {"starts_at": doors.clock.now(), "told_at": doors.clock.now()}
        outage = Outage(booth_id=booth.id, why=f"diperiksa {NAME}", **times)
        live.add(outage)
        live.flush()
        fleet = {"booth": booth.id, "outage": outage.id, "car": car.id}
    trip = session().scalars(select(Trip).where(Trip.request_id == request)).first()
    assert trip
    return {
        **fleet,
        "request": request,
        "trip": trip.id,
        "evening": evening,
        "booking": int(ticket.split(".")[0]),
        "tokens": (tracking.token_of(row, doors), ticket),
    }


def _campaign(doors: Doors) -> tuple[int, int]:
    """A campaign of the first kecamatan whose plan holds."""
    make_room()
    make_blanks(doors, 50)
    make_ready(doors, 4)
    asked = CampaignOrder(f"Kampanye {NAME}", 4, means(), kecamatan="32.71.01")
    campaign = ask(asked, doors)
    return campaign, accepted(campaign, doors)


def _print_room(doors: Doors, siti: int) -> dict[str, Any]:
    """A batch of the first kecamatan on a printer: one card printed, one queued, one ready."""
    cards = printing.make_ready(doors, 3)
    with transaction() as live:
        for card in live.scalars(select(Card).where(Card.id.in_(cards))):
            card.name, card.household.street = NAME, STREET
    printing.make_blanks(doors, 50)
    printer, operator = printing.make_room()
    order = BatchOrder(builders.BONDONGAN, cards=tuple(cards[:2]))
    (batch,) = print_batches.make_batches([order], SELATAN, siti, doors)
    print_batches.start(batch, (printer, operator), SELATAN, siti, doors)
    print_room.printed(batch, 1, print_room.Who(siti, SELATAN), doors)
    act = print_batches.batch(batch, SELATAN, 1).acts[0].id
    return {"batch": batch, "print_act": act, "printer": printer, "operator": operator}


def _own(job_id: str, user_id: int) -> None:
    with transaction() as live:
        live.get_one(Job, job_id).created_by = user_id
