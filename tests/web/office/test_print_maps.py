"""Maps to print read back from the PDF: index, insets, closures, each within its rights."""

import io
import re

import pytest
from flask import Flask
from pypdf import PdfReader

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.route_sheets import sheets_of
from field.store.db import session, transaction
from field.store.tables import Household, Job, RoadClosure, Stop
from tests.canary import work
from tests.conftest import sign_in
from tests.routes_on_paper import DAY, NIK, publish
from web.paper.ground import Ground
from web.paper.printed_map import printed_map

POINTS_PER_MM = 72 / 25.4


def pages_of(app: Flask, path: str, who: str = "asep") -> list[str]:
    answer = sign_in(app, who).get(f"/kantor/lembar/{path}")
    assert answer.status_code == 200, answer.get_data(as_text=True)
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline")
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer.data)).pages]


def crowd(manifest_id: int, count: int) -> list[str]:
    """Put the first doors of a route into one gang; returns their sequence numbers."""
    with transaction() as live:
        stops = live.query(Stop).filter_by(manifest_id=manifest_id).order_by(Stop.sequence).all()
        lat, lon = stops[0].household.lat or 0, stops[0].household.lon
        for number, stop in enumerate(stops[:count]):
            stop.household.lat, stop.household.lon = lat + number * 0.00004, lon
            stop.household.rt = "009"
        return [str(stop.sequence) for stop in stops[:count]]


def close_road(manifest_id: int, profiles: list[str]) -> None:
    with transaction() as live:
        home = live.query(Household).join(Stop).filter(Stop.manifest_id == manifest_id).first()
        assert home
        assert home.lat
        assert home.lon
        points = [[home.lat, home.lon], [home.lat + 0.001, home.lon]]
        row = RoadClosure(shape="line", points=points, effect="closed", reason="flood")
        row.profiles, row.begins, row.created_at = profiles, DAY, home.cards[0].waiting_since
        live.add(row)


def test_a_map_has_each_stop_once_in_its_index_and_says_whose_it_is(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=12)[0]
    pages = pages_of(app, f"peta/rute/{manifest_id}")
    text = "\n".join(pages)
    index = text[text.index("Indeks RT/RW") :]
    row = re.search(r"007 003 ([A-F][1-6](?:, [A-F][1-6])*) 1-12\b", " ".join(index.split()))
    assert row
    assert "Peta rute 1 · Kurir 1" in pages[0]
    assert "rumah dan urutannya" in pages[0]
    assert re.search(r"\d+ (?:m|km)\b", pages[0])
    assert f"hal. {len(pages)} dari {len(pages)}" in pages[-1]


def test_a_crowded_gang_gets_an_inset_with_its_numbers(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=14)[0]
    crowded = crowd(manifest_id, 6)
    sheet = sheets_of(DAY, None, doors)[0]
    plan = printed_map(sheet, Ground("32.71"))
    assert plan.map
    large = {mark.label for mark in plan.map.marks}
    assert "S1" in large
    inside = [{mark.label for mark in inset.map.marks} for inset in plan.insets]
    assert set(crowded) <= set.union(*inside)
    assert large | set.union(*inside) >= {str(number) for number in range(1, 15)}
    assert plan.insets[0].map.frame.metres * 2 <= plan.map.frame.metres
    text = " ".join("\n".join(pages_of(app, f"peta/rute/{manifest_id}")).split())
    assert "S1 · kotak" in text
    assert re.search(r"007 009 [A-F1-6, ]+ 1-6 S1", text)


def test_numbers_of_an_inset_can_be_read(doors: Doors, people: dict[str, Person]) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=14)[0]
    crowd(manifest_id, 6)
    plan = printed_map(sheets_of(DAY, None, doors)[0], Ground("32.71"))
    for drawing in [plan.map, *(inset.map for inset in plan.insets)]:
        assert drawing
        for i, mark in enumerate(drawing.marks):
            for other in drawing.marks[i + 1 :]:
                apart = (mark.x - other.x) ** 2 + (mark.y - other.y) ** 2
                assert apart > (2 * drawing.radius - 1) ** 2, (mark.label, other.label)


def test_all_routes_begin_with_an_overview_that_indexes_them(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=3, stops=6)
    pages = pages_of(app, f"peta/{DAY}")
    assert "Peta semua rute" in pages[0]
    for number in (1, 2, 3):
        assert f"Kurir {number}, Lurah" in pages[0]
        assert any(f"Peta rute {number} · Kurir {number}" in page for page in pages[1:])
    assert re.search(r"007 003 [A-F][1-6].*? [123]\b", " ".join(" ".join(pages[:2]).split()))


def test_a_closed_road_is_on_sheet_and_map_of_whom_it_concerns(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=5)[0]
    close_road(manifest_id, ["mobil"])
    for path in (f"rute/{manifest_id}", f"peta/rute/{manifest_id}"):
        assert "Ditutup: Banjir" not in " ".join(pages_of(app, path))  # he rides a motorbike
    close_road(manifest_id, ["motor"])
    for path in (f"rute/{manifest_id}", f"peta/rute/{manifest_id}", f"peta/{DAY}"):
        assert "Ditutup: Banjir (Motor)" in " ".join(pages_of(app, path))


def test_no_nik_and_no_name_is_on_a_map(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=2, stops=6)
    text = " ".join(pages_of(app, f"peta/{DAY}"))
    assert not re.search(r"\d{10,}", text.replace(" ", ""))
    assert NIK[-6:] not in text
    names = {stop.name for sheet in sheets_of(DAY, None, doors) for stop in sheet.stops}
    assert names
    assert not [name for name in names if name in text]


def test_type_is_twelve_points_or_more(app: Flask, doors: Doors, people: dict[str, Person]) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=8)[0]
    crowd(manifest_id, 5)
    answer = sign_in(app, "asep").get(f"/kantor/lembar/peta/rute/{manifest_id}")
    sizes: set[float] = set()

    def look(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            size *= abs(tm[3]) * abs(cm[3])
            # A drawing counts in mm, and the reader does not tell its scale.
            sizes.add(round(size if size > 5 else size * POINTS_PER_MM, 1))

    for page in PdfReader(io.BytesIO(answer.data)).pages:
        page.extract_text(visitor_text=look)
    assert sizes
    assert min(sizes) >= 11.9, sorted(sizes)


def test_a_dispatcher_prints_the_own_kecamatan_only(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2)
    other = publish(doors, routes=1, stops=2, kecamatan="32.71.03", first=9)[0]
    text = " ".join(pages_of(app, f"peta/{DAY}?kecamatan=32.71.03", who="siti"))
    assert "Kurir 1" in text
    assert "Kurir 9" not in text
    assert sign_in(app, "siti").get(f"/kantor/lembar/peta/rute/{other}").status_code == 404
    assert sign_in(app, "budi").get(f"/kantor/lembar/peta/{DAY}").status_code == 403
    assert sign_in(app, "asep").get("/kantor/lembar/peta/2026-01-02").status_code == 404


def test_many_maps_go_by_the_job(app: Flask, doors: Doors, people: dict[str, Person]) -> None:
    assert people
    publish(doors, routes=2, stops=46)
    siti = sign_in(app, "siti")
    assert siti.get(f"/kantor/lembar/peta/{DAY}").status_code == 302
    answer = siti.post(f"/kantor/lembar/peta/{DAY}/siapkan")
    job = session().query(Job).one()
    assert answer.location.endswith(f"/kantor/lembar/siap/{job.id}")
    work(doors)
    body = siti.get(f"/kantor/lembar/berkas/{job.id}").data
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]
    assert "Peta semua rute" in pages[0]
    assert any("Peta rute 2 ·" in page for page in pages)


def test_without_pango_the_map_is_a_page_to_print(
    app: Flask, doors: Doors, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert people
    publish(doors, routes=2, stops=3)
    monkeypatch.setattr("web.office.print.can_make_pdf", lambda: False)
    answer = sign_in(app, "asep").get(f"/kantor/lembar/peta/{DAY}")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/html"
    assert "Indeks RT/RW" in text
    assert "style=" not in text


def test_a_route_without_any_point_still_has_its_index(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=3)[0]
    with transaction() as live:
        for home in live.query(Household):
            home.lat = home.lon = home.confidence = None
    text = " ".join(" ".join(pages_of(app, f"peta/rute/{manifest_id}")).split())
    assert "Belum satu pun rumah" in text
    assert "007 003 (3 tanpa titik) 1-3" in text
