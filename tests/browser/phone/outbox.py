"""The outbox as a courier uses it."""

from playwright.sync_api import Page, expect

# In one step of the page: on a slow machine the phone may have sent by itself meanwhile,
# and then the button is gone, as it should be.
PRESS = "document.querySelector('footer .actions button')?.click()"

# The browser of a test has no dialler: a page that waits for one takes no more clicks.
NO_DIALLER = """() => addEventListener("click", (event) => {
    if (event.target.closest("a[href^='tel:']")) event.preventDefault();
})"""


def send_now(page: Page) -> None:
    page.goto(page.url.split("#")[0] + "#/kotak")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kotak keluar")
    page.evaluate(PRESS)
