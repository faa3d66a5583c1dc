"""Rencana: ask for a day's plan, watch it being made, change it by hand, publish it."""

from collections.abc import Iterable
from datetime import date

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.fault import Fault
from field.domain.leg import Leg
from field.domain.plan_order import PlanOrder
from field.domain.planning import NOT_ON_PLAN
from field.domain.polyline import decode
from field.services import city, closures, drafts, plan_changes, planning, publishing
from field.services.drafts import DraftView
from field.services.jobs import job_of
from field.services.plan_changes import Change, turns
from field.services.plan_changes.turns import TurnChange
from field.services.roads import roads_in_use
from web import typed
from web.access import OFFICE, me, requires
from web.closure_words import on_map
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.language import language
from web.office.jobs import owner
from web.office.plan_words import effect_words, hours, road_words, trip_words
from web.office.route_colours import look_of
from web.vehicle_lines import STROKES, strokes_of

blueprint = Blueprint(
    "office_plans", __name__, url_prefix="/kantor/rencana", template_folder="templates"
)
Answer = Response | str | tuple[str, int]


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    return _first_page()


@blueprint.post("")
@requires(*OFFICE)
def ask() -> Answer:
    """Ask for a plan; the worker makes it."""
    order = PlanOrder(_day(), _kecamatan(), _number("seconds"), again="again" in request.form)
    try:
        job_id = planning.ask_plan(order, me().id, doors())
    except Fault as fault:
        return _first_page(fault), STATUS[fault.kind.nature]
    return redirect(url_for("office_plans.making", job_id=job_id))


@blueprint.get("/pekerjaan/<job_id>")
@requires(*OFFICE)
def making(job_id: str) -> Answer:
    """Show the job that makes a plan; once it is made, the plan."""
    job_of(job_id, owner(), doors())  # somebody else's is not found
    if plan_id := planning.plan_of_job(job_id):
        return redirect(url_for("office_plans.draft", plan_id=plan_id))
    return render_template("office/plan_making.html", job_id=job_id)


@blueprint.get("/pekerjaan/<job_id>/siap")
@requires(*OFFICE)
def ready(job_id: str) -> Response:
    """Tell the waiting page to go on to the plan, once there is one."""
    job_of(job_id, owner(), doors())
    plan_id = planning.plan_of_job(job_id)
    response = Response(status=200 if plan_id else 204)
    if plan_id:
        response.headers["HX-Redirect"] = url_for("office_plans.draft", plan_id=plan_id)
    return response


@blueprint.get("/<int:plan_id>")
@requires(*OFFICE)
def draft(plan_id: int) -> str:
    return _draft_page(plan_id)


@blueprint.get("/<int:plan_id>/peta.json")
@requires(*OFFICE)
def map_data(plan_id: int) -> Response:
    view = drafts.draft(plan_id, _scope(), language(), doors())
    outline = city.boundaries(doors().city, view.kecamatan)
    closed = [on_map(shown) for shown in closures.shown_on(view.date, doors())]
    ways = drafts.ways(plan_id, _scope(), doors())
    routes = [_line(route, ways.get(route.courier_id, ())) for route in view.routes]
    return jsonify(boundaries=outline, routes=routes, closed=closed)


@blueprint.post("/<int:plan_id>/pindah")
@requires(*OFFICE)
def move(plan_id: int) -> Answer:
    """Give one door another courier or place; the page comes back with the effect in words."""
    wanted = Change(
        visit=_number("household") or 0,
        courier_id=_number("courier"),
        position=_number("position"),
        revision=_number("revision") or 0,
    )
    try:
        effect = plan_changes.change(plan_id, wanted, _scope(), me().id, doors())
    except Fault as fault:
        return _draft_page(plan_id, fault), STATUS[fault.kind.nature]
    flash(effect_words(effect), "success")
    return _back(plan_id)


@blueprint.post("/<int:plan_id>/giliran")
@requires(*OFFICE)
def turn(plan_id: int) -> Answer:
    """Move a household's turn at the booths; both ways follow."""
    form, visit, revision = request.form, _number("household") or 0, _number("revision") or 0
    try:
        wanted = TurnChange(visit, typed.hour(form.get("jam", "")), revision)
        effect = turns.move_turn(plan_id, wanted, _scope(), me().id, doors())
    except ValueError:
        return _draft_page(plan_id, Fault(NOT_ON_PLAN)), STATUS[NOT_ON_PLAN.nature]
    except Fault as fault:
        return _draft_page(plan_id, fault), STATUS[fault.kind.nature]
    flash(effect_words(effect), "success")
    return _back(plan_id)


@blueprint.post("/<int:plan_id>/urung")
@requires(*OFFICE)
def undo(plan_id: int) -> Answer:
    try:
        plan_changes.undo(plan_id, _number("revision") or 0, _scope(), me().id, doors())
    except Fault as fault:
        return _draft_page(plan_id, fault), STATUS[fault.kind.nature]
    flash(gettext("Perubahan terakhir dibatalkan."), "success")
    return _back(plan_id)


@blueprint.post("/<int:plan_id>/buang")
@requires(*OFFICE)
def discard(plan_id: int) -> Response:
    plan_changes.discard(plan_id, _scope(), me().id, doors())
    flash(gettext("Rencana dibuang. Tidak ada rute yang berubah."), "success")
    return redirect(url_for("office_plans.page"))


@blueprint.get("/<int:plan_id>/terbit")
@requires(*OFFICE)
def outlook(plan_id: int) -> str:
    return _outlook_page(plan_id)


@blueprint.post("/<int:plan_id>/terbit")
@requires(*OFFICE)
def publish(plan_id: int) -> Answer:
    try:
        made = publishing.publish(plan_id, _scope(), me().id, doors(), revision=_number("revision"))
    except Fault as fault:
        return _outlook_page(plan_id, fault), STATUS[fault.kind.nature]
    flash(gettext("%(count)s rute terbit ke HP petugas.", count=len(made)), "success")
    return redirect(url_for("office_plans.draft", plan_id=plan_id))


def _first_page(fault: Fault | None = None) -> str:
    day, kecamatan = _day(), _kecamatan()
    return render_template(
        "office/plans.html",
        day=day,
        today=planning.local_today(doors()),
        kecamatan=kecamatan,
        seen=planning.overview(day, kecamatan, doors()),
        plans=drafts.plan_lines(_scope()),
        fault=fault_texts(fault) if fault else None,
    )


def _draft_page(plan_id: int, fault: Fault | None = None) -> str:
    view = drafts.draft(plan_id, _scope(), language(), doors())
    return render_template(
        "office/plan.html",
        plan=view,
        open_route=_open_route(view),
        names=dict(view.crew),
        looks={route.number: look_of(route.number) for route in view.routes},
        strokes=strokes_of(route.vehicle for route in view.routes),
        hours=hours,
        trip_words=trip_words,
        roads=road_words(roads_in_use(doors())),
        fault=fault_texts(fault) if fault else None,
    )


def _outlook_page(plan_id: int, fault: Fault | None = None) -> str:
    view = drafts.draft(plan_id, _scope(), language(), doors())
    return render_template(
        "office/plan_outlook.html",
        plan=view,
        seen=publishing.outlook(plan_id, _scope(), doors()),
        fault=fault_texts(fault) if fault else None,
    )


def _open_route(view: DraftView) -> drafts.RouteView | None:
    """Return the route whose stops are shown: the one asked for, else the first."""
    asked = request.values.get("rute", type=typed.number)
    chosen = [route for route in view.routes if route.courier_id == asked]
    return next(iter(chosen or view.routes), None)


def _line(route: drafts.RouteView, legs: Iterable[Leg]) -> dict[str, object]:
    """Return what the map draws of a route."""
    look = look_of(route.number)
    return {
        "courier": route.courier_id,
        "number": route.number,
        "name": route.name,
        "colour": look.colour,
        "ink": look.ink,
        "dash": look.dash,
        "weight": STROKES[route.vehicle].weight,
        "core": STROKES[route.vehicle].core,
        "legs": [
            {"line": _places(leg.line), "walk": _places(leg.walk), "estimated": leg.estimated}
            for leg in legs
        ],
        "ends": [{"lat": lat, "lon": lon} for lat, lon in (route.start, route.end)],
        "stops": [
            {"id": stop.household_id, "sequence": stop.sequence, "name": stop.name,
             "lat": stop.lat, "lon": stop.lon}
            for stop in route.stops
        ],
    }  # fmt: skip


def _places(line: str) -> list[tuple[float, float]]:
    return [(round(point.lat, 5), round(point.lon, 5)) for point in decode(line)]


def _back(plan_id: int) -> Response:
    route = request.form.get("rute", type=typed.number)
    return redirect(url_for("office_plans.draft", plan_id=plan_id, rute=route))


def _scope() -> str | None:
    """Return the kecamatan that a dispatcher is bound to; an admin sees all."""
    return me().kecamatan


def _kecamatan() -> str | None:
    return _scope() or request.values.get("kecamatan") or None


def _day() -> date:
    try:
        return typed.day(request.values["tanggal"])
    except (KeyError, ValueError):
        return planning.first_day(doors())


def _number(name: str) -> int | None:
    return request.form.get(name, type=typed.number)
