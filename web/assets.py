"""Files of the front end: our own, and those of npm packages by an allow-list; cached for good."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import cast

import folium
from flask import Blueprint, Flask, current_app, request, send_from_directory, url_for
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from web.access import public

ROOT = Path(__file__).resolve().parent.parent
FOREVER = "public, max-age=31536000, immutable"

NPM = {
    "pico.css": "@picocss/pico/css/pico.min.css",
    "pico.classless.css": "@picocss/pico/css/pico.classless.min.css",
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "idiomorph.js": "idiomorph/dist/idiomorph-ext.min.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.js": "leaflet/dist/leaflet-src.esm.js",
    "leaflet.min.js": "leaflet/dist/leaflet.js",
    "lit-html.js": "lit-html/lit-html.js",
    "leaflet-global.js": "leaflet/dist/leaflet.js",  # for folium, which wants a global L
    "images/layers.png": "leaflet/dist/images/layers.png",
    "images/layers-2x.png": "leaflet/dist/images/layers-2x.png",
    "images/marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "images/marker-icon-2x.png": "leaflet/dist/images/marker-icon-2x.png",
    "images/marker-shadow.png": "leaflet/dist/images/marker-shadow.png",
    "idb.js": "idb/build/umd.js",
    "pmtiles.js": "pmtiles/dist/pmtiles.js",
    "protomaps-leaflet.js": "protomaps-leaflet/dist/protomaps-leaflet.js",
    "signature_pad.js": "signature_pad/dist/signature_pad.min.js",
}

# Scripts that folium's wheel brings, by its folder.
FOLIUM = {"leaflet-heat.js": "templates/leaflet_heat.min.js"}
FOLIUM_ROOT = Path(folium.__file__).parent

ICONS = (
    "house", "database", "map-pin", "route", "calendar-days", "printer", "chart-column", "users",
    "list", "map", "inbox", "user", "phone", "message-circle", "navigation", "camera", "check",
    "x", "skip-forward", "triangle-alert", "circle", "circle-check", "square-x", "undo-2", "send",
    "upload", "download", "search", "clock", "package", "log-out", "sun", "moon", "chevron-right",
    "chevron-left", "arrow-up", "arrow-down", "briefcase", "shield", "pen-line", "refresh-cw",
    "hand-heart", "info", "locate-fixed", "footprints", "plus", "car", "heart-pulse", "siren",
)  # fmt: skip

blueprint = Blueprint("assets", __name__)


def npm_root() -> Path:
    return cast(Path, current_app.config["NPM_ROOT"])


@blueprint.get("/npm/<path:name>")
@public
def npm(name: str) -> Response:
    if name not in NPM:
        raise Fault(NOT_FOUND, what=name)
    response = send_from_directory(npm_root(), NPM[name])
    response.headers["Cache-Control"] = FOREVER if "v" in request.args else "public, max-age=3600"
    return response


@blueprint.get("/folium/<path:name>")
@public
def wheel(name: str) -> Response:
    if name not in FOLIUM:
        raise Fault(NOT_FOUND, what=name)
    response = send_from_directory(FOLIUM_ROOT, FOLIUM[name])
    response.headers["Cache-Control"] = FOREVER if "v" in request.args else "public, max-age=3600"
    return response


@blueprint.get("/ikon.svg")
@public
def icons() -> Response:
    response = current_app.response_class(sprite(npm_root()), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = FOREVER if "v" in request.args else "public, max-age=3600"
    return response


@cache
def sprite(root: Path) -> str:
    """Return one SVG with a symbol per icon."""
    symbols = []
    for name in ICONS:
        text = (root / "lucide-static/icons" / f"{name}.svg").read_text()
        inner = re.sub(r"<!--.*?-->", "", text, flags=re.S)
        inner = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", inner, flags=re.S).strip()
        symbols.append(
            f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
            f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{inner}</symbol>'
        )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'


@cache
def file_hash(path: Path) -> str:
    """Return a short hash of a file's content: its name in caches."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def npm_url(name: str) -> str:
    return url_for("assets.npm", name=name, v=file_hash(npm_root() / NPM[name]))


def folium_url(name: str) -> str:
    return url_for("assets.wheel", name=name, v=file_hash(FOLIUM_ROOT / FOLIUM[name]))


def icon_url() -> str:
    version = hashlib.sha256(sprite(npm_root()).encode()).hexdigest()[:10]
    return url_for("assets.icons", v=version)


def static_url(name: str, blueprint_name: str = "") -> str:
    """Return the address of one of our own files, with its hash."""
    if blueprint_name:
        folder = current_app.blueprints[blueprint_name].static_folder
        endpoint = f"{blueprint_name}.static"
    else:
        folder, endpoint = current_app.static_folder, "static"
    return url_for(endpoint, filename=name, v=file_hash(Path(folder or "") / name))


def _cache_static(response: Response) -> Response:
    if request.endpoint and request.endpoint.endswith("static"):
        response.headers["Cache-Control"] = FOREVER if "v" in request.args else "no-cache"
    return response


def init_assets(app: Flask) -> None:
    app.config.setdefault("NPM_ROOT", ROOT / "node_modules")
    app.register_blueprint(blueprint)
    app.after_request(_cache_static)
    app.jinja_env.globals.update(npm_url=npm_url, static_url=static_url, icon_url=icon_url)
