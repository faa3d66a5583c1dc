"""The first page in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.running import RunningApp

pytestmark = pytest.mark.browser


def test_a_stranger_meets_the_login_page(running: RunningApp, page: Page) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(running.url)
    expect(page.get_by_role("heading", name="Antarjemput")).to_be_visible()
    page.get_by_label("Nama pengguna").fill("siapa")
    page.get_by_label("Kata sandi").fill("bukan sandi")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("alert")).to_contain_text("tidak cocok")
    assert not [text for text in problems if "422" not in text]
