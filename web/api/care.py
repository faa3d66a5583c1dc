"""The care card for the driver's phone."""

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from field.domain.roles import Role
from field.services.caring import care_of
from web.access import me, requires
from web.doors import doors

blueprint = Blueprint("api_care", __name__, url_prefix="/api/jemput")


@blueprint.get("/trips/<int:trip_id>/care")
@requires(Role.DRIVER)
def card(trip_id: int) -> Response:
    """Return aid, medicine hours and what else helps; for this driver, today only."""
    riders = [
        {
            "person": one.person.id,
            "name": one.person.name,
            "aid": one.person.aid,
            "companion": one.person.companion,
            "companion_name": one.person.companion_name,
            "companion_phone": one.person.companion_phone,
            "medicine_hours": list(one.card.medicine_hours),
            "toilet_stops": one.card.toilet_stops,
            "hard_of_hearing": one.card.hard_of_hearing,
            "note": one.card.note,
        }
        for one in care_of(trip_id, me().id, doors())
    ]
    return jsonify({"riders": riders})
