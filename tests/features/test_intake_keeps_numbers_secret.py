"""A list goes all the way in, and its NIK and KK are nowhere to be read: pages, logs, files."""

import io
import logging
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from field.gateways.doors import Doors
from field.services.accounts import Person
from tests.canary import BAD, KK, NIK, holds_a_secret, on_disk, work
from tests.conftest import sign_in
from tests.residents import csv_file, row

PAGES = (
    "/kantor/data",
    "/kantor/data/kartu",
    "/kantor/data/kartu/1",
    "/kantor/data/kartu/kartu.csv",
    "/kantor/data/kartu/kartu.xlsx",
    "/kantor/alamat",
    "/kantor/pekerjaan",
)


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
