"""What a stop of jemput adds to the phone's route: who, when, where the car stands, what was told.

Aid and companion are sensitive; they are in this document because only the trip's own driver gets
it, for that day. The care card is asked for apart.
"""

from datetime import datetime

from flask_babel import gettext

from field.domain.jemput.needs import AID_WORDS, Aid
from field.services.routes import CourierDay, StopOfDay

Document = dict[str, object]


def trip_part(shown: StopOfDay, day: CourierDay) -> Document:
    """Return what takes the place of a card stop's own values; nothing for a stop with cards."""
    trip = shown.trip
    if trip is None:
        return {}
    asked, office = trip.request, day.offices.get(trip.office)
    names = " + ".join(person.name for person in trip.people)
    meeting = _place(asked.meet_lat, asked.meet_lon)
    at = _place(office.lat, office.lon) if office else meeting
    return {
        **at,
        "name": names,
        "phone": asked.phone or None,
        "trip": {
            "id": trip.trip_id,
            "what": trip.what,
            "leg": trip.leg or "outbound",
            "visits": list(trip.visits),
            "will_call": trip.will_call,
            "called_off": trip.called_off or None,
            "office": office.name if office else None,
            "request": asked.code,
            "check_code": asked.check_code,
            "meet_note": asked.meet_note or None,
            "contact": asked.contact_name or None,
            "people": [
                {
                    "id": person.id,
                    "name": person.name,
                    "aid": gettext(AID_WORDS[Aid(person.aid)]),
                    "companion": person.companion,
                }
                for person in trip.people
            ],
            "requested": _span(trip.requested, day),
            "promised": _span(trip.promised, day),
            "performed": _moment(trip.performed, day),
            "told": [
                {"id": event.id, "kind": event.kind, "at": _moment(event.at_corrected, day)}
                | {"people": event.data.get("people", []), "seq": event.seq}
                for event in trip.events
            ],
        },
    }


def _place(lat: float | None, lon: float | None) -> Document:
    return {} if lat is None or lon is None else {"lat": lat, "lon": lon}


def _span(span: tuple[datetime | None, datetime | None], day: CourierDay) -> list[str | None]:
    return [_moment(moment, day) for moment in span]


def _moment(moment: datetime | None, day: CourierDay) -> str | None:
    return moment.astimezone(day.zone).isoformat() if moment else None
