"""A driver's morning for the stub office: fetched, brought home, called for, and one at the bed."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from field.gateways.clock import SystemClock
from tests.browser.phone.stub_office import StubOffice, make_stop, stop_id

ZONE = ZoneInfo("Asia/Jakarta")
CARE: dict[str, Any] = {
    "aid": "wheelchair_folds", "companion": True,
    "companion_name": "Rudi", "companion_phone": "6281300000001",
    "medicine_hours": ["08:00", "13:00"], "toilet_stops": True, "hard_of_hearing": True,
    "note": "Bicara pelan, duduk di depan",
}  # fmt: skip
PICKUP, AT_OFFICE, LEAVE, AT_HOME, BED = (stop_id(number) for number in range(1, 6))


def at(hour: int, minute: int = 0) -> str:
    today = SystemClock().now().astimezone(ZONE)
    return today.replace(hour=hour, minute=minute, second=0, microsecond=0).isoformat()


def soon(minutes: int) -> str:
    return (SystemClock().now() + timedelta(minutes=minutes)).astimezone(ZONE).isoformat()


def drive(office: StubOffice, *, will_call: bool = False, ends: str = "") -> None:
    """Give the office a driver's route: one household there and back, then a visit at a bed."""
    people = [
        {"id": 1, "name": "Ibu Warsih", "aid": "Kursi roda lipat", "companion": True},
        {"id": 2, "name": "Bapak Karta", "aid": "Jalan sendiri", "companion": False},
    ]
    both = {"outbound": [stop_id(1), stop_id(2)], "return": [stop_id(3), stop_id(4)]}
    office.stops = [
        _stop(1, 11, "pickup", "outbound", people, both, office=None),
        _stop(2, 11, "dropoff", "outbound", people, both, office="Kecamatan Bogor Selatan"),
        _stop(3, 12, "pickup", "return", people, both, office="Kecamatan Bogor Selatan"),
        _stop(4, 12, "dropoff", "return", people, both, office=None),
        _stop(5, None, "kit", "outbound", people[:1], {"outbound": [stop_id(5)]}, office=None),
    ]
    for stop in office.stops[2:4]:
        stop["trip"]["will_call"] = will_call
    office.ends = ends or at(23, 59)
    office.care = {trip: [CARE | {"person": 1, "name": "Ibu Warsih"}] for trip in (11, 12, BED)}


def _stop(  # noqa: PLR0913 - a stop has this many sides
    number: int,
    trip: int | None,
    what: str,
    leg: str,
    people: list[dict[str, Any]],
    visits: dict[str, list[str]],
    *,
    office: str | None,
) -> dict[str, Any]:
    stop = make_stop(number)
    del stop["phone"]
    return stop | {
        "arrival": at(8, number),
        "name": " + ".join(one["name"] for one in people),
        "phone": "6281234567890",
        "cards": [],
        "history": [],
        "trip": {
            "id": trip, "what": what, "leg": leg, "visits": visits[leg], "will_call": False,
            "office": office, "request": "R7Q2K" if trip else "B4K9T", "check_code": "4821",
            "meet_note": "Mulut Gg. Mawar II, depan warung Bu Tini",
            "contact": "Rudi", "people": people,
            "requested": [at(8), at(10) if leg == "outbound" else None],
            "promised": [at(8), at(8, 30)] if what == "pickup" else [None, None],
            "performed": None, "told": [],
        },
    }  # fmt: skip


def told(office: StubOffice, kind: str, when: str, seq: int) -> None:
    """Let the office know a fact of the way there, as another phone of his told it."""
    fact = {"id": f"told-{seq}", "kind": kind, "at": when, "seq": seq, "people": []}
    for stop in office.stops[:2]:
        stop["trip"]["told"].append(fact)
