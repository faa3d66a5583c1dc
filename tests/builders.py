"""Couriers, households, cards and published manifests, written straight into the store."""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

from field.gateways.doors import Doors
from field.store.db import Live, transaction
from field.store.tables import (
    Card,
    CardMove,
    Courier,
    Household,
    Manifest,
    Plan,
    Stop,
    Territory,
)

TODAY = date(2026, 11, 24)  # the day of the tests' clock
BONDONGAN = "32.71.01.1002"
_numbers = count(1)


def make_courier(user_id: int, kelurahan: str = BONDONGAN, title: str = "Lurah Bondongan") -> int:
    """Make an account a courier of one kelurahan; returns the courier's id."""
    with transaction() as live:
        courier = Courier(
            user_id=user_id,
            title=title,
            kecamatan=kelurahan[:8],
            vehicle="motor",
            start_office=kelurahan,
            end_office=kelurahan,
            territory=[Territory(kelurahan=kelurahan)],
        )
        live.add(courier)
        live.flush()
        return courier.id


def make_household(doors: Doors, cards: int = 1, kelurahan: str = BONDONGAN) -> int:
    """Make a door with cards that lie at the office; returns its id."""
    number = next(_numbers)
    with transaction() as live:
        home = Household(
            key=f"household-{number}",
            raw=f"Gg Mawar II no {number} RT 3/7",
            street="Gg. Mawar II",
            number=str(number),
            rt="003",
            rw="007",
            kelurahan=kelurahan,
            kecamatan=kelurahan[:8],
            landmark="sebelah mushola",
            phone="6281234567890",
            lat=-6.6110 + number % 50 / 10_000,
            lon=106.8004,
            confidence="house",
        )
        live.add(home)
        live.flush()
        for _ in range(cards):
            add_card(live, doors, home.id)
        return home.id


def add_card(live: Live, doors: Doors, household_id: int) -> Card:
    """Add a printed card that lies at the office."""
    number = next(_numbers)
    code = f"{number:04d}-{number:04d}"
    nik = f"327101{number:010d}"
    card = Card(
        code=code,
        name=f"Siti Rohmah {number}",
        nik_cipher=doors.vault.seal(nik.encode(), owner=code),
        nik_index=doors.vault.index(nik),
        nik_last4=nik[-4:],
        household_id=household_id,
        waiting_since=doors.clock.now(),
    )
    live.add(card)
    live.flush()
    live.add(CardMove(card_id=card.id, at=doors.clock.now(), to_place="office", why="import"))
    return card


def publish(
    doors: Doors,
    courier_id: int,
    households: Sequence[int],
    day: date = TODAY,
    keep: dict[int, str] | None = None,
) -> int:
    """Publish a route through these doors, replacing the courier's last; returns its id.

    Args:
        doors: clock.
        courier_id: whose route.
        households: in the order of the visits.
        day: the service day.
        keep: visits by household that an earlier version had already.
    """
    now = doors.clock.now()
    with transaction() as live:
        earlier = live.query(Manifest).filter_by(courier_id=courier_id, date=day).all()
        for manifest in earlier:
            manifest.replaced_at = manifest.replaced_at or now
        plan = Plan(
            date=day,
            state="published",
            problem={"parts": []},
            plan={"parts": [], "unassigned": []},
            created_at=now,
        )
        live.add(plan)
        live.flush()
        start = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
        manifest = Manifest(
            plan_id=plan.id,
            courier_id=courier_id,
            date=day,
            number=courier_id,
            version=len(earlier) + 1,
            starts_at=start,
            ends_at=start + timedelta(hours=6),
            duration_s=7200,
            distance_m=12_000,
            published_at=now,
        )
        manifest.stops = [
            _stop(live, home, position, start, (keep or {}).get(home))
            for position, home in enumerate(households, 1)
        ]
        live.add(manifest)
        live.flush()
        return manifest.id


def visits_of(manifest_id: int) -> dict[int, str]:
    """Return the visit ids of a manifest by household."""
    with transaction() as live:
        stops = live.query(Stop).filter_by(manifest_id=manifest_id).order_by(Stop.sequence)
        return {stop.household_id: stop.visit for stop in stops}


def cards_of(household_id: int) -> list[int]:
    with transaction() as live:
        return [card.id for card in live.query(Card).filter_by(household_id=household_id)]


def _stop(live: Live, home: int, position: int, start: datetime, visit: str | None) -> Stop:
    cards = live.query(Card).filter_by(household_id=home).order_by(Card.id).all()
    return Stop(
        visit=visit or str(uuid.uuid4()),
        sequence=position,
        household_id=home,
        arrival=start + timedelta(minutes=7 * position),
        service_s=120,
        travel_s=300,
        distance_m=400,
        cards=cards,
    )
