"""The care card for the phone of who comes: a trip's driver, or the team with the kit."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from field.domain.roles import Role
from field.services.caring import Cared, care_at_bed, care_of
from web.access import me, requires
from web.doors import doors

blueprint = Blueprint("api_care", __name__, url_prefix="/api/jemput")


@blueprint.get("/trips/<int:trip_id>/care")
@requires(Role.DRIVER)
def card(trip_id: int) -> Response:
    """Return aid, medicine hours and what else helps; for this driver, today only."""
    return _answer(care_of(trip_id, me().id, doors()))


@blueprint.get("/kit-visits/<uuid:visit>/care")
@requires(Role.COURIER, Role.DRIVER)
def at_bed(visit: UUID) -> Response:
    """Return what helps at the bed; for this team, today only."""
    return _answer(care_at_bed(str(visit), me().id, doors()))


def _answer(cared: Iterable[Cared]) -> Response:
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
        for one in cared
    ]
    return jsonify({"riders": riders})
