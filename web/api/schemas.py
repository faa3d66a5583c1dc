"""The shapes that the API's document names: JSON Schemas, with the code's own words in them."""

from field.domain.event import FAILURE_REASONS, OF_JEMPUT, RELATIONS, EventKind, StopState
from field.domain.jemput.trip import Leg
from field.domain.wire import MAX_BATCH, MAX_CARDS, MAX_NOTE, MAX_PHOTOS
from field.services.trips_out import STATUS

Schema = dict[str, object]


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: Schema, **more: object) -> Schema:
    return {"type": "array", "items": items, **more}


def _object(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(required)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
YES: Schema = {"type": "boolean"}
UUID: Schema = {"type": "string", "format": "uuid"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
DAY: Schema = {"type": "string", "format": "date"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_NOTE: Schema = {"type": "string", "maxLength": MAX_NOTE}
_IDS = _list(WHOLE, maxItems=MAX_CARDS)

EVENT = _object(
    {
        "id": UUID,
        "stop": {**UUID, "description": "the visit, as the manifest names it"},
        "kind": {"type": "string", "enum": [kind.value for kind in EventKind]},
        "seq": {**WHOLE, "minimum": 0, "description": "counts up on one phone"},
        "at": {**MOMENT, "description": "by the phone's own clock"},
        "route_version": {**WHOLE, "minimum": 0},
        "data": {
            "type": "object",
            "description": "delivered: cards, receiver, relation, signature, lat, lon, accuracy. "
            "failed: cards, reason, note. blocked: lat, lon, profiles, reason, note. undone: "
            f"takes_back, reason. {', '.join(sorted(OF_JEMPUT))}: people, note.",
            "properties": {
                "cards": _IDS,
                "people": _IDS,
                "receiver": TEXT,
                "relation": {"type": "string", "enum": list(RELATIONS)},
                "signature": _or_null(SHA256),
                "reason": {"type": "string", "description": ", ".join(FAILURE_REASONS)},
                "note": _or_null(_NOTE),
                "takes_back": UUID,
                "lat": _or_null(NUMBER),
                "lon": _or_null(NUMBER),
                "accuracy": _or_null(NUMBER),
                "profiles": _list(TEXT),
                "pin_confirmed": YES,
            },
        },
    },
    {"device": UUID, "photos": _list(SHA256, maxItems=MAX_PHOTOS)},
)
FAULT = _object({"code": TEXT, "message": TEXT, "action": TEXT})
BATCH = _object({"device": UUID, "now": MOMENT, "events": _list(ref("Event"), maxItems=MAX_BATCH)})
TAKEN = _object(
    {
        "acknowledged": _list(TEXT),
        "conflicts": _list({"allOf": [ref("Fault"), _object({"id": TEXT})]}),
        "missing_blobs": _list(SHA256),
        "server_time": MOMENT,
    }
)
_SPOT = _object({"name": TEXT, "lat": NUMBER, "lon": NUMBER, "at": MOMENT})
_CHOICE = _object({"code": TEXT, "label": TEXT})
LEG = _object(
    {
        "line": {"type": "string", "description": "encoded polyline"},
        "walk": TEXT,
        "walk_m": NUMBER,
        "estimated": YES,
        "steps": _list(_object({"say": TEXT, "metres": NUMBER})),
        "arrival": TEXT,
    }
)
_SPAN = _list(_or_null(MOMENT), minItems=2, maxItems=2)
TRIP_STOP = _object(
    {
        "id": _or_null(WHOLE),
        "what": {"type": "string", "enum": ["pickup", "dropoff", "kit"]},
        "leg": {"type": "string", "enum": [leg.value for leg in Leg]},
        "visits": _list(UUID),
        "will_call": YES,
        "office": _or_null(TEXT),
        "request": TEXT,
        "check_code": TEXT,
        "people": _list(_object({"id": WHOLE, "name": TEXT, "aid": TEXT, "companion": YES})),
        "requested": _SPAN,
        "promised": _SPAN,
        "performed": _or_null(MOMENT),
        "told": _list({"type": "object"}),
    },
    {"meet_note": _or_null(TEXT), "contact": _or_null(TEXT), "called_off": _or_null(TEXT)},
)
STOP = _object(
    {
        "id": UUID,
        "sequence": WHOLE,
        "arrival": MOMENT,
        "service_seconds": WHOLE,
        "travel_seconds": WHOLE,
        "distance_m": WHOLE,
        "lat": _or_null(NUMBER),
        "lon": _or_null(NUMBER),
        "name": TEXT,
        "address": {"type": "object"},
        "phone": _or_null(TEXT),
        "cards": _list(
            _object({"id": WHOLE, "code": TEXT, "name": TEXT, "nik_last4": TEXT, "urgent": YES})
        ),
        "history": _list({"type": "object"}),
        "state": {"type": "string", "enum": [state.value for state in StopState]},
        "leg": _or_null(ref("Leg")),
    },
    {"trip": ref("TripStop"), "confidence": _or_null(TEXT), "brief": _or_null(TEXT)},
)
MANIFEST = _object(
    {
        "id": WHOLE,
        "number": WHOLE,
        "version": WHOLE,
        "vehicle": TEXT,
        "start": _SPOT,
        "end": _SPOT,
        "stops": _list(ref("Stop")),
        "home_leg": _or_null(ref("Leg")),
    }
)
ROUTE = _object(
    {
        "server_time": MOMENT,
        "date": DAY,
        "user": {"type": "object"},
        "office": {"type": "object"},
        "settings": {"type": "object"},
        "failure_reasons": _list(_CHOICE),
        "block_reasons": _list(_CHOICE),
        "manifests": _list(ref("Manifest")),
    }
)
CARE = _object(
    {
        "riders": _list(
            _object(
                {
                    "person": WHOLE,
                    "name": TEXT,
                    "aid": TEXT,
                    "companion": YES,
                    "companion_name": TEXT,
                    "companion_phone": TEXT,
                    "medicine_hours": _list(TEXT),
                    "toilet_stops": YES,
                    "hard_of_hearing": YES,
                    "note": TEXT,
                }
            )
        )
    }
)
PERSON = _object({"id": WHOLE, "name": TEXT, "role": TEXT, "server_time": MOMENT})
BASEMAP = _object({"sha256": SHA256, "size": WHOLE, "date": TEXT, "attribution": TEXT, "url": TEXT})
_TIMES = (
    "requested_pickup_time", "requested_dropoff_window_start", "requested_dropoff_window_end",
    "scheduled_pickup_time", "scheduled_dropoff_time", "performed_pickup_arrival_time",
    "performed_pickup_time", "performed_dropoff_time",
)  # fmt: skip
TICKET = _object(
    {
        "trip_ticket_id": TEXT,
        "service_date": DAY,
        "trip_leg": {"type": "string", "enum": [leg.value for leg in Leg]},
        "will_call": YES,
        "trip_status": {"type": "string", "enum": sorted(set(STATUS.values()))},
        "performed": YES,
        **{f"{end}_{axis}": _or_null(NUMBER) for end in ("pickup", "dropoff")
           for axis in ("lat", "lon")},
        "ambulatory_spaces": WHOLE,
        "wheelchair_spaces": WHOLE,
        **{name: _or_null(MOMENT) for name in _TIMES},
    }
)  # fmt: skip
BOOKING_RULE = _object(
    {
        "booking_rule_id": TEXT,
        "booking_type": {**WHOLE, "enum": [0, 1, 2]},
        "prior_notice_last_day": WHOLE,
        "prior_notice_last_time": TEXT,
        "message": TEXT,
        "phone_number": TEXT,
        "info_url": TEXT,
    }
)
TRIPS = _object(
    {"trip_tickets": _list(ref("TripTicket")), "booking_rules": _list(ref("BookingRule"))}
)
SCHEMAS: dict[str, Schema] = {
    "Event": EVENT,
    "Batch": BATCH,
    "Taken": TAKEN,
    "Fault": FAULT,
    "Person": PERSON,
    "Route": ROUTE,
    "Manifest": MANIFEST,
    "Stop": STOP,
    "TripStop": TRIP_STOP,
    "Leg": LEG,
    "Care": CARE,
    "Basemap": BASEMAP,
    "TripTicket": TICKET,
    "BookingRule": BOOKING_RULE,
    "Trips": TRIPS,
}
