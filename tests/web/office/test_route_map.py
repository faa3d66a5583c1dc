"""The folium map: local files only, its own policy, nothing that a name could run."""

import re
from datetime import timedelta

from flask import Flask

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import transaction
from field.store.tables import Card, Household, RoadClosure, User
from tests.conftest import sign_in
from tests.routes_on_paper import DAY, NIK, publish
from web.office.folium_map import MOST_NUMBERS
from web.office.route_colours import look_of

FRAME = f"/kantor/hari-ini/peta/isi?tanggal={DAY}"


def page(app: Flask, path: str = FRAME, who: str = "asep") -> str:
    answer = sign_in(app, who).get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_no_address_of_another_host_is_in_the_page(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors)
    text = page(app)
    assert "L.map(" in text
    assert not re.search(r"https?:|(?:src|href)=\"//|url\(//", text)
    assert "jquery" not in text.lower()
    links = re.findall(r"(?:src|href)=\"([^\"]+)\"", text)
    client = app.test_client()
    assert links
    for link in links:
        with client.get(link) as answer:
            assert answer.status_code == 200


def test_its_policy_lets_nothing_out(app: Flask, doors: Doors, people: dict[str, Person]) -> None:
    assert people
    publish(doors)
    policy = sign_in(app, "asep").get(FRAME).headers["Content-Security-Policy"]
    assert policy == (
        "sandbox allow-scripts; default-src 'none'; "
        "script-src 'unsafe-inline' http://localhost; "
        "style-src 'unsafe-inline' http://localhost; "
        "img-src http://localhost data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'"
    )
    outer = page(app, f"/kantor/hari-ini/peta?tanggal={DAY}")
    assert 'sandbox="allow-scripts"' in outer
    assert "allow-same-origin" not in outer


def test_each_stop_has_its_number_and_no_nik(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=3)
    text = page(app)
    for label in ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3"):
        assert re.search(rf"stop-number[^/]*\\u003e{label}\\u003c", text)
    assert "Batas" not in text or NIK not in text
    assert NIK[-4:] not in re.sub(r"[0-9a-f]{32}|[\d.]{8,}", "", text)
    assert "batas kelurahan" in text


def test_a_name_is_only_text(app: Flask, doors: Doors, people: dict[str, Person]) -> None:
    """Neither HTML, nor script, nor a template of the map's own engine."""
    assert people
    publish(doors, routes=1, stops=1)
    with transaction() as live:
        evil = "{{ 7717*7919 }}{% raw %}{# x #}</script><img src=x onerror=alert(1)>`${1}`"
        live.query(Card).one().name = evil
        home = live.query(Household).one()
        home.street = home.raw = evil
        live.query(User).filter_by(username="kurir1").one().name = evil
    text = page(app)
    assert text.count("7717*7919") >= 4  # the popup's name and door, the title, the legend
    assert str(7717 * 7919) not in text
    assert "<img src=x" not in text
    assert text.count("</script>") == text.count("<script")


def test_a_dispatcher_sees_the_own_kecamatan_only(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2, kecamatan="32.71.03", first=8)
    publish(doors, routes=1, stops=2)
    text = page(app, f"{FRAME}&kecamatan=32.71.03", who="siti")
    assert "Kurir 1" in text
    assert "Kurir 8" not in text
    assert sign_in(app, "wati").get(FRAME).status_code == 403


def test_one_route_can_be_chosen_and_too_many_doors_are_lines_only(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=MOST_NUMBERS // 2 + 1)
    text = page(app)
    assert "stop-number" not in text
    assert "pilih satu rute" in text
    assert "stop-number" in page(app, f"{FRAME}&rute=2")
    assert "stop-number" in page(app, f"{FRAME}&rute=2&kecamatan=32.71.01")


def test_closed_roads_of_the_day_are_drawn_and_said(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors)
    with transaction() as live:
        points = [[-6.611, 106.8004], [-6.612, 106.801]]
        row = RoadClosure(shape="line", points=points, effect="closed", reason="market")
        row.profiles, row.begins, row.created_at = ["motor"], DAY, doors.clock.now()
        row.ends = DAY
        live.add(row)
    text = page(app)
    assert text.count("Ditutup: Pasar (Motor)") == 2  # on a touch, and in the legend
    assert "#b3261e" in text
    later = page(app, FRAME.replace(str(DAY), str(DAY + timedelta(days=1))))
    assert "Ditutup" not in later


def test_a_day_without_routes_still_has_its_map(app: Flask, people: dict[str, Person]) -> None:
    assert people
    assert "L.map(" in page(app)
    assert "Belum ada rute" in page(app, f"/kantor/hari-ini/peta?tanggal={DAY}")


def test_neighbouring_routes_never_look_alike() -> None:
    looks = [look_of(number) for number in range(1, 29)]
    assert len({(look.colour, look.dash) for look in looks}) == 28
    assert look_of(1) == look_of(29)
