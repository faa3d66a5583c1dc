"""What maps and sheets are told of published routes, and whose they may see."""

import pytest

from field.domain.fault import Fault
from field.domain.route_sheet import RouteSheet, SheetCard, SheetStop
from field.gateways.doors import Doors
from field.services.route_sheets import days_with_sheets, sheet_of, sheets_of
from field.store.db import transaction
from field.store.tables import Household, Manifest
from tests.routes_on_paper import DAY, NIK, publish

pytestmark = pytest.mark.both_databases

SELATAN, TENGAH = "32.71.01", "32.71.03"


def test_a_day_is_told_by_route_number_and_in_the_order_of_stops(doors: Doors) -> None:
    publish(doors, routes=3, stops=8)

    sheets = sheets_of(DAY, None, doors)

    assert [sheet.number for sheet in sheets] == [1, 2, 3]
    assert [stop.sequence for stop in sheets[0].stops] == list(range(1, 9))
    assert sheets[0].cards == 9  # the seventh door waits for two
    assert sheets[0].start is not None
    assert sheets[0].start.name == "Kantor Kelurahan Bondongan"


def test_a_kecamatan_sees_its_own_routes_only(doors: Doors) -> None:
    own = publish(doors, kecamatan=SELATAN)
    others = publish(doors, kecamatan=TENGAH, first=10)

    assert [sheet.manifest_id for sheet in sheets_of(DAY, SELATAN, doors)] == own
    assert sheet_of(own[0], SELATAN, doors).manifest_id == own[0]
    with pytest.raises(Fault) as refused:
        sheet_of(others[0], SELATAN, doors)
    assert refused.value.code == "not_found"


def test_a_replaced_version_is_not_of_the_day_but_can_be_looked_at(doors: Doors) -> None:
    first, second = publish(doors)
    with transaction() as live:
        old = live.get(Manifest, first)
        assert old
        old.replaced_at = doors.clock.now()

    assert [sheet.manifest_id for sheet in sheets_of(DAY, None, doors)] == [second]
    assert sheet_of(first, None, doors).replaced
    assert days_with_sheets(None, DAY) == [DAY]


def test_a_sheet_has_no_place_for_a_nik(doors: Doors) -> None:
    publish(doors, routes=1, stops=1)
    with transaction() as live:
        home = live.query(Household).one()
        home.street, home.number = "", ""
        home.raw = home.landmark = home.brief = f"rumah {NIK} atau {NIK[:4]} {NIK[4:8]} {NIK[8:]}"

    sheet = sheets_of(DAY, None, doors)[0]

    assert NIK[-4:] not in repr(sheet)
    assert sheet.stops[0].door == "rumah … atau …"
    fields = {
        name for kind in (RouteSheet, SheetStop, SheetCard) for name in kind.__dataclass_fields__
    }
    assert not {name for name in fields if "nik" in name or "last4" in name}


def test_a_door_without_a_point_is_counted_not_drawn(doors: Doors) -> None:
    publish(doors, routes=1, stops=3)
    with transaction() as live:
        home = live.query(Household).first()
        assert home
        home.lat = home.lon = None

    sheet = sheets_of(DAY, None, doors)[0]

    assert sheet.without_point == 1
    assert len(sheet.points) == 4  # two doors, and the office at both ends
