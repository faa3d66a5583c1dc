"""A courier's day as the document that phones keep; no whole NIK is in it."""

from datetime import datetime

from flask_babel import gettext

from field.domain.closures import REASONS
from field.domain.event import FAILURE_REASONS, RELATIONS
from field.domain.leg import read_leg
from field.domain.receiver import is_allowed
from field.services.accounts import Person
from field.services.routes import CourierDay, RouteOfDay, StopOfDay
from web.api.trip_document import trip_part
from web.leg_words import arrival_words, step_words

Document = dict[str, object]


def route_document(day: CourierDay, person: Person) -> Document:
    """Return the answer of GET /api/route."""
    chosen = day.settings
    return {
        "server_time": day.at.isoformat(),
        "date": day.date.isoformat(),
        "user": {"id": person.id, "name": person.name, "title": day.courier.title},
        "office": {"name": chosen.office_name, "hotline": chosen.hotline},
        "settings": {
            "relations": [
                {
                    "code": code,
                    "label": gettext(RELATIONS[code]),
                    "allowed": is_allowed(code, chosen),
                }
                for code in day.relations
            ],
            "signature": chosen.signature,
            "retain_days": chosen.retain_days,
        },
        "failure_reasons": [
            {"code": code, "label": gettext(label)} for code, label in FAILURE_REASONS.items()
        ],
        "block_reasons": [
            {"code": code, "label": gettext(label)} for code, label in REASONS.items()
        ],
        "manifests": [_manifest(route, day) for route in day.routes],
    }


def _manifest(route: RouteOfDay, day: CourierDay) -> Document:
    manifest, start, end = route.manifest, day.start, day.end
    legs = {visit: _leg(leg) for visit, leg in manifest.legs.get("stops", {}).items()}
    return {
        "id": manifest.id,
        "number": manifest.number,
        "version": manifest.version,
        "vehicle": day.courier.vehicle,
        "start": {"name": start.name, "lat": start.lat, "lon": start.lon}
        | {"at": _iso(manifest.starts_at, day)},
        "end": {"name": end.name, "lat": end.lat, "lon": end.lon}
        | {"at": _iso(manifest.ends_at, day)},
        "stops": [_stop(stop, day) | {"leg": legs.get(stop.stop.visit)} for stop in route.stops],
        "home_leg": _leg(manifest.legs.get("home")),
    }


def _leg(document: Document | None) -> Document | None:
    """Return the way as the phone draws and says it; a route of an earlier version has none."""
    if not document:
        return None
    leg = read_leg(document)
    return {
        "line": leg.line,
        "walk": leg.walk,
        "walk_m": leg.walk_m,
        "estimated": leg.estimated,
        "steps": [{"say": step_words(step), "metres": step.metres} for step in leg.steps],
        "arrival": arrival_words(leg),
    }


def _stop(shown: StopOfDay, day: CourierDay) -> Document:
    stop, home = shown.stop, shown.stop.household
    return {
        "id": stop.visit,
        "sequence": stop.sequence,
        "arrival": _iso(stop.arrival, day),
        "service_seconds": stop.service_s,
        "travel_seconds": stop.travel_s,
        "distance_m": stop.distance_m,
        "lat": home.lat,
        "lon": home.lon,
        "confidence": home.confidence,
        "name": stop.cards[0].name if stop.cards else "",
        "address": {
            "street": home.street or None,
            "number": home.number or None,
            "rt": home.rt or None,
            "rw": home.rw or None,
            "kelurahan": day.regions.get(home.kelurahan),
            "kecamatan": day.regions.get(home.kecamatan),
            "landmark": home.landmark or None,
            "raw": home.raw,
        },
        "phone": home.phone or None,
        "brief": home.brief or None,
        "cards": [
            {
                "id": card.id,
                "code": card.code,
                "name": card.name,
                "nik_last4": card.nik_last4,
                "urgent": card.urgent,
            }
            for card in stop.cards
        ],
        "history": [
            {"date": one.date.isoformat(), "reason": gettext(FAILURE_REASONS.get(one.reason, ""))}
            for one in shown.history
        ],
        "state": shown.state.value,
        **trip_part(shown, day),
    }


def _iso(moment: datetime, day: CourierDay) -> str:
    return moment.astimezone(day.zone).isoformat()
