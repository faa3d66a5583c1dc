"""The courier's phone: one page without anybody's data in it, and what makes it an app."""

import json
from typing import cast

from flask import Blueprint, current_app, jsonify, render_template
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from field.domain.roles import Role
from web.access import public, requires
from web.assets import FOREVER
from web.courier.icons import SIZES, icon_png
from web.courier.shell import content, first_scripts, module_url, modules, precached, version
from web.courier.texts import translated
from web.doors import doors
from web.language import LANGUAGES

blueprint = Blueprint("courier", __name__, template_folder="templates")
ASK_AGAIN = "no-cache"


def _respond(body: str | bytes, mimetype: str, cache_control: str) -> Response:
    response = current_app.response_class(body, mimetype=mimetype)
    response.headers["Cache-Control"] = cache_control
    return response


@blueprint.get("/kurir/")
@public
def shell() -> Response:
    page = render_template(
        "courier/shell.html",
        version=version(),
        zone=doors().zone.key,
        module_url=module_url,
        scripts=first_scripts(),
    )
    return _respond(page, "text/html", ASK_AGAIN)


@blueprint.get("/kurir/v/<named>/<path:name>")
@public
def module(named: str, name: str) -> Response:
    """A phone with yesterday's shell keeps its own copy; the server has today's only."""
    if named != version() or name not in modules():
        raise Fault(NOT_FOUND, what=name)
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return _respond(content(name), kind, FOREVER)


@blueprint.get("/sw.js")
@public
def service_worker() -> Response:
    shell = json.dumps({"version": version(), "files": precached()})
    script = f'import {{ serve }} from "{module_url("worker.js")}";\nserve({shell});\n'
    return _respond(script, "text/javascript", ASK_AGAIN)


@blueprint.get("/kurir/app.webmanifest")
@public
def webmanifest() -> Response:
    icons = [
        {"src": f"/kurir/ikon/{name}", "sizes": f"{size}x{size}", "type": "image/png"}
        | ({"purpose": "maskable"} if name == "maskable.png" else {})
        for name, (size, _scale) in SIZES.items()
    ]
    manifest = {
        "id": "/kurir/",
        "name": "Antarjemput: kurir",
        "short_name": "Antarjemput",
        "description": "Rute hari ini, bukti serah terima, tanpa sinyal pun jalan.",
        "lang": "id",
        "start_url": "/kurir/",
        "scope": "/kurir/",
        "display": "standalone",
        "orientation": "portrait",
        "background_color": "#0b6b4f",
        "theme_color": "#0b6b4f",
        "icons": icons,
    }
    return _respond(json.dumps(manifest), "application/manifest+json", ASK_AGAIN)


@blueprint.get("/kurir/ikon/<name>")
@public
def icon(name: str) -> Response:
    if name not in SIZES:
        raise Fault(NOT_FOUND, what=name)
    return _respond(icon_png(name), "image/png", "public, max-age=86400")


@blueprint.get("/kurir/bahasa/<lang>.json")
@public
def texts(lang: str) -> Response:
    if lang not in LANGUAGES:
        raise Fault(NOT_FOUND, what=lang)
    return _respond(json.dumps(translated(lang)), "application/json", ASK_AGAIN)


@blueprint.get("/kurir/csrf.json")
@requires(Role.COURIER, Role.DRIVER)
def csrf() -> Response:
    """The cached shell holds no token, so that the form for leaving asks for one."""
    return cast(Response, jsonify(csrf_token=generate_csrf()))
