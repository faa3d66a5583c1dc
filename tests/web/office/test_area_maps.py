"""Peta under Laporan: figures agree with the cards, a kecamatan bounds them, files are local."""

import json
import re

from flask import Flask

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.store.db import session, transaction
from field.store.tables import Card, Household, Stop
from tests.builders import TODAY, make_courier
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.phones import Phone
from tests.routes_on_paper import DAY, NIK, publish

ROOT = "/kantor/laporan/peta"
OURS = {"X-Requested-With": "antarjemput"}


def page(app: Flask, path: str, who: str = "asep") -> str:
    answer = sign_in(app, who).get(f"{ROOT}/{path}")
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def heaps(text: str) -> list[list[tuple[float, float, int, str]]]:
    found = re.search(r"addHeaps\(\w+, (\[.*?\]), \"", text, re.S)
    assert found
    levels: list[list[tuple[float, float, int, str]]] = json.loads(found[1])
    return levels


def numbered() -> None:
    """Give the doors different RTs, and let every other card be received."""
    with transaction() as live:
        for number, home in enumerate(live.query(Household).order_by(Household.id)):
            home.rt = f"{number % 3 + 1:03d}"
        for number, card in enumerate(live.query(Card).order_by(Card.id)):
            card.place = ("office", "resident", "courier", "withdrawn")[number % 4]


def test_heaps_of_each_level_hold_all_waiting_cards(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=8)
    publish(doors, routes=1, stops=8, kecamatan="32.71.03", first=5)
    numbered()
    waiting = session().query(Card).filter(Card.place.in_(("office", "courier"))).count()
    text = page(app, "menunggu/isi")
    levels = heaps(text)
    assert [sum(cards for *_, cards, _ in level) for level in levels] == [waiting] * 4
    assert [len(level) for level in levels] == [2, 3, 3, 9]
    assert any(name.startswith("RT 001/RW 007, ") for *_, name in levels[3])
    assert f"<b>{waiting}</b>" in text
    table = page(app, "menunggu")
    assert sum(map(int, re.findall(r"<td class=\"num\">(\d+)</td></tr>", table))) == 2 * waiting


def test_a_card_without_a_point_is_counted_and_said(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=3)
    with transaction() as live:
        home = live.query(Household).first()
        assert home
        home.lat = home.lon = home.confidence = None
        home.rt = "009"
    text = page(app, "menunggu/isi")
    assert "1 kartu belum punya titik" in text
    assert sum(cards for *_, cards, _ in heaps(text)[3]) == 2


def test_heat_leaves_out_what_is_only_the_middle_of_a_kelurahan(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=4)
    with transaction() as live:
        home = live.query(Household).first()
        assert home
        home.confidence = "kelurahan"
    text = page(app, "menunggu/isi?cara=panas")
    cells = re.search(r"L\.heatLayer\(\s*(\[.*?\]\])", text, re.S)
    assert cells
    assert sum(cards for *_, cards in json.loads(cells[1])) == 3
    assert "area-heaps" not in text


def test_coverage_and_success_agree_with_cards_and_events(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = make_courier(people["budi"].id)
    publish(doors, routes=1, stops=4, day=TODAY)
    with transaction() as live:
        stops = live.query(Stop).order_by(Stop.sequence).all()
        stops[0].manifest.courier_id = courier
        where = stops[0].household.kelurahan
        tries = [(stop.visit, [card.id for card in stop.cards]) for stop in stops]
    phone = Phone(clock)
    failed = phone.failed(*tries[1])
    events = [phone.delivered(*tries[0]), failed, phone.failed(*tries[2])]
    events.append(phone.undone(tries[2][0], events[2]))
    answer = sign_in(app, "budi").post("/api/events", json=phone.batch(*events), headers=OURS)
    assert answer.status_code == 200
    asep = sign_in(app, "asep")
    lines = asep.get(f"{ROOT}/cakupan.csv?dari={TODAY}&sampai={TODAY}").get_data(as_text=True)
    name = next(part for part in lines.splitlines() if ";4;" in part).split(";")
    assert where
    assert name[2:] == ["4", "1", "3", "25", "1", "1", "50"]
    early = asep.get(f"{ROOT}/cakupan.csv?dari=2026-11-01&sampai=2026-11-23").get_data(as_text=True)
    assert ";25;0;0;" in early


def test_the_choropleth_names_its_classes_and_writes_the_figures(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=8)
    numbered()
    text = page(app, "cakupan/isi?kecamatan=32.71.01")
    share = re.search(r"area-figure[^/]*?(\d+)%", text)
    assert share
    number = min(int(share[1]) // 20, 4)
    assert f"url(#class-{number})" in text
    assert all(f'id="class-{n}"' in text for n in range(5))


def test_no_other_host_and_no_number_of_a_person(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=5)
    client = app.test_client()
    for path in (
        "menunggu/isi",
        "menunggu/isi?cara=panas",
        "cakupan/isi",
        "cakupan/isi?ukur=success",
    ):
        text = page(app, path)
        assert "L.map(" in text
        assert not re.search(r"https?:|(?:src|href)=\"//|url\(//", text), path
        assert NIK[-4:] not in re.sub(r"[0-9a-f]{32}|[\d.]{8,}", "", text)
        for link in re.findall(r"(?:src|href)=\"([^\"]+)\"", text):
            with client.get(link) as answer:
                assert answer.status_code == 200, link


def test_a_dispatcher_sees_the_own_kecamatan_whatever_is_asked(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=4)
    publish(doors, routes=1, stops=7, kecamatan="32.71.03", first=5)
    for path in ("menunggu", "menunggu/isi", "cakupan", "cakupan/isi", "cakupan.csv"):
        text = page(app, f"{path}?kecamatan=32.71.03", who="siti")
        assert "Bondongan" in text
        assert "Gudang" not in text
    assert sign_in(app, "budi").get(f"{ROOT}/menunggu").status_code == 403


def test_a_wrong_period_says_so_and_still_shows_a_page(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    asep = sign_in(app, "asep")
    for wrong in ("dari=2026-11-20&sampai=2026-11-10", "dari=kemarin", "dari=2024-01-01"):
        answer = asep.get(f"{ROOT}/cakupan?{wrong}")
        assert answer.status_code == 422
        assert 'role="alert"' in answer.get_data(as_text=True)
        assert asep.get(f"{ROOT}/cakupan.csv?{wrong}").status_code == 422


def test_a_download_of_the_day_keeps_to_the_chosen_route(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=3)
    publish(doors, routes=1, stops=3, kecamatan="32.71.03", first=9)
    path = f"/kantor/hari-ini/peta/berkas/{DAY}"
    siti = sign_in(app, "siti")
    for suffix, kind in (("gpx", "gpx+xml"), ("kml", "kml+xml"), ("geojson", "geo+json")):
        answer = siti.get(f"{path}.{suffix}?kecamatan=32.71.03")
        text = answer.get_data(as_text=True)
        assert kind in (answer.mimetype or "")
        assert "Kurir 1" in text
        assert "Kurir 2" in text
        assert "Kurir 9" not in text
        assert "Kurir 1" not in siti.get(f"{path}.{suffix}?rute=2").get_data(as_text=True)
    assert siti.get(f"{path}.csv?rute=9").status_code == 404
    names = siti.get(f"{path}.csv?nama=ya").get_data(as_text=True)
    plain = siti.get(f"{path}.csv").get_data(as_text=True)
    assert len(names) > len(plain)
    assert NIK[-6:] not in names
