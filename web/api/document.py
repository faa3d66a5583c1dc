"""The API's own document (OpenAPI 3.1), made from the doors that stand: paths, keys and shapes."""

import re
from dataclasses import dataclass, field

from flask import Blueprint, Flask, current_app, jsonify
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

from field.domain.roles import Role
from web.access import EVERYONE, access_of, public
from web.api.schemas import DAY, SCHEMAS, Schema, ref

blueprint = Blueprint("api_document", __name__, url_prefix="/api")
OURS = "X-Requested-With"
_ARGUMENT = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")
_PLAIN = ("text/csv", "application/octet-stream", "application/vnd.pmtiles")


@dataclass(frozen=True)
class Operation:
    """What the code does not say by itself: bodies and answers, by status."""

    summary: str
    answers: dict[int, tuple[str, str, str]]  # status: words, media type, schema's name
    body: tuple[str, str] | None = None  # media type, schema's name
    query: dict[str, Schema] = field(default_factory=dict)


_JSON = "application/json"
_NOTHING = ("", "", "")
OPERATIONS: dict[str, Operation] = {
    "api.who": Operation("Who is signed in.", {200: ("The person", _JSON, "Person")}),
    "api.route": Operation(
        "The courier's or driver's manifests of a day; the phone keeps them without signal.",
        {200: ("The day", _JSON, "Route")},
        query={"date": DAY},
    ),
    "api.events": Operation(
        "Keep a batch of facts from the road. The same event twice is one event; the phone drops "
        "only what is acknowledged.",
        {
            200: ("All of them are kept", _JSON, "Taken"),
            409: ("Some are not kept: an id with another body, a stop of somebody else", _JSON,
                  "Taken"),
        },
        body=(_JSON, "Batch"),
    ),
    "api.blob": Operation(
        "Keep a photo or signature under its own SHA-256.",
        {204: _NOTHING},
        body=("application/octet-stream", ""),
    ),
    "api_care.card": Operation(
        "The care card of a trip's riders: for that trip's driver, that day only.",
        {200: ("The riders", _JSON, "Care")},
    ),
    "api_care.at_bed": Operation(
        "The care card of who is visited with the kit: for that team, that day only.",
        {200: ("The people visited", _JSON, "Care")},
    ),
    "basemap.about": Operation(
        "Which basemap is in use.", {200: ("The basemap", _JSON, "Basemap"), 204: _NOTHING}
    ),
    "basemap.file": Operation(
        "The basemap, whole or by range; its address is its fingerprint.",
        {200: ("The file", "application/vnd.pmtiles", ""),
         206: ("A range of it", "application/vnd.pmtiles", "")},
    ),
    "basemap.linked": Operation(
        "The same by a signed link that lives for some hours, for a frame without cookies.",
        {200: ("The file", "application/vnd.pmtiles", "")},
    ),
    "office_trips_out.as_json": Operation(
        "Trips of a day by the names of the transactional data specification (TDS), asked, "
        "planned and performed times apart, with the booking rules. No name, NIK or number.",
        {200: ("The trips", _JSON, "Trips")},
    ),
    "office_trips_out.as_csv": Operation(
        "The same trips as a table.", {200: ("One row a ticket", "text/csv", "")}
    ),
    "office_trips_out.rules": Operation(
        "How to book, by the names of GTFS-Flex's booking_rules.txt.",
        {200: ("One row a rule", "text/csv", "")},
    ),
    "api_document.document": Operation(
        "This document.", {200: ("OpenAPI 3.1", _JSON, "")}
    ),
}  # fmt: skip


@blueprint.get("/openapi.json")
@public
def document() -> Response:
    return jsonify(build(current_app))


def build(app: Flask) -> Schema:
    """Return the document of this app."""
    paths: dict[str, dict[str, Schema]] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: one.rule):
        if rule.endpoint in OPERATIONS:
            path = _path(rule)
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                paths.setdefault(path, {})[method.lower()] = _operation(rule)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Antarjemput",
            "version": "1",
            "description": "What phones and other systems ask and tell. Times are ISO 8601 with "
            "their zone, lengths are metres and seconds. Every refusal is a Fault: code, message "
            "and what to do. A whole NIK never leaves the server.",
        },
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": "session"},
            },
        },
    }


def _path(rule: Rule) -> str:
    """Return /trips/{trip_id} for /trips/<int:trip_id>."""
    return _ARGUMENT.sub(r"{\1}", rule.rule)


def _operation(rule: Rule) -> Schema:
    told = OPERATIONS[rule.endpoint]
    key = access_of(rule.endpoint) or frozenset()
    refused = {} if key == EVERYONE else {"401": _fault(), "403": _fault()}
    found: Schema = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": told.summary,
        "parameters": _parameters(rule, told),
        "responses": {str(status): _answer(*one) for status, one in told.answers.items()}
        | refused
        | {"default": _fault()},
        "security": [] if key == EVERYONE else [{"session": []}],
    }
    if key != EVERYONE:
        found["description"] = f"For: {', '.join(role.value for role in Role if role in key)}."
    if told.body:
        media, name = told.body
        found["requestBody"] = {"required": True, "content": {media: _content(media, name)}}
    return found


def _parameters(rule: Rule, told: Operation) -> list[Schema]:
    found: list[Schema] = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer"} if name.endswith("_id") else {"type": "string"},
        }
        for name in sorted(rule.arguments)
    ]
    found += [
        {"name": name, "in": "query", "required": False, "schema": schema}
        for name, schema in told.query.items()
    ]
    if rule.endpoint.startswith("api."):
        header = {"type": "string", "const": "antarjemput"}
        found.append({"name": OURS, "in": "header", "required": True, "schema": header})
    return found


def _answer(words: str, media: str, name: str) -> Schema:
    if not media:
        return {"description": "Nothing to say"}
    return {"description": words, "content": {media: _content(media, name)}}


def _content(media: str, name: str) -> Schema:
    if name:
        return {"schema": ref(name)}
    return {} if media in _PLAIN else {"schema": {"type": "object"}}


def _fault() -> Schema:
    return {"description": "Refused", "content": {_JSON: {"schema": ref("Fault")}}}
