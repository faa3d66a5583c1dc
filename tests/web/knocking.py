"""How to knock at every door: each endpoint with each method, real ids, and a body that fits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from field.domain.jemput.answers import STEPS
from tests.builders import BONDONGAN, TODAY
from tests.conftest import PASSWORD
from tests.web.trespass_world import CODE, NAME, NEXT_DAY, NIK, OURS, World

Body = dict[str, Any]


@dataclass(frozen=True)
class Knock:
    """One request."""

    endpoint: str
    method: str
    path: str
    has_id: bool
    body: Body = field(default_factory=dict)

    def at(self, client: FlaskClient) -> TestResponse:
        return client.open(self.path, method=self.method, headers=OURS, **self.body)

    def __str__(self) -> str:
        return f"{self.method} {self.path} ({self.endpoint})"


def knocks(app: Flask, world: World) -> Iterator[Knock]:
    """Return every endpoint and method with the ids and bodies of this world."""
    bodies = bodies_of(world)
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        for values in _values(rule, world):
            path = urls.build(rule.endpoint, values)
            for method in sorted(rule.methods or ()):
                body = bodies.get(rule.endpoint, {}) if method in ("POST", "PUT") else {}
                yield Knock(rule.endpoint, method, path, bool(rule.arguments & IDS), dict(body))


IDS = {
    "manifest_id", "courier_id", "household_id", "card_id", "plan_id", "import_id", "job_id",
    "user_id", "sha256", "device_id", "report_id", "closure_id", "request_id",
    "evening_id", "booking_id", "trip_id", "booth_id", "outage_id", "car_id", "campaign_id",
    "campaign_plan_id", "batch_id", "act_id", "visit",
}  # fmt: skip


def _values(rule: Rule, world: World) -> Iterator[Body]:
    known = ids_of(world) | {"act": ACTS.get(rule.endpoint, [])}
    missing = rule.arguments - known.keys()
    assert not missing, f"tests/web/knocking.py has no value for {missing} of {rule.endpoint}"
    names = sorted(rule.arguments)
    for values in product(*(known[name] for name in names)):
        yield dict(zip(names, values, strict=True))


ACTS = {
    "office_accounts.switch": ["tutup", "buka"],
    "office_data.decide": ["masukkan", "ulang", "batal"],
    "family_tracking.answer": ["lapor", "setuju", "pindah", "batal"],
    "office_blanks.write": ["datang", "hitung", "rusak"],
    "office_evenings.mark": ["datang", "tidak", "batal", "kembali"],
    "office_jemput.say": ["periksa", "beres", "setuju", "tolak", "batalkan", "buka"],
}


def ids_of(world: World) -> dict[str, list[Any]]:
    return {
        "manifest_id": [world.manifest],
        "courier_id": [world.courier],
        "household_id": [world.homes[0]],
        "card_id": [world.card],
        "plan_id": [world.plan],
        "import_id": [world.import_id],
        "job_id": [world.plan_job, world.sheets_job],
        "user_id": [world.user],
        "sha256": [world.sha256],
        "fingerprint": ["0" * 64],
        "device_id": [world.device],
        "report_id": [world.road_report],
        "closure_id": [world.road_closure],
        "rule_id": [1],
        "request_id": [world.request],
        "trip_id": [world.trip],
        "visit": [world.visit],
        "evening_id": [world.evening],
        "booking_id": [world.booking],
        "booth_id": [world.booth],
        "outage_id": [world.outage],
        "car_id": [world.car],
        "campaign_id": [world.campaign[0]],
        "campaign_plan_id": [world.campaign[1]],
        "batch_id": [world.batch],
        "act_id": [world.print_act],
        "printer_id": [world.printer],
        "operator_id": [world.operator],
        "broken_id": [1],
        "delivery_id": [1],
        "kelurahan": [BONDONGAN],
        "token": list(world.tokens),
        "step": list(STEPS),
        "day": [TODAY],
        "form": ["xlsx", "csv"],
        "kind": ["xlsx", "csv"],
        "suffix": ["gpx", "kml", "geojson", "csv"],
        "name": ["leaflet.js"],
        "named": ["1"],
        "lang": ["en"],
        "filename": ["app.css"],
        "link": ["palsu"],
    }


def bodies_of(world: World) -> dict[str, Body]:
    """Return a body for each endpoint that reads one; most of them would do harm."""
    beat = {"title": "Camat", "vehicle": "motor", "start_office": BONDONGAN}
    beat |= {"territory": BONDONGAN}
    account = {"username": "penyusup", "name": "Penyusup", "password": PASSWORD}
    paper = {"visit-1": world.visit, "outcome-1": "delivered", "at-1": "09:00", "receiver-1": "X"}
    place = {"household": world.homes[0], "courier": world.courier, "position": 1, "revision": 1}
    road = {"bentuk": "point", "titik": "-6.6110, 106.8004", "siapa": "motor", "alasan": "gate"}
    speeds = {"roads": "main", "vehicle": "motor", "weekday": "1", "factor": "1,5"}
    speeds |= {"since": "7", "until": "9"}
    when = {"tanggal": "2026-12-02", "mulai": "08:00", "sampai": "10:00", "tempat": "32.71.01"}
    when |= {"alasan": "Mobilnya penuh"}
    night = when | {"kecamatan": "32.71.01", "sampai": "21:00", "alat": "2", "muat": "30"}
    booking = {"nama": "Penyusup", "telepon": "081234567891", "setuju": "ya", "form_key": "x"}
    device = {"kantor": "32.71.01", "nama": "Alat penyusup", "aktif": "1"}
    outage = {"tanggal": "2026-12-01", "mulai": "08:00", "sampai": "09:00", "sebab": "Rusak"}
    car = {"pelat": "F 6666 XX", "kursi": "4", "kursi_roda": "1", "aktif": "1"}
    shift = {"nama": "Milik kami", "mulai": "07:30", "sampai": "16:00", "hari": ["1", "2"]}
    broken = {"mulai": "2026-11-25T08:00", "alasan": "macet"}
    forms: dict[str, Body] = {
        "office_booths.add": device,
        "office_booths.broken": outage,
        "office_booths.change": device,
        "office_fleet.add": car | {"pelat": "F 6667 XX"},
        "office_fleet.change": car,
        "office_batches.checked": {"act": "all"},
        "office_batches.printed": {"jumlah": "1"},
        "office_batches.spoiled": {"codes": CODE},
        "office_batches.start": {"mesin": world.printer, "operator": world.operator},
        "office_blanks.write": {"jumlah": "7"},
        "office_blanks.expect": {"jumlah": "7", "tanggal": NEXT_DAY},
        "office_blanks.settle": {"jumlah": "7"},
        "office_printers.add": shift | {"kecepatan": "100", "pemanasan": "5"},
        "office_printers.change": shift | {"kecepatan": "100", "pemanasan": "5"},
        "office_printers.hire": shift,
        "office_printers.change_operator": shift,
        "office_printers.outage": broken,
        "office_printers.away": {"tanggal": NEXT_DAY},
        "office_printing.make": {"kelurahan": BONDONGAN},
        "office_printing.cancel": {"codes": CODE, "alasan": "pindah"},
        "family_evenings.book": booking,
        "family_tracking.answer": {"alasan": "Tidak jadi"},
        "office_evenings.add": night,
        "office_evenings.book": booking,
        "office_evenings.call_off": {"alasan": "Listrik padam"},
        "office_evenings.capacity": {"muat": "50"},
        "office_evenings.move": {"malam": world.evening},
        "family_evenings.move": {"malam": world.evening},
        "office_jemput.accept": when,
        "office_jemput.contact": {"telepon": "0812-9999-0000", "jalan": "Gg. Palsu No. 1"},
        "office_jemput.propose": when,
        "office_jemput.say": when,
        "office_accounts.create": account | {"role": "dispatcher", "kecamatan": "32.71.01"},
        "office_accounts.renew": {"password": PASSWORD},
        "office_addresses.pin": {"titik": "-6.6120, 106.8010"},
        "office_bags.give": {"act": "all"},
        "office_bags.take_back": {"act": "all"},
        "office_bags.take_out": {"codes": CODE},
        "office_cards.search": {"cari": NIK},
        "office_campaigns.ask": {"cards": "5", "name": "Penyusup", "kecamatan": "32.71.01"},
        "office_campaigns.ask_again": {"cards": "5", "name": "Penyusup"},
        "office_closures.accept": road,
        "office_closures.draw": road,
        "office_closures.refuse": {"jawaban": "Bisa lewat"},
        "office_closing.close": {"word": "TUTUP", "kecamatan": "32.71.01"},
        "office_devices.adopt": {"user": world.user},
        "office_paper_results.keep": paper,
        "office_people.add": beat | account | {"username": "penyusup.lain"},
        "office_people.away": {"tanggal": NEXT_DAY},
        "office_people.change": beat,
        "office_people.pick": {"household": world.homes[2], "tanggal": NEXT_DAY},
        "office_people.set_active": {"active": "0"},
        "office_plans.ask": {"tanggal": NEXT_DAY, "kecamatan": "32.71.01", "again": "1"},
        "office_plans.move": place,
        "office_plans.publish": {"revision": 1},
        "office_plans.turn": place | {"jam": "09:00"},
        "office_plans.undo": {"revision": 1},
        "office_review.settle": {"visit": world.visit, "right": "-", "reason": NAME[:5]},
        "office_settings.change": {"office_name": "Milik kami"},
        "office_speeds.add": speeds,
        "office_tomorrow.mark": {"outcome": "reached"},
    }
    return {name: {"data": form} for name, form in forms.items()} | {
        "api.blob": {"data": world.photo},
        "api.events": {"json": {"device": world.device, "now": "2026-11-24T01:00:00+00:00",
                                "events": [world.event]}},
    }  # fmt: skip
