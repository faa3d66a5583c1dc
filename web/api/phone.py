"""What phones ask and tell: today's route, events, photos."""

import json
from datetime import date

from flask import Blueprint, current_app, jsonify, request
from werkzeug.wrappers import Response

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.roles import Role
from field.domain.text import N_
from field.domain.wire import BAD_BATCH, MALFORMED, read_device
from field.services import publishing, will_call
from field.services.devices import hear
from field.services.photos import put_blob
from field.services.recording import Sender, Taken, take_events
from field.services.routes import route_for
from web import typed
from web.access import me, requires
from web.api.closed_roads import closed_roads
from web.api.route_document import route_document
from web.doors import doors
from web.errors import fault_texts

MAX_EVENTS_BODY = 2**20
MAX_PHOTO_BODY = 4 * 2**20
OWN_HEADER = "antarjemput"

FOREIGN = FaultKind(
    "api.foreign",
    Nature.NOT_ALLOWED,
    N_("Permintaan ini tidak datang dari aplikasi Antarjemput."),
    N_("Buka aplikasi Antarjemput dan coba dari sana."),
)

blueprint = Blueprint("api", __name__, url_prefix="/api")


@blueprint.before_request
def _only_our_app() -> None:
    """A header of our own cannot be sent from another site: it stands in for a CSRF token."""
    if request.headers.get("X-Requested-With") != OWN_HEADER:
        raise Fault(FOREIGN)


@blueprint.get("/me")
@requires(*Role)
def who() -> Response:
    person = me()
    if device := read_device(request.headers.get("X-Device", "")):
        hear(device, person.id, request.user_agent.string, doors())
    return jsonify(
        id=person.id,
        name=person.name,
        role=person.role.value,
        server_time=doors().clock.now().isoformat(),
    )


@blueprint.get("/route")
@requires(Role.COURIER, Role.DRIVER)
def route() -> Response:
    day = route_for(me().id, _day(request.args.get("date", "")), doors())
    return jsonify(route_document(day, me()) | {"closed": closed_roads(day)})


@blueprint.post("/events")
@requires(Role.COURIER, Role.DRIVER)
def events() -> tuple[Response, int]:
    request.max_content_length = MAX_EVENTS_BODY
    sender = Sender(me().id, label=request.user_agent.string)
    taken = take_events(_body(), sender, doors())
    for trip_id in taken.ready:
        _send_car(trip_id)
    return jsonify(_answer(taken)), 409 if taken.conflicts else 200


@blueprint.put("/blobs/<sha256>")
@requires(Role.COURIER, Role.DRIVER)
def blob(sha256: str) -> tuple[str, int]:
    request.max_content_length = MAX_PHOTO_BODY
    put_blob(sha256, request.get_data(), me().id, doors())
    return "", 204


def _send_car(trip_id: int) -> None:
    """What the phone told is kept whatever happens here; the office sees who waits."""
    try:
        plan_id = will_call.plan_return(trip_id, me().id, doors())
        publishing.publish(plan_id, None, me().id, doors())
    except Fault as fault:
        current_app.logger.warning("will-call %s waits: %s", trip_id, fault)


def _answer(taken: Taken) -> dict[str, object]:
    return {
        "acknowledged": taken.acknowledged,
        "conflicts": [{"id": id_} | fault_texts(fault) for id_, fault in taken.conflicts],
        "missing_blobs": taken.missing_blobs,
        "server_time": taken.server_time.isoformat(),
    }


def _body() -> object:
    try:
        return json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise Fault(BAD_BATCH, field="json") from None


def _day(text: str) -> date | None:
    try:
        return typed.day(text) if text else None
    except ValueError:
        raise Fault(MALFORMED, field="date") from None
