"""Nonsense in paths, queries and bodies is answered in words; nothing breaks for anybody."""

import io
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from field.gateways.doors import Doors
from field.services.accounts import Person
from tests.conftest import sign_in
from tests.web.knocking import knocks
from tests.web.trespass_world import OURS, World, make_world

NAMES = ("budi", "nobody", "asep")
NUMBERS = ("0", "999999", str(2**31), str(2**63), "9" * 40, "-1")
TEXTS = ("0", "x", "..", "%00", "%ff", quote("💣'\"<>"), "a" * 300)
DAYS = ("0001-01-01", "9999-12-31", "2026-02-30")
LONG = "x" * 5000  # longer than any column
VALUES = (LONG, "", "-1", "9" * 40, "0001-01-01", "\x00", "💣")  # LONG while a name is free
WRONG: tuple[object, ...] = (*VALUES, None, -1, 2**70, [], {})
FIELDS = (
    "tanggal", "kecamatan", "kelurahan", "halaman", "rute", "cari", "keadaan", "keyakinan",
    "urut", "arah", "tempat", "mendesak", "tampilan", "bahasa", "user", "act", "since", "until",
    "page", "lang", "theme", "next", "username", "password", "old", "new", "name", "role",
    "titik", "nomor", "codes", "word", "visit", "right", "reason", "outcome", "household",
    "courier", "position", "revision", "seconds", "again", "remove", "back", "active", "title",
    "vehicle", "start_office", "end_office", "territory", "shift_start", "shift_end", "max_stops",
    "receiver_rule", "token", "visit-1", "visit-x", "outcome-1", "at-1", "receiver-1",
    "relation-1", "reason-1", "bentuk", "akibat", "siapa", "mulai", "sampai", "alasan", "catatan",
    "jawaban", "nama", "umur", "nik", "bantuan", "obat", "orang", "jalan",
    "rt", "rw", "jam", "hari", "pengisi", "kontak", "telepon", "surel", "muat", "alat",
    "form_key", "setuju", "hapus", "lewat", "pelat", "kursi", "kursi_roda", "kantor", "buka",
    "tutup",
    "sebab", "sampai_tanggal", "malam", "car", "has_kit", "aktif",
)  # fmt: skip
BODIES: tuple[dict[str, Any], ...] = (
    {"json": None},
    {"json": [1]},
    {"json": {"device": 1, "now": [], "events": {}}},
    {"data": b"\xff\xfe\x00{[", "content_type": "application/json"},
    {"data": b"[" * 20_000, "content_type": "application/json"},
    {"data": b"--x\r\n", "content_type": "multipart/form-data; boundary=y"},
    {"data": b"a=%ff&b", "content_type": "application/x-www-form-urlencoded"},
)


@pytest.fixture
def world(app: Flask, doors: Doors, people: dict[str, Person]) -> World:
    return make_world(app, doors, people)


def paths(app: Flask, world: World) -> Iterator[tuple[str, str]]:
    """Return each method and path; ids are real."""
    seen = {(knock.method, knock.path) for knock in knocks(app, world)}
    yield from sorted(one for one in seen if one[0] not in ("HEAD", "OPTIONS"))


def strange_paths(app: Flask) -> Iterator[tuple[str, str]]:
    """Return each method and path with strange ids in every place."""
    for rule in app.url_map.iter_rules():
        for number, text, day in zip(NUMBERS, TEXTS, (*DAYS, *DAYS), strict=False):
            path = rule.rule
            for name, place in _places(rule.rule):
                strange = number if place.startswith("int:") else text
                path = path.replace(name, day if place.startswith("iso:") else strange)
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield method, path


def _places(rule: str) -> Iterator[tuple[str, str]]:
    for part in rule.split("<")[1:]:
        inner = part.split(">")[0]
        if not inner.startswith("any("):
            yield f"<{inner}>", inner


def browser_of(app: Flask, name: str) -> FlaskClient:
    return app.test_client() if name == "nobody" else sign_in(app, name)


def broken(browser: FlaskClient, method: str, path: str, **body: Any) -> str:
    """Return what broke, or nothing."""
    if path == "/keluar":
        return ""  # it would end the login that the next ones need
    answer = browser.open(path, method=method, headers=OURS, **body)
    answer.close()  # a file of the front end stays open until its answer is read
    told = f"{answer.status_code} {method} {path[:90]} {str(body)[:90]}"
    return told if answer.status_code >= 500 else ""


@pytest.mark.both_databases
def test_strange_ids_break_nothing(app: Flask, world: World) -> None:
    assert world
    found = set()
    for name in NAMES:
        browser = browser_of(app, name)
        found |= {broken(browser, method, path) for method, path in strange_paths(app)}
    assert sorted(found - {""}) == []


@pytest.mark.both_databases
def test_strange_questions_break_nothing(app: Flask, world: World) -> None:
    found, browser = set(), browser_of(app, "asep")
    for value in VALUES:
        query = "&".join(f"{field}={quote(value[:40])}" for field in FIELDS)
        for method, path in paths(app, world):
            if method == "GET":
                found.add(broken(browser, method, f"{path}?{query}"))
    assert sorted(found - {""}) == []


@pytest.mark.both_databases
def test_one_strange_field_in_a_good_form_breaks_nothing(app: Flask, world: World) -> None:
    found = set()
    for name, own in (("budi", "api."), ("siti", "office_"), ("asep", "office_")):
        browser = browser_of(app, name)
        for knock in knocks(app, world):
            if knock.body and knock.endpoint.startswith(own):
                for body in spoiled(knock.body):
                    found.add(broken(browser, knock.method, knock.path, **body))
    assert sorted(found - {""}) == []


def spoiled(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return a good body with each of its fields made strange in turn."""
    for kind, form in body.items():
        if isinstance(form, bytes):
            yield {kind: form[:20]}
            continue
        for field, value in product(form, VALUES):
            yield {kind: form | {field: value}}
        for event in form.get("events", ()):
            for field, wrong in product(event, WRONG):
                strange = event | {"id": str(uuid4()), field: wrong}
                yield {kind: form | {"events": [strange]}}


def test_strange_bodies_break_nothing(app: Flask, world: World) -> None:
    found = set()
    for name in NAMES:
        browser = browser_of(app, name)
        for method, path in paths(app, world):
            if method != "GET":
                found |= {broken(browser, method, path, **body) for body in BODIES}
                files = {"berkas": (io.BytesIO(b"PK\x03\x04"), "a.xlsx")}
                found.add(broken(browser, method, path, data=files))
    assert sorted(found - {""}) == []
