"""The map to draw over HTTP: whole, by range, only for who is in, and on the office's map."""

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from field.gateways.doors import Doors
from field.store.db import session
from tests.conftest import sign_in
from tests.field.gateways.basemap.tiles import OSM, quiet
from web.api.basemap import link_to

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def drawn(doors: Doors) -> Path:
    doors.basemap.build(OSM, quiet)
    return doors.basemap.path


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    """Ask, read the answer and let its file go."""
    answer = client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    assert answer.data is not None
    answer.close()
    return answer


def test_without_one_there_is_none(app: Flask) -> None:
    assert sign_in(app, "budi").get("/api/basemap").status_code == 204


@pytest.mark.usefixtures("drawn")
def test_it_comes_whole_and_is_kept_for_good(app: Flask) -> None:
    client = sign_in(app, "budi")
    about = client.get("/api/basemap").get_json()
    answer = get(client, about["url"])
    assert answer.status_code == 200
    assert len(answer.data) == about["size"]
    assert hashlib.sha256(answer.data).hexdigest() == about["sha256"]
    assert "private" in answer.headers["Cache-Control"]
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["ETag"] == f'"{about["sha256"]}"'
    again = get(client, about["url"], If_None_Match=answer.headers["ETag"])
    assert again.status_code == 304


def test_it_comes_by_range(app: Flask, drawn: Path) -> None:
    client = sign_in(app, "siti")
    url = client.get("/api/basemap").get_json()["url"]
    answer = get(client, url, Range="bytes=0-126", Accept_Encoding="gzip")
    assert answer.status_code == 206
    assert answer.data == drawn.read_bytes()[:127]
    assert answer.data.startswith(b"PMTiles")
    size = drawn.stat().st_size
    assert answer.headers["Content-Range"] == f"bytes 0-126/{size}"
    assert get(client, url, Range=f"bytes={size}-").status_code == 416


@pytest.mark.usefixtures("drawn")
def test_nobody_outside_gets_it_and_an_old_name_is_gone(app: Flask) -> None:
    url = sign_in(app, "budi").get("/api/basemap").get_json()["url"]
    assert app.test_client().get(url).status_code in (302, 401, 403)
    old = url.replace(url[-20:], "0" * 11 + ".pmtiles")
    assert sign_in(app, "budi").get(old).status_code == 404


@pytest.mark.usefixtures("drawn")
def test_a_link_opens_without_a_login_and_only_when_we_signed_it(app: Flask, doors: Doors) -> None:
    about = doors.basemap.in_use()
    assert about is not None
    with app.test_request_context():
        link = urlsplit(link_to(about.sha256)).path
    answer = get(app.test_client(), link, Range="bytes=0-6", Origin="null")
    assert answer.data == b"PMTiles"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    forged = link.replace("tautan/", "tautan/x")
    assert app.test_client().get(forged).status_code == 404


@pytest.mark.usefixtures("drawn")
def test_the_days_map_stands_on_it(app: Flask) -> None:
    page = sign_in(app, "siti").get("/kantor/hari-ini/peta/isi")
    assert "connect-src http://localhost" in page.headers["Content-Security-Policy"]
    link = re.search(r'"(/api/basemap/tautan/[^"]+\.pmtiles)"', page.text)
    assert link
    assert get(app.test_client(), link[1]).status_code == 200
    assert "OpenStreetMap" in page.text


def test_without_one_the_days_map_is_as_before(app: Flask) -> None:
    assert "addBasemap" not in sign_in(app, "siti").get("/kantor/hari-ini/peta/isi").text


def run(app: Flask, file: Path) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["build-basemap", str(file)])
    session().rollback()
    return result.exit_code, result.output


def test_the_command_tells_what_it_drew(app: Flask) -> None:
    code, said = run(app, OSM)
    assert code == 0, said
    assert "OpenStreetMap contributors" in said
    assert "Jalan: 2. Air: 2. Lahan: 0. Kampung: 2. Patokan: 4." in said
    assert "Menggambar peta dasar" in said


def test_the_command_refuses_with_a_code(app: Flask, doors: Doors, tmp_path: Path) -> None:
    torn = tmp_path / "kota.osm"
    torn.write_bytes(OSM.read_bytes()[:900])
    code, said = run(app, torn)
    assert code == 1
    assert "[basemap.broken]" in said
    assert doors.basemap.in_use() is None
