"""Cetak measured: its pages with 60,000 cards (medians of five), batches made of half of them."""

import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import insert

from data.regions import regions
from field.domain.cetak.batch import BatchOrder
from field.domain.roles import Role
from field.services import blank_stock, print_batches, print_room
from field.services.accounts import NewAccount, create_user
from field.store.db import db, transaction
from field.store.print_batches import cards_of
from field.store.tables import Card, CardMove, Household
from tests.conftest import PASSWORD, config_for
from tests.printing import make_room
from web.app import create_app

CARDS = 60_000
TIMES = 5


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def fill(app: Flask, cards: int) -> list[str]:
    """Put so many people into the queue, spread over all kelurahan; returns their codes."""
    places = [part.code for part in regions("32.71").kelurahan]
    now = app.extensions["doors"].clock.now()
    homes = [
        {
            "id": number, "key": f"k{number}", "raw": f"Gg. Mawar No. {number}", "street":
            f"Gg. Mawar {number % 40}", "number": str(number % 90), "rt": f"{number % 6 + 1:03}",
            "rw": f"{number // 68 % 12 + 1:03}", "kelurahan": places[number % 68],
            "kecamatan": places[number % 68][:8], "lat": -6.6, "lon": 106.8, "confidence": "house",
        }
        for number in range(1, cards * 3 // 4 + 1)
    ]  # fmt: skip
    rows = [
        {
            "id": number, "code": f"{number:04X}-{number * 7919 % 65536:04X}"[:9],
            "name": f"Warga {number}", "nik_cipher": b"x" * 60, "nik_index": f"{number:064}",
            "nik_last4": "0001", "ready_on": "2026-11-10", "place": "ready",
            "household_id": (number - 1) % len(homes) + 1, "urgent": number % 50 == 0,
            "waiting_since": now - timedelta(days=number % 20),
        }
        for number in range(1, cards + 1)
    ]  # fmt: skip
    moves = [
        {"card_id": row["id"], "at": now, "to_place": "ready", "why": "import"} for row in rows
    ]
    with transaction() as live:
        live.execute(insert(Household), homes)
        live.execute(insert(Card), rows)
        live.execute(insert(CardMove), moves)
    return places


def run_room(app: Flask, places: list[str], by: int) -> int:
    """Make batches of half the city, print and check some; returns a batch that is half done."""
    doors = app.extensions["doors"]
    room = make_room()
    blank_stock.arrived(70_000, "", by, doors)
    blank_stock.expect(date(2026, 12, 1), 20_000, "", by, doors)
    began = time.monotonic()
    orders = [BatchOrder(code, day=date(2026, 11, 30)) for code in places[:34]]
    made = print_batches.make_batches(orders, None, by, doors)
    say(f"34 batches of {CARDS // 2} cards made: {time.monotonic() - began:.1f} s")
    who = print_room.Who(by, None)
    for batch in made[:20]:
        print_batches.start(batch, room, None, by, doors)
        print_room.printed(batch, 800, who, doors)
        codes = [card.code for card in cards_of(batch)[:400]]
        print_room.checked(batch, codes, who, doors)
        print_room.spoiled(batch, [card.code for card in cards_of(batch)[500:505]], "", who, doors)
    return made[0]


def measure(client: FlaskClient, path: str) -> None:
    took, worked, size = [], [], 0
    for _ in range(TIMES):
        began, work = time.monotonic(), time.process_time()
        answer = client.get(path)
        took.append(time.monotonic() - began)
        worked.append(time.process_time() - work)
        assert answer.status_code == 200, (path, answer.status_code)
        size = len(answer.data)
    say(f"{path}: {median(took):.2f} s, {median(worked):.2f} s of processor, {size // 1024} kB")


def filled_app(folder: Path, url: str = "") -> tuple[Flask, int]:
    """Return an app whose queue holds 60,000 cards, and a batch that is half done."""
    app = create_app(config_for(url or f"sqlite:///{folder / 'queue.sqlite'}", folder))
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        upgrade()
        account = NewAccount("asep", "Asep Sunandar", Role.ADMIN, PASSWORD)
        by = create_user(account, app.extensions["doors"], None).id
        began = time.monotonic()
        places = fill(app, CARDS)
        say(f"{CARDS} cards written: {time.monotonic() - began:.1f} s")
        return app, run_room(app, places, by)


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        app, batch = filled_app(Path(folder), os.environ.get("TEST_DATABASE_URL", ""))
        client = app.test_client()
        client.post("/masuk", data={"username": "asep", "password": PASSWORD})
        for path in (
            "", "/antrean/32.71.01.1002", "/kelompok", "/kelompok?semua=ya", f"/kelompok/{batch}",
            f"/kelompok/{batch}?halaman=5", "/mesin", "/blangko",
        ):  # fmt: skip
            measure(client, f"/kantor/cetak{path}")
        for path in ("/kantor/", "/kantor/data/kartu?tempat=ready"):
            measure(client, path)
        with app.app_context():
            db.engine.dispose()


if __name__ == "__main__":
    main()
