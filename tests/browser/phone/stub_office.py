"""An office that answers the phone from memory, and can be unplugged, as the tests need it."""

import hashlib
import threading
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.serving import BaseWSGIServer, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

from field.gateways.clock import SystemClock

NAMES = ("Ibu Siti Rohmah", "Bapak Endang Suherman", "Ibu Nining", "Bapak Asep", "Ibu Euis")
CONFIDENCES = ("rt_rw", "kelurahan", "confirmed", "given", "house")


def stop_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def make_stop(number: int) -> dict[str, Any]:
    name = NAMES[(number - 1) % len(NAMES)]
    return {
        "id": stop_id(number),
        "sequence": number,
        "arrival": f"2026-11-24T02:{number:02}:00+00:00",
        "service_seconds": 180,
        "travel_seconds": 240,
        "distance_m": 350,
        "lat": -6.61 + number / 1000,
        "lon": 106.80 + number / 1000,
        "confidence": CONFIDENCES[number % len(CONFIDENCES)],
        "name": f"{name} {number}",
        "address": {
            "street": "Gg. Mawar II", "number": str(number), "rt": "003", "rw": "007",
            "kelurahan": "Bondongan", "kecamatan": "Bogor Selatan",
            "landmark": "sebelah mushola Al-Ikhlas", "raw": "Gg. Mawar II",
        },
        "phone": "6281234567890",
        "brief": "Parkir di mulut gang",
        "cards": [
            {"id": number, "code": f"K7Q2-{number:04}", "name": f"{name} {number}",
             "nik_last4": f"{number:04}", "urgent": False}
        ],
        "history": [{"date": "2026-11-20", "reason": "Tidak ada orang di rumah"}],
        "state": "waiting",
    }  # fmt: skip


class StubOffice:
    """What the office knows and how it behaves today."""

    def __init__(self) -> None:
        self.user: int | None = 7
        self.date = SystemClock().now().astimezone(ZoneInfo("Asia/Jakarta")).date().isoformat()
        self.version = 1
        self.stops = [make_stop(number) for number in range(1, 6)]
        self.signature = "optional"
        self.revoked = False
        self.broken = False
        self.conflicts: set[str] = set()
        self.events: dict[str, dict[str, Any]] = {}
        self.batches: list[int] = []
        self.blobs: dict[str, bytes] = {}
        self.basemap = b""
        self.closed: list[dict[str, object]] = []
        self.torn = 0  # so many bytes of the basemap get lost on the way
        self.ends = ""  # when the shift does, now where nothing is said
        self.care: dict[int | str, list[dict[str, Any]]] = {}
        self.care_read: list[int | str] = []

    def route(self) -> dict[str, Any]:
        place = {"name": "Kelurahan Bondongan", "lat": -6.612, "lon": 106.799, "at": now()}
        manifest = {
            "id": 3, "number": 3, "version": self.version, "vehicle": "motor",
            "start": place, "end": place | {"at": self.ends or now()}, "stops": self.stops,
        }  # fmt: skip
        return {
            "server_time": now(),
            "date": self.date,
            "user": {"id": self.user, "name": f"Kurir {self.user}", "title": "Lurah Bondongan"},
            "office": {"name": "Disdukcapil Kota Bogor", "hotline": "0251 8323351"},
            "settings": {
                "relations": [
                    {"code": "self", "label": "Yang bersangkutan", "allowed": True},
                    {"code": "family", "label": "Anggota keluarga", "allowed": False},
                ],
                "signature": self.signature,
                "retain_days": 3,
            },
            "failure_reasons": [{"code": "not_home", "label": "Tidak ada orang di rumah"}],
            "block_reasons": [{"code": "gate", "label": "Portal"}],
            "manifests": [manifest],
            "closed": self.closed,
        }

    def take(self, events: list[dict[str, Any]]) -> tuple[list[str], list[dict[str, str]]]:
        self.batches.append(len(events))
        acknowledged, conflicts = [], []
        for event in events:
            if event["stop"] in self.conflicts:
                conflicts.append({"id": event["id"], **fault("event.conflict")})
                continue
            assert self.events.setdefault(event["id"], event) == event
            acknowledged.append(event["id"])
        return acknowledged, conflicts


def now() -> str:
    return SystemClock().now().isoformat()


def fault(code: str) -> dict[str, str]:
    return {"code": code, "message": "Catatan ini bentrok.", "action": "Hubungi kantor."}


def stub_api(office: StubOffice) -> Flask:
    """Speak the phone's wire formats, to be mounted at /api."""
    api = Flask("stub_api")

    @api.before_request
    def gate() -> ResponseReturnValue | None:
        assert request.headers["X-Requested-With"] == "antarjemput"
        if office.broken:
            return jsonify(fault("broken")), 503
        if office.revoked:
            return jsonify(fault("device.revoked")), 403
        return None if office.user else (jsonify(fault("login_needed")), 401)

    @api.get("/me")
    def me() -> ResponseReturnValue:
        return jsonify(id=office.user, name="Budi", role="courier", server_time=now())

    @api.get("/route")
    def route() -> ResponseReturnValue:
        return jsonify(office.route())

    @api.post("/events")
    def events() -> ResponseReturnValue:
        acknowledged, conflicts = office.take(request.get_json()["events"])
        answer = {"acknowledged": acknowledged, "conflicts": conflicts, "missing_blobs": []}
        return jsonify(**answer, server_time=now()), 409 if conflicts else 200

    @api.put("/blobs/<sha>")
    def blob(sha: str) -> ResponseReturnValue:
        content = request.get_data()
        assert hashlib.sha256(content).hexdigest() == sha
        office.blobs[sha] = content
        return "", 204

    offer_care(api, office)
    offer_basemap(api, office)
    return api


def offer_care(api: Flask, office: StubOffice) -> None:
    """What helps the riders of a trip, as web/api/care.py hands it out."""

    @api.get("/jemput/trips/<int:trip>/care")
    @api.get("/jemput/kit-visits/<trip>/care")
    def care(trip: int | str) -> ResponseReturnValue:
        office.care_read.append(trip)
        if trip not in office.care:
            return jsonify(fault("not_found")), 404
        return jsonify(riders=office.care[trip])


def offer_basemap(api: Flask, office: StubOffice) -> None:
    """The city's map, as web/api/basemap.py hands it out."""

    @api.get("/basemap")
    def basemap() -> ResponseReturnValue:
        if not office.basemap:
            return "", 204
        sha256 = hashlib.sha256(office.basemap).hexdigest()
        return jsonify(
            sha256=sha256, size=len(office.basemap), date="2026-11-01",
            attribution="© OpenStreetMap contributors", url=f"/api/basemap/{sha256}.pmtiles",
        )  # fmt: skip

    @api.get("/basemap/<sha256>.pmtiles")
    def basemap_file(sha256: str) -> ResponseReturnValue:
        assert sha256 == hashlib.sha256(office.basemap).hexdigest()
        return office.basemap[: len(office.basemap) - office.torn]


class Plug:
    """The server's plug: pulled out and put back on the same port."""

    def __init__(self, app: "WSGIApplication") -> None:
        self.app = app
        self.port = 0
        self.server: BaseWSGIServer | None = None

    def put_in(self) -> None:
        self.server = make_server("127.0.0.1", self.port, self.app, threaded=True)
        self.port = self.server.port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def pull(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}/kurir/"
