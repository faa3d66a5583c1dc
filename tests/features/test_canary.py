"""A whole day, from the file to the report; its NIK and KK are in no answer, log line or file."""

import io
import logging
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Card, Manifest, Plan
from tests import builders
from tests.canary import BAD, CANARIES, KK, NIK, holds_a_secret, on_disk, work
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.phones import Phone, picture
from tests.residents import csv_file, row

OURS = {"X-Requested-With": "antarjemput"}
DAY = builders.TODAY.isoformat()
MOST_PAGES = 400


class Ear:
    """Hears all that is answered: bodies, headers and addresses.

    After each change it looks at the disk too: a file that is gone by evening counts.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard: dict[str, int] = {}
        self.leaks: list[str] = []

    def __call__(self, answer: TestResponse) -> TestResponse:
        path = answer.request.path
        self.heard[path] = answer.status_code
        headers = repr(list(answer.headers)).encode()
        if holds_a_secret(answer.data) or holds_a_secret(headers):
            self.leaks.append(f"{answer.request.method} {path}")
        if answer.request.method != "GET":
            self.leaks += [f"{name} after {path}" for name in on_disk(self.folder)]
        return answer


def rows() -> list[dict[str, str]]:
    """Return residents whose numbers stand in every column where somebody may have put them."""
    return [
        row(nik=NIK, no_kk=KK, koordinat="-6.6110, 106.8004"),
        row(nik="3271014508670002", alamat="Gg. Melati No. 9", koordinat="-6.6115, 106.8010"),
        row(nik="3271014508670003", alamat="Gg. Melati No. 11", patokan=f"KK {KK}"),
        row(nik=BAD, no_kk=BAD, telepon=BAD, alamat=f"Gg. Anggrek No. 1 ({NIK})"),
        row(nama=NIK, kelurahan=NIK, rt=NIK, koordinat=NIK, tanggal_cetak=NIK, mendesak=NIK),
    ]


def test_whole_numbers_are_nowhere_after_a_whole_day(  # noqa: PLR0913 - all that a day needs
    app: Flask,
    doors: Doors,
    people: dict[str, Person],
    clock: StillClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    courier = builders.make_courier(people["budi"].id)
    asep, budi, ear = sign_in(app, "asep"), sign_in(app, "budi"), Ear(tmp_path)
    bring_in(asep, ear, doors)
    plan_and_publish(asep, ear, doors)
    manifest = session().scalars(select(Manifest).where(Manifest.courier_id == courier)).one()
    assert on_the_road(budi, ear, clock) >= 2
    on_paper(asep, ear, manifest)
    go_wrong(app, asep, ear)
    seen = look_everywhere(asep, ear)

    assert seen > 60
    assert {200, 302, 403, 404, 422} <= set(ear.heard.values())
    assert not [path for path, status in ear.heard.items() if status >= 500]
    assert ear.leaks == []
    assert not holds_a_secret(caplog.text.encode())
    out, err = capfd.readouterr()
    assert not holds_a_secret((out + err).encode())
    assert on_disk(tmp_path) == []
    numbers = session().scalars(select(Card.nik_cipher)).all()
    assert numbers
    assert not [cipher for cipher in numbers if any(n.encode() in cipher for n in CANARIES)]


def bring_in(asep: FlaskClient, ear: Ear, doors: Doors) -> None:
    file = (io.BytesIO(csv_file(rows())), f"warga {NIK}.csv")
    address = ear(asep.post("/kantor/data", data={"berkas": file})).location or ""
    work(doors)
    ear(asep.get(f"{address}/keadaan"))
    ear(asep.post(f"{address}/masukkan"))
    work(doors)  # lets them in, and opens the search for points
    work(doors)
    ear(asep.post("/kantor/data/kartu/cari", data={"cari": NIK}))
    ear(asep.post("/kantor/data/kartu/cari", data={"cari": KK}))
    ear(asep.post("/kantor/data/kartu/cari", data={"cari": BAD}))


def plan_and_publish(asep: FlaskClient, ear: Ear, doors: Doors) -> None:
    ear(asep.post("/kantor/rencana", data={"tanggal": DAY, "seconds": "1"}))
    work(doors)
    plan = session().scalars(select(Plan)).one()
    ear(asep.get(f"/kantor/rencana/{plan.id}/peta.json"))
    published = asep.post(f"/kantor/rencana/{plan.id}/terbit", data={"revision": plan.revision})
    assert ear(published).status_code == 302
    ear(asep.post(f"/kantor/lembar/{DAY}/siapkan"))
    work(doors)


def on_the_road(budi: FlaskClient, ear: Ear, clock: StillClock) -> int:
    """Deliver the first door with a photo, fail the others but the last; returns all doors."""
    route: Any = ear(budi.get("/api/route", headers=OURS)).json
    stops = route["manifests"][0]["stops"]
    phone, (sha256, body) = Phone(clock), picture()
    cards = [[card["id"] for card in stop["cards"]] for stop in stops]
    first = phone.delivered(stops[0]["id"], cards[0]) | {"photos": [sha256]}
    rest = zip(stops[1:-1], cards[1:-1], strict=True)
    events = [first, *(phone.failed(stop["id"], held) for stop, held in rest)]
    for batch in (phone.batch(*events), phone.batch(first | {"seq": 99}), {"device": NIK}):
        ear(budi.post("/api/events", json=batch, headers=OURS))
    ear(budi.put(f"/api/blobs/{sha256}", data=body, headers=OURS))
    ear(budi.get("/api/me", headers=OURS))
    return len(stops)


def on_paper(asep: FlaskClient, ear: Ear, manifest: Manifest) -> None:
    number, visit = manifest.stops[-1].sequence, manifest.stops[-1].visit
    form = {f"visit-{number}": visit, f"outcome-{number}": "failed", f"reason-{number}": "not_home"}
    path = f"/kantor/hari-ini/rute/{manifest.id}/kertas"
    assert ear(asep.post(path, data=form)).status_code == 422  # no hour
    kept = asep.post(path, data=form | {f"at-{number}": "07.30"})
    assert ear(kept).status_code == 302
    ear(asep.post(f"/kantor/hari-ini/petugas/{manifest.courier_id}/kartu", data={"codes": KK}))
    ear(asep.post("/kantor/hari-ini/tutup", data={"tanggal": DAY}))


def go_wrong(app: Flask, asep: FlaskClient, ear: Ear) -> None:
    """Put a number where it has no place."""
    ear(asep.get(f"/kantor/data/kartu/{NIK}"))
    ear(asep.get("/tidak/ada"))
    ear(asep.get("/api/route", headers=OURS))
    ear(asep.post("/kantor/hari-ini/periksa", data={"visit": NIK, "right": NIK}))
    ear(app.test_client().post("/masuk", data={"username": "asep", "password": NIK}))
    broken = (io.BytesIO(f"PK\x03\x04{NIK}".encode()), "rusak.xlsx")
    ear(asep.post("/kantor/data", data={"berkas": broken}))


def look_everywhere(asep: FlaskClient, ear: Ear) -> int:
    """Follow every link from the first page on; returns how many pages there were."""
    waiting = ["/kantor/", "/kantor/laporan/audit", "/kantor/hari-ini/peta/isi"]
    waiting += [f"/kantor/data/kartu/{card}" for card in session().scalars(select(Card.id))]
    seen = set(waiting)
    while waiting and len(seen) < MOST_PAGES:
        answer = ear(asep.get(waiting.pop()))
        if answer.mimetype == "text/html":
            fresh = set(links(answer.get_data(as_text=True))) - seen
            seen |= fresh
            waiting += sorted(fresh)
    return len(seen)


def links(page: str) -> Iterator[str]:
    for found in re.findall(r"(?:href|src|hx-get)=\"(/[^\"#]*)", page):
        if not found.startswith(("/npm/", "/static/", "/ikon")):
            yield unescape(found)
