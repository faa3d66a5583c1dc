"""Pages of a campaign with 60,000 cards: seconds on the server, as a whole request each."""

import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from flask_migrate import upgrade
from sqlalchemy import insert

from data.regions import regions
from field.domain.cetak.order import CampaignOrder, DayMeans
from field.domain.roles import Role
from field.services.accounts import NewAccount, create_user
from field.store.db import Base, db, transaction
from field.store.tables import (
    Campaign,
    CampaignBatch,
    CampaignCard,
    CampaignPlan,
    CampaignRoute,
    Card,
    CardMove,
    Household,
)
from tests.conftest import PASSWORD, config_for, sign_in
from web.app import create_app

CARDS, DAYS, EACH = 60_000, 14, 40  # cards; days; cards of a batch
FIRST = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 1, tzinfo=UTC)


def main() -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/pages.sqlite"
        app = create_app(config_for(url, Path(folder)))
        app.config["WTF_CSRF_ENABLED"] = False
        with app.app_context():
            upgrade()
            create_user(NewAccount("asep", "Asep", Role.ADMIN, PASSWORD),
                        app.extensions["doors"], None)  # fmt: skip
            fill()
            client = sign_in(app, "asep")
            for path in ("", "/1", "/rencana/1", f"/rencana/1/{FIRST}", "/1/ulang", "/1/hari.csv",
                         "/1/wali-kota"):  # fmt: skip
                client.get(f"/kantor/cetak/kampanye{path}")  # compiled and cached
                began = time.perf_counter()
                answer = client.get(f"/kantor/cetak/kampanye{path}")
                spent = time.perf_counter() - began
                sys.stdout.write(
                    f"/kantor/cetak/kampanye{path}: {spent:.2f} s, "
                    f"{len(answer.data) / 1024:.0f} kB, {answer.status_code}\n"
                )
            db.engine.dispose()


def fill() -> None:
    """Write a campaign half printed and a third delivered, straight into the tables."""
    places = [place.code for place in regions("32.71").kelurahan]
    days = tuple(DayMeans(FIRST + timedelta(days=n), 4, 4, 11, 136) for n in range(DAYS))
    order = CampaignOrder("Enam puluh ribu", CARDS, days)
    with transaction() as live:
        live.add(Campaign(id=1, name=order.name, first_day=FIRST, last_day=days[-1].day,
                          asked=order.written(), created_at=MOMENT))  # fmt: skip
        live.flush()
        live.add(CampaignPlan(id=1, campaign_id=1, job_id="x", state="accepted", since=FIRST,
                              asked=order.written(), figures={"cards": CARDS}, staff=[],
                              remedies=[], created_at=MOMENT, accepted_at=MOMENT))  # fmt: skip
        live.flush()
        rows: dict[type[Base], list[dict[str, object]]] = {
            Household: [], Card: [], CampaignBatch: [], CampaignRoute: [], CampaignCard: [],
            CardMove: [],
        }  # fmt: skip
        for n in range(CARDS):
            _card(rows, n + 1, places)
        for day in range(DAYS):
            for courier in range(2 * len(places)):
                rows[CampaignRoute].append(
                    {"plan_id": 1, "day": FIRST + timedelta(days=day + 1),
                     "kelurahan": places[courier // 2], "courier": courier + 1, "doors": 30,
                     "cards": 32, "travel_s": 1800}
                )  # fmt: skip
        for table, values in rows.items():
            live.execute(insert(table), values)


def _card(rows: dict[type[Base], list[dict[str, object]]], n: int, places: list[str]) -> None:
    """One card: its door, its days, and what has become of it so far."""
    batch, day = (n - 1) // EACH + 1, (n - 1) * DAYS // CARDS
    code = places[batch % len(places)]
    printed, received = day < DAYS // 2, day < DAYS // 3
    place = "resident" if received else "office" if printed else "ready"
    rows[Household].append(
        {"id": n, "key": f"k{n}", "raw": "Gg. Mawar", "kelurahan": code, "kecamatan": code[:8],
         "lat": -6.6, "lon": 106.8, "rw": "001", "rt": "001"}
    )  # fmt: skip
    rows[Card].append(
        {"id": n, "code": f"C{n:08}", "name": "Siti", "nik_cipher": b"", "nik_index": f"{n}",
         "nik_last4": "0000", "household_id": n, "place": place, "waiting_since": MOMENT}
    )  # fmt: skip
    today = FIRST + timedelta(days=day)
    if (n - 1) % EACH == 0:
        rows[CampaignBatch].append(
            {"id": batch, "plan_id": 1, "day": today, "printer": batch % 4 + 1, "turn": batch,
             "kelurahan": code, "rw": "001", "cards": EACH, "starts_at": MOMENT,
             "ends_at": MOMENT}
        )  # fmt: skip
    rows[CampaignCard].append(
        {"plan_id": 1, "card_id": n, "batch_id": batch, "turn": (n - 1) % EACH + 1,
         "print_on": today, "deliver_on": today + timedelta(days=1)}
    )  # fmt: skip
    steps = ["ready", "queued", "printed", "office", "bag", "courier", "resident"]
    last = 7 if received else 4 if printed else 1
    for step in range(last):
        rows[CardMove].append(
            {"card_id": n, "at": MOMENT + timedelta(days=day + step // 4, minutes=step),
             "from_place": steps[step - 1] if step else None, "to_place": steps[step],
             "why": steps[step]}
        )  # fmt: skip


if __name__ == "__main__":
    main()
