"""flask fetch-roads (make roads): the map of the city, from a fake Overpass server to the plans."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from flask import Flask

from field.domain.fault import Fault
from field.domain.roads import NETWORK
from field.gateways.doors import Doors
from field.gateways.overpass import Overpass
from field.gateways.road_book import RoadBook
from field.store.db import session
from tests.field.gateways.roads.village import OSM

CITY = "32.71"


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.map = OSM.read_bytes()
        self.status = 200
        self.asked: list[str] = []
        self.agents: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/interpreter"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(parse_qs(body)["data"][0])
        self.server.agents.append(self.headers["User-Agent"])
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.map)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def office(app: Flask, doors: Doors, server: Server, tmp_path: Path) -> Doors:
    """An installation whose Overpass server is the fake one."""
    book = RoadBook(CITY, tmp_path / "roads", overpass=Overpass(server.url))
    app.extensions["doors"] = replace(doors, roads=book)
    there: Doors = app.extensions["doors"]
    return there


def run(app: Flask) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["fetch-roads"])
    session().rollback()
    return result.exit_code, result.output


def fetch(server: Server, folder: Path, **bounds: float) -> list[int]:
    told: list[int] = []
    Overpass(server.url, **bounds).fetch(CITY, folder, told.append)  # type: ignore[arg-type]  # of the test's own
    return told


def test_the_map_is_fetched_and_taken_in(app: Flask, office: Doors, server: Server) -> None:
    code, said = run(app)
    assert code == 0
    assert "Mengunduh peta: 0 MB" in said
    assert "Simpang: 15." in said
    assert office.roads.in_use().kind == NETWORK
    (asked,) = server.asked
    south, west, north, east = map(float, asked.split("[bbox:")[1].split("]")[0].split(","))
    assert south < -6.68 < -6.5 < north
    assert west < 106.73 < 106.85 < east
    assert server.agents[0].startswith("antarjemput")


@pytest.mark.parametrize(
    ("status", "spoil", "code"),
    [
        (504, lambda _: b"busy", "roads.no_map_server"),
        (200, lambda whole: whole[:900], "roads.cut_short"),
        (
            200,
            lambda whole: whole.replace(b"</osm>", b"<remark>runtime error</remark></osm>"),
            "roads.cut_short",
        ),
        (200, lambda _: b"", "roads.cut_short"),
        (200, lambda _: b'<osm version="0.6"></osm>', "roads.none_here"),
        (200, lambda _: b"<html></osm>", "roads.broken"),
    ],
)
def test_what_is_not_a_map_changes_nothing(
    app: Flask, office: Doors, server: Server, status: int, spoil: object, code: str
) -> None:
    assert run(app)[0] == 0
    assert callable(spoil)
    server.status, server.map = status, spoil(server.map)
    failed, said = run(app)
    assert failed == 1
    assert f"[{code}]" in said
    assert office.roads.in_use().kind == NETWORK
    assert not list(Path(office.roads._folder).glob("*.part"))


def test_a_map_too_large_or_too_slow_is_given_up(server: Server, tmp_path: Path) -> None:
    with pytest.raises(Fault) as large:
        fetch(server, tmp_path, most_bytes=1000)
    assert large.value.code == "roads.too_large"
    ticks = count(0, 1000)
    with pytest.raises(Fault) as slow:
        Overpass(server.url, clock=lambda: next(ticks)).fetch(CITY, tmp_path, lambda _: None)
    assert slow.value.code == "roads.no_map_server"
    assert list(tmp_path.iterdir()) == []
    assert fetch(server, tmp_path)[-1] == len(server.map)


def test_nobody_there(tmp_path: Path) -> None:
    for url in ("http://127.0.0.1:9/", "file:///etc/passwd", "no address"):
        with pytest.raises(Fault) as refused:
            Overpass(url).fetch(CITY, tmp_path, lambda _: None)
        assert refused.value.code == "roads.no_map_server"
    with pytest.raises(Fault):
        RoadBook(CITY, tmp_path).fetch(lambda _: None)
