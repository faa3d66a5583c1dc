"""A family that asks on its phone, page by page, with scripts or without."""

import io
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Page, expect

SMALLEST = {"width": 320, "height": 640}
QUESTIONS = (
    "Siapa yang perlu direkam?",
    "Apa yang bisa dilakukan",
    "Ada orang lain di rumah",
    "Di mana rumahnya?",
    "Foto depan rumah",
    "Kapan sebaiknya",
    "Siapa yang bisa kami hubungi?",
    "Periksa, lalu kirim",
)


@dataclass(frozen=True)
class Family:
    """What one household types."""

    name: str
    street: str
    phone: str
    returns: str = "siap"  # they call when they are ready


def ask(page: Page, url: str, family: Family) -> str:
    """Answer each page and send; returns the address of the page to follow it."""
    page.goto(f"{url}/jemput")
    page.get_by_role("button", name="Mulai mengisi").or_(
        page.get_by_role("link", name="Mulai mengisi")
    ).click()
    fill = (_who, _help, _nobody_else, _home, _photo, _hours, _contact, _agree)
    for question, step in zip(QUESTIONS, fill, strict=True):
        expect(page.get_by_role("heading", level=1)).to_contain_text(question)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, question
        step(page, family)
        page.locator("form[data-keep] > button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Permohonan terkirim")
    link = page.get_by_role("button", name="Lihat permohonan ini").get_attribute("href")
    assert link
    return link


def _who(page: Page, family: Family) -> None:
    page.get_by_label("Nama lengkap").fill(family.name)
    page.locator("input[name=umur]").nth(1).check()


def _help(page: Page, _family: Family) -> None:
    page.locator("input[name=bantuan][value=arm]").check()
    page.get_by_text("Hal yang perlu diketahui sopir").click()
    page.get_by_label("Jam minum obat").fill("13.00")
    page.get_by_label("Sulit mendengar").check()


def _nobody_else(page: Page, family: Family) -> None:
    expect(page.locator(".people")).to_contain_text(family.name)


def _home(page: Page, family: Family) -> None:
    page.get_by_label("Jalan, gang, atau kampung").fill(family.street)
    page.get_by_label("RT", exact=True).fill("3")
    page.get_by_label("RW", exact=True).fill("7")
    page.get_by_label("Kelurahan").select_option(label="Bondongan")
    page.get_by_label("Titik di peta").fill("-6.6110, 106.8004")


def _photo(page: Page, _family: Family) -> None:
    body = io.BytesIO()
    Image.new("RGB", (320, 240), "olive").save(body, "JPEG")
    house = {"name": "rumah.jpg", "mimeType": "image/jpeg", "buffer": body.getvalue()}
    page.get_by_label("Foto", exact=True).set_input_files(house)  # type: ignore[arg-type]  # a FilePayload


def _hours(page: Page, family: Family) -> None:
    page.locator("input[name=jam][value=morning]").check()
    page.locator(f"input[name=pulang][value={family.returns}]").check()


def _contact(page: Page, family: Family) -> None:
    page.get_by_label("Nama yang dihubungi").fill("Rudi")
    page.get_by_label("Nomor telepon atau WhatsApp").fill(family.phone)


def _agree(page: Page, family: Family) -> None:
    expect(page.locator(".summary").first).to_contain_text(family.name)
    page.get_by_label("Saya mengerti dan setuju").check()
