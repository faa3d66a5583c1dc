"""The shell of the phone's app: which files it is made of, and the one hash that names them all."""

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import url_for

from web.assets import NPM, file_hash, icon_url, npm_root, npm_url, static_url

STATIC = Path(__file__).parent / "static"
TEMPLATE = Path(__file__).parent / "templates/courier/shell.html"
# Named without a hash where a module imports them; the service worker's own version guards them.
IMPORTED = ("lit-html.js", "idb.js", "signature_pad.js", "leaflet.min.js", "leaflet.css")
LATER = {
    "theme.js", "worker.js", "screens/map.js", "screens/basemap-offer.js", "basemap.js",
    "basemap-tools.js", "screens/blocked.js", "screens/place-field.js",
    "polyline.js",
}  # fmt: skip
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.MULTILINE | re.DOTALL)


def modules() -> list[str]:
    """Return every script and style of ours, by its path below `static/`."""
    paths = (path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.*"))
    return sorted(path for path in paths if path.endswith((".js", ".css")))


def first_scripts() -> list[str]:
    """Return what the first screen waits for."""
    return [name for name in modules() if name.endswith(".js") and not _comes_later(name)]


def _comes_later(name: str) -> bool:
    """Whoever only carries cards never waits for what a driver needs."""
    return name in LATER or name.startswith("jemput/")


@cache
def content(name: str) -> str:
    """Return a file as the phone gets it: types and comments are for readers, and cost data."""
    return COMMENT.sub("", (STATIC / name).read_text())


@cache
def version() -> str:
    """Return one name for exactly these contents: ours, npm's and the page itself."""
    digest = hashlib.sha256(TEMPLATE.read_bytes())
    for name in modules():
        digest.update(name.encode() + (STATIC / name).read_bytes())
    for name in (*IMPORTED, "pico.classless.css"):
        digest.update(file_hash(npm_root() / NPM[name]).encode())
    digest.update((static_url("app.css") + static_url("basemap-style.js") + icon_url()).encode())
    return digest.hexdigest()[:12]


def module_url(name: str) -> str:
    return url_for("courier.module", named=version(), name=name)


def precached() -> list[str]:
    """Return what the phone must hold to open without signal, the map included."""
    return [
        url_for("courier.shell"),
        url_for("courier.texts", lang="en"),
        url_for("courier.webmanifest"),
        url_for("courier.icon", name="192.png"),
        npm_url("pico.classless.css"),
        static_url("app.css"),
        static_url("icon.svg"),
        icon_url(),
        *(module_url(name) for name in modules()),
        *(url_for("assets.npm", name=name) for name in IMPORTED),
    ]
