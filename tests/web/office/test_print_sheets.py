"""Route sheets read back from the PDF: every stop, no NIK, each route on its own pages."""

import io
import re
import subprocess
from pathlib import Path

import pytest
from flask import Flask
from pypdf import PdfReader

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.route_sheets import sheets_of
from field.store.db import transaction
from field.store.tables import Household
from tests.conftest import sign_in
from tests.routes_on_paper import DAY, NIK, publish
from web.paper import pdf as pdf_module

POINTS_PER_MM = 72 / 25.4


def pages_of(body: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


def fetch(app: Flask, path: str, who: str = "asep") -> bytes:
    answer = sign_in(app, who).get(path)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    assert answer.mimetype == "application/pdf"
    return bytes(answer.data)


def test_all_routes_are_one_pdf_and_each_begins_on_a_new_page(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=3, stops=9)
    pages = pages_of(fetch(app, f"/kantor/lembar/{DAY}"))

    firsts = [i for i, text in enumerate(pages) if re.search(r"hal\. 1 dari", text)]
    assert len(firsts) == 3
    for number, (begin, end) in enumerate(
        zip(firsts, [*firsts[1:], len(pages)], strict=True), start=1
    ):
        for count, text in enumerate(pages[begin:end], start=1):
            assert f"Rute {number} · Kurir {number}" in text
            assert f"hal. {count} dari {end - begin}" in text


def test_each_stop_and_code_stands_in_the_sheet_in_order(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=15)[0]
    sheet = sheets_of(DAY, None, doors)[0]
    text = "\n".join(pages_of(fetch(app, f"/kantor/lembar/rute/{manifest_id}")))

    codes = [card.code for stop in sheet.stops for card in stop.cards]
    places = [text.index(code) for code in codes]
    assert places == sorted(places)
    assert all(card.name in text for stop in sheet.stops for card in stop.cards)
    for words in ("Nama penerima", "Tanda tangan", "RT/RW", "Rekap rute 1", "Kartu dibawa", "Jam"):
        assert words in text
    assert str(sheet.cards) in text[text.index("Kartu dibawa") :]


def test_no_stop_is_split_between_pages(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=23)[0]
    sheet = sheets_of(DAY, None, doors)[0]
    pages = pages_of(fetch(app, f"/kantor/lembar/rute/{manifest_id}"))

    for text in pages:
        codes = [stop.cards[0].code for stop in sheet.stops if stop.cards[0].code in text]
        assert text.count("Tanda tangan") == text.count("Nama penerima") == len(codes)
    assert sum(text.count("Tanda tangan") for text in pages) == 23


def test_no_nik_not_even_its_end_is_on_paper(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=8, handpicked=True)[0]
    with transaction() as live:
        for home in live.query(Household):
            home.landmark = f"KTP {NIK}"
            home.brief = f"nomor {NIK[:6]}-{NIK[6:]}"
    for path in (f"rute/{manifest_id}", f"arahan/{manifest_id}", f"label/{manifest_id}", str(DAY)):
        text = " ".join(pages_of(fetch(app, f"/kantor/lembar/{path}")))
        assert not re.search(r"\d{10,}", text.replace(" ", "").replace("-", ""))
        assert NIK[-6:] not in text


def test_type_is_twelve_points_or_more_on_a4_with_margins(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=6)[0]
    page = PdfReader(io.BytesIO(fetch(app, f"/kantor/lembar/rute/{manifest_id}"))).pages[0]
    assert float(page.mediabox.width) == pytest.approx(210 * POINTS_PER_MM, abs=1)
    assert float(page.mediabox.height) == pytest.approx(297 * POINTS_PER_MM, abs=1)

    sizes: set[float] = set()
    left: list[float] = []

    def look(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            size *= abs(tm[3]) * abs(cm[3])
            # The map's drawing counts in mm, and the reader does not tell its scale.
            sizes.add(round(size if size > 5 else size * POINTS_PER_MM, 1))
            if size > 5:
                left.append(cm[0] * tm[4] + cm[4])

    page.extract_text(visitor_text=look)
    assert sizes
    assert min(sizes) >= 11.9, sorted(sizes)
    assert min(left) >= 12 * POINTS_PER_MM - 1


def test_a_qr_on_paper_is_read_as_the_envelopes_code(
    app: Flask, doors: Doors, people: dict[str, Person], tmp_path: Path
) -> None:
    """The picture in the PDF is, dot for dot, the QR code of that envelope."""
    assert people
    manifest_id = publish(doors, routes=1, stops=1)[0]
    code = sheets_of(DAY, None, doors)[0].stops[0].cards[0].code
    (tmp_path / "sheet.pdf").write_bytes(fetch(app, f"/kantor/lembar/rute/{manifest_id}"))
    subprocess.run(  # noqa: S603 - poppler's own tool on our own file
        ["pdfimages", "-png", str(tmp_path / "sheet.pdf"), str(tmp_path / "image")],  # noqa: S607 - found on the PATH
        check=True,
    )
    import segno
    from PIL import Image

    wanted = [[bool(dot) for dot in row] for row in segno.make_qr(code, error="q").matrix]
    picture = Image.open(next(tmp_path.glob("image*.png"))).convert("L")
    step = picture.width // (len(wanted) + 4)
    seen = [
        [
            picture.getpixel(((x + 2) * step + 1, (y + 2) * step + 1)) == 0
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert seen == wanted


def test_a_dispatcher_prints_the_own_kecamatan_only(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    publish(doors, routes=1, stops=2, kecamatan="32.71.01")
    other = publish(doors, routes=1, stops=2, kecamatan="32.71.03", first=9)[0]
    siti = sign_in(app, "siti")

    text = " ".join(pages_of(siti.get(f"/kantor/lembar/{DAY}?kecamatan=32.71.03").data))

    assert "Kurir 1" in text
    assert "Kurir 9" not in text
    for kind in ("rute", "arahan", "label"):
        assert siti.get(f"/kantor/lembar/{kind}/{other}").status_code == 404
    assert sign_in(app, "budi").get(f"/kantor/lembar/{DAY}").status_code == 403


def test_a_brief_is_one_page_for_a_person_with_handpicked_doors(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    guest = publish(doors, routes=1, stops=5, handpicked=True)[0]
    plain = publish(doors, routes=1, stops=5, first=5)[0]

    pages = pages_of(fetch(app, f"/kantor/lembar/arahan/{guest}"))

    assert len(pages) == 1
    assert "Arahan kunjungan" in pages[0]
    assert "Mengapa: Lansia, mohon sabar di pintu" in pages[0]
    assert "gratis" in pages[0]
    refused = sign_in(app, "asep").get(f"/kantor/lembar/arahan/{plain}")
    assert refused.status_code == 404
    assert "sheet.no_handpicked" in refused.get_data(as_text=True)


def test_labels_are_fourteen_a_page_one_a_card(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=14)[0]  # 16 cards
    pages = pages_of(fetch(app, f"/kantor/lembar/label/{manifest_id}"))
    codes = [re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}", text) for text in pages]
    assert [len(found) for found in codes] == [14, 2]


def test_without_pango_the_same_sheet_is_a_page_to_print(
    app: Flask, doors: Doors, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert people
    manifest_id = publish(doors, routes=1, stops=3, handpicked=True)[0]
    monkeypatch.setattr("web.office.print.can_make_pdf", lambda: False)
    asep = sign_in(app, "asep")
    for path in (str(DAY), f"rute/{manifest_id}", f"arahan/{manifest_id}", f"label/{manifest_id}"):
        answer = asep.get(f"/kantor/lembar/{path}")
        assert answer.mimetype == "text/html"
        assert answer.status_code == 200
    text = asep.get(f"/kantor/lembar/rute/{manifest_id}").get_data(as_text=True)
    assert "Nama penerima" in text
    assert "style=" not in text  # the office's policy forbids it


def test_a_day_without_routes_says_so(app: Flask, people: dict[str, Person]) -> None:
    assert people
    asep = sign_in(app, "asep")
    answer = asep.get(f"/kantor/lembar/{DAY}")
    assert answer.status_code == 404
    assert "sheet.no_routes" in answer.get_data(as_text=True)
    assert "Belum ada rute" in asep.get(f"/kantor/lembar?tanggal={DAY}").get_data(as_text=True)
    assert asep.get("/kantor/lembar?tanggal=besok").status_code == 422


def test_a_name_cannot_make_the_server_fetch_anything(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app
    asked: list[str] = []
    weasyprint = pdf_module._weasyprint()
    assert weasyprint is not None
    monkeypatch.setattr(
        "urllib.request.OpenerDirector.open", lambda _self, request, **_: asked.append(request)
    )
    body = pdf_module.pdf_of(
        ['<img src="http://jahat.example/a.png"><img src="file:///etc/passwd"><p>isi</p>'], "t"
    )
    assert asked == []
    assert "isi" in pages_of(body)[0]
