"""OSRM and Valhalla on this machine, answering as their documents say: over real HTTP."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import cos, hypot, radians
from typing import Any
from urllib.parse import parse_qs, urlsplit

from field.domain.place import Point
from field.domain.polyline import encode

Place = tuple[float, float]  # lat, lon
SPEED = 10.0  # m/s, everywhere


class Server(ThreadingHTTPServer):
    """What is asked, in order; `spoil` turns an answer into another before it is sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.spoil: Callable[[Any], object] = lambda answer: answer
        self.statuses: list[int] = []  # of the next answers; then 200
        self.drip = threading.Event()  # set: the answer never ends

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        parts = urlsplit(self.path)
        _, service, version, profile, where = parts.path.split("/")
        assert (version, profile) == ("v1", "driving")
        places = [tuple(map(float, pair.split(",")))[::-1] for pair in where.split(";")]
        said = {key: values[0] for key, values in parse_qs(parts.query).items()}
        self._send(_osrm_table(places, said) if service == "table" else _osrm_route(places))

    def do_POST(self) -> None:
        self.server.asked.append(self.path)
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert question["costing"] in ("auto", "motor_scooter", "pedestrian")
        if self.path == "/sources_to_targets":
            self._send(_valhalla_table(question))
        else:
            self._send(_valhalla_route(question))

    def _send(self, answer: object) -> None:
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        body = self.server.spoil(answer)
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(data)
        while self.server.drip.is_set():  # a byte at a time, until the asker hangs up
            try:
                self.wfile.write(b" ")
                self.wfile.flush()
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.drip.clear()
        server.shutdown()
        server.server_close()
        thread.join()


def metres(one: Place, other: Place) -> float:
    east = (one[1] - other[1]) * cos(radians(one[0]))
    return hypot(east, one[0] - other[0]) * 111_195


def _osrm_table(places: list[Any], said: dict[str, str]) -> dict[str, Any]:
    assert said["annotations"] == "duration,distance"
    begin, end = (list(map(int, said[key].split(";"))) for key in ("sources", "destinations"))
    far = [[round(metres(places[i], places[j]), 1) for j in end] for i in begin]
    return {
        "code": "Ok",
        "durations": [[round(cell / SPEED, 1) for cell in row] for row in far],
        "distances": far,
        "sources": [{"location": list(places[i])[::-1], "name": "", "distance": 1} for i in begin],
        "destinations": [{"location": list(places[j])[::-1], "name": ""} for j in end],
    }


def _osrm_route(places: list[Any]) -> dict[str, Any]:
    begin, end = (Point(*place) for place in places)
    corner = Point(begin.lat, end.lon)
    steps = [
        _osrm_step("depart", "Jalan Raya", [begin, corner]),
        _osrm_step("turn", "Jalan Baru", [corner, end]),
        _osrm_step("arrive", "Jalan Baru", [end]),
    ]
    return {"code": "Ok", "routes": [{"legs": [{"steps": steps}]}]}


def _osrm_step(kind: str, name: str, line: list[Point]) -> dict[str, Any]:
    far = metres((line[0].lat, line[0].lon), (line[-1].lat, line[-1].lon))
    maneuver = {"type": kind, "modifier": "left"}
    return {"geometry": encode(line), "name": name, "distance": far, "maneuver": maneuver}


def _valhalla_table(question: dict[str, Any]) -> dict[str, Any]:
    begin, end = (
        [(place["lat"], place["lon"]) for place in question[key]] for key in ("sources", "targets")
    )
    return {
        "units": "kilometers",
        "sources_to_targets": [
            [
                {"from_index": i, "to_index": j, "time": round(metres(one, two) / SPEED),
                 "distance": round(metres(one, two) / 1000, 3)}
                for j, two in enumerate(end)
            ]
            for i, one in enumerate(begin)
        ],
    }  # fmt: skip


def _valhalla_route(question: dict[str, Any]) -> dict[str, Any]:
    begin, end = (Point(place["lat"], place["lon"]) for place in question["locations"])
    corner = Point(begin.lat, end.lon)
    # Six digits are the same text as five digits of a place ten times as far from the corner.
    line = encode(_Tenfold(point.lat * 10, point.lon * 10) for point in (begin, corner, end))  # type: ignore[misc]  # quacks
    return {
        "trip": {
            "units": "kilometers",
            "legs": [{
                "shape": line,
                "maneuvers": [
                    {"type": 1, "street_names": ["Jalan Raya"], "length": 1.0,
                     "begin_shape_index": 0, "end_shape_index": 1},
                    {"type": 15, "street_names": ["Jalan Baru"], "length": 1.0,
                     "begin_shape_index": 1, "end_shape_index": 2},
                    {"type": 4, "length": 0.0, "begin_shape_index": 2, "end_shape_index": 2},
                ],
            }],
        }
    }  # fmt: skip


class _Tenfold:
    def __init__(self, lat: float, lon: float) -> None:
        self.lat, self.lon = lat, lon
