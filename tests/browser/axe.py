"""What axe finds wrong on a page, by WCAG 2.2 AA and good practice."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# A popup that fades in is judged once it is there, not half through.
SETTLED = """() => Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => null)))"""


def violations(page: Page, *off: str) -> list[str]:
    """Return `rule: element` for each finding; rules in `off` are not asked."""
    # Evaluated, since the page's own policy rightly refuses an inline script.
    page.evaluate(AXE.read_text())
    page.evaluate(SETTLED)
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {rule: {"enabled": False} for rule in off},
    }
    found: list[dict[str, Any]] = page.evaluate(
        "async (options) => (await axe.run(document, options)).violations", options
    )
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
