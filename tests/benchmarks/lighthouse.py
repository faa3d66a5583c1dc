"""Lighthouse on a page, as a phone: the median of several runs, category by category."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

FOLDER = Path(__file__).parent
CATEGORIES = ("performance", "accessibility", "best-practices")
CHROME_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


def install() -> None:
    """Bring Lighthouse into this folder, from its own lock file."""
    if not (FOLDER / "node_modules/.bin/lighthouse").exists():
        npm = shutil.which("npm") or "npm"
        command = [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=FOLDER, check=True)  # noqa: S603 - our own command


def scores(url: str, cookie: str, runs: int = 5) -> dict[str, float]:
    """Return the median score (0 to 100) of each category."""
    install()
    found = [_run(url, cookie) for _ in range(runs)]
    return {name: median(run[name] for run in found) for name in CATEGORIES}


def _run(url: str, cookie: str) -> dict[str, float]:
    command = [
        str(FOLDER / "node_modules/.bin/lighthouse"), url, "--quiet", "--output=json",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={CHROME_FLAGS}",
        f"--extra-headers={json.dumps({'Cookie': cookie})}",
    ]  # fmt: skip
    chrome = os.environ.get("CHROMIUM") or shutil.which("chromium")
    environment = {**os.environ, **({"CHROME_PATH": chrome} if chrome else {})}
    done = subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, text=True, check=True, env=environment
    )
    report = json.loads(done.stdout)
    for audit in report["audits"].values():
        _note(audit)
    return {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}


def _note(audit: dict[str, object]) -> None:
    """Say on standard error what costs points, so that it can be mended."""
    if audit.get("score") is not None and float(str(audit["score"])) < 0.9:
        sys.stderr.write(f"  {audit['score']} {audit['id']} {audit.get('displayValue', '')}\n")
