"""Trips of a day as files for others: JSON and CSV, and the booking rules."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from field.domain.fault import NOT_FOUND, Fault
from field.services import trips_out
from web import typed
from web.access import OFFICE, me, requires
from web.doors import doors

blueprint = Blueprint("office_trips_out", __name__, url_prefix="/kantor/jemput/data")


@blueprint.get("/<day>.json")
@requires(*OFFICE)
def as_json(day: str) -> Response:
    tickets = trips_out.tickets(_day(day), me().kecamatan, doors())
    return jsonify(trip_tickets=tickets, booking_rules=trips_out.booking_rules(doors()))


@blueprint.get("/<day>.csv")
@requires(*OFFICE)
def as_csv(day: str) -> Response:
    return _csv(f"trips-{day}", trips_out.tickets(_day(day), me().kecamatan, doors()))


@blueprint.get("/booking_rules.txt")
@requires(*OFFICE)
def rules() -> Response:
    return _csv("booking_rules", trips_out.booking_rules(doors()))


def _csv(name: str, rows: Sequence[dict[str, object]]) -> Response:
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    response = Response(out.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _day(text: str) -> date:
    try:
        return typed.day(text)
    except ValueError:
        raise Fault(NOT_FOUND, what=text) from None
