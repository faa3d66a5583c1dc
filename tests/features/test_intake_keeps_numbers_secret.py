"""A list goes all the way in, and its NIK and KK are nowhere to be read: pages, logs, files."""

import io
import logging
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import select

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import Job
from tests.conftest import sign_in
from tests.fakes import Told
from tests.residents import csv_file, row
from web.work import WORK

NIK, KK, BAD = "3271014508671234", "3271010101105678", "3271019908674321"
CANARIES = (NIK, KK, BAD)
PAGES = (
    "/kantor/data",
    "/kantor/data/kartu",
    "/kantor/data/kartu/1",
    "/kantor/data/kartu/kartu.csv",
    "/kantor/data/kartu/kartu.xlsx",
    "/kantor/alamat",
    "/kantor/pekerjaan",
)


def work(doors: Doors) -> None:
    for job in session().scalars(select(Job).where(Job.state == "queued")).all():
        WORK[job.kind](job.id, Told(), doors)
        job.state = "done"
        session().commit()


def on_disk(folder: Path) -> list[str]:
    """Return the files that hold a canary, the database and its log among them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "test.sqlite" for path in files)
    return [path.name for path in files if holds_a_secret(path.read_bytes())]


def holds_a_secret(body: bytes) -> bool:
    """Look into the bytes, and into the parts of a workbook."""
    bodies = [body]
    if body.startswith(b"PK"):
        with ZipFile(io.BytesIO(body)) as book:
            bodies = [book.read(name) for name in book.namelist()]
    return any(secret.encode() in part for secret in CANARIES for part in bodies)


def test_whole_numbers_are_nowhere(
    app: Flask,
    doors: Doors,
    people: dict[str, Person],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert people
    caplog.set_level(logging.DEBUG)
    asep = sign_in(app, "asep")
    rows = [
        row(nik=NIK, no_kk=KK),
        row(nik=BAD, no_kk=BAD, telepon=BAD, patokan=f"KK {KK}"),
        row(nik="3271014508670002", tanggal_lahir="", alamat=f"Gg. Mawar No. 8 ({NIK})"),
        row(nama=NIK, kelurahan=NIK, rt=NIK, koordinat=NIK, tanggal_cetak=NIK, mendesak=NIK),
    ]
    said: list[bytes] = []

    def ask(address: str, data: dict[str, Any] | None = None) -> str:
        answer = asep.post(address, data=data) if data is not None else asep.get(address)
        said.extend((answer.data, (answer.location or "").encode()))
        return answer.location or ""

    file = (io.BytesIO(csv_file(rows)), f"warga {NIK}.csv")
    address = ask("/kantor/data", {"berkas": file})
    assert on_disk(tmp_path) == []  # the upload waits sealed
    work(doors)
    for part in ("", "/keadaan", "/masalah.csv", "/masalah.xlsx"):
        ask(f"{address}{part}")
    ask(f"{address}/masukkan", {})
    work(doors)
    for page in PAGES:
        ask(page)
    ask(address)
    ask("/kantor/data/kartu/cari", {"cari": NIK})
    ask("/kantor/data/kartu/cari", {"cari": BAD})

    assert any(b"Siti Rohmah" in body for body in said)
    assert not [body for body in said if holds_a_secret(body)]
    assert not holds_a_secret(caplog.text.encode())
    assert on_disk(tmp_path) == []
