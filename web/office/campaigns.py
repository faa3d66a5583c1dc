"""Kampanye: ask for so many cards by a day, watch the plan being made, use it, plan again."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from field.domain.cetak.order import DayMeans
from field.domain.fault import Fault
from field.services import campaign_batches, campaign_tracking, campaign_views, campaigns
from field.services.campaigns import CampaignLine, Scope
from field.services.jobs import job_of
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import STATUS, fault_texts
from web.office.burn_plot import burn_plot
from web.office.campaign_form import blank_days, read_days, read_first, read_order
from web.office.campaign_plan_page import day_parts, plan_parts
from web.office.campaign_words import (
    ended_words,
    forecast_words,
    kecamatan_table,
    kelurahan_table,
    tracking_table,
)
from web.office.day import my_kecamatan, today
from web.office.scope import within

blueprint = Blueprint(
    "office_campaigns", __name__, url_prefix="/kantor/cetak/kampanye", template_folder="templates"
)
Answer = Response | str | tuple[str, int]
NOTHING: MultiDict[str, str] = MultiDict()


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    lines = campaigns.campaign_lines(within())
    return render_template("office/campaign/list.html", lines=lines)


@blueprint.get("/baru")
@requires(*OFFICE)
def new() -> Answer:
    try:
        first, count = read_first(request.args, today())
    except Fault as fault:
        return _new_page(blank_days(today(), 14), NOTHING, fault), STATUS[fault.kind.nature]
    return _new_page(blank_days(first, count), NOTHING)


@blueprint.post("")
@requires(*OFFICE)
def ask() -> Answer:
    """Keep the campaign, and let the worker plan it."""
    days = blank_days(today(), 14)
    try:
        days = blank_days(*read_first(request.form, today()))
        means = read_days(request.form, _usual(days))
        order = read_order(request.form, means, my_kecamatan())
        campaign_id = campaigns.ask_campaign(order, me().id, doors())
    except Fault as fault:
        return _new_page(days, request.form, fault), STATUS[fault.kind.nature]
    return redirect(url_for("office_campaigns.one", campaign_id=campaign_id))


@blueprint.get("/<int:campaign_id>")
@requires(*OFFICE)
def one(campaign_id: int) -> Answer:
    """Show where it stands; while it is being planned, how far that is."""
    line = campaigns.campaign_line(campaign_id, within())
    if line.job_id:
        return render_template("office/campaign/making.html", line=line)
    if line.plan_in_force is None and line.open_plan is not None:
        return redirect(url_for("office_campaigns.plan", campaign_plan_id=line.open_plan))
    return _one_page(line)


@blueprint.get("/<int:campaign_id>/siap")
@requires(*OFFICE)
def ready(campaign_id: int) -> Response:
    """Send the waiting page on, once the work has ended in whichever way."""
    line = campaigns.campaign_line(campaign_id, within())
    answer = Response(status=204)
    if not line.job_id:
        target = url_for("office_campaigns.one", campaign_id=campaign_id)
        if line.open_plan is not None:
            target = url_for("office_campaigns.plan", campaign_plan_id=line.open_plan)
        answer.headers["HX-Redirect"] = target
    return answer


@blueprint.get("/<int:campaign_id>/ulang")
@requires(*OFFICE)
def again(campaign_id: int) -> str:
    return _again_page(campaigns.campaign_line(campaign_id, within()), NOTHING)


@blueprint.post("/<int:campaign_id>/ulang")
@requires(*OFFICE)
def ask_again(campaign_id: int) -> Answer:
    """Plan what is left, from today, with what there is now."""
    line = campaigns.campaign_line(campaign_id, within())
    try:
        means = read_days(request.form, _days_left(line))
        order = read_order(request.form, means, line.kecamatan)
        campaigns.ask_again(campaign_id, order, _scope(), doors())
    except Fault as fault:
        return _again_page(line, request.form, fault), STATUS[fault.kind.nature]
    return redirect(url_for("office_campaigns.one", campaign_id=campaign_id))


@blueprint.get("/rencana/<int:campaign_plan_id>")
@requires(*OFFICE)
def plan(campaign_plan_id: int) -> str:
    return _plan_page(campaign_plan_id)


@blueprint.post("/rencana/<int:campaign_plan_id>/pakai")
@requires(*OFFICE)
def accept(campaign_plan_id: int) -> Answer:
    try:
        campaign_id = campaigns.accept(campaign_plan_id, _scope(), doors())
    except Fault as fault:
        return _plan_page(campaign_plan_id, fault), STATUS[fault.kind.nature]
    flash(gettext("Rencana ini berlaku. Kelompok cetak bisa dibuat per hari."), "success")
    return redirect(url_for("office_campaigns.one", campaign_id=campaign_id))


@blueprint.post("/rencana/<int:campaign_plan_id>/buang")
@requires(*OFFICE)
def discard(campaign_plan_id: int) -> Response:
    campaign_id = campaigns.discard(campaign_plan_id, _scope(), doors())
    flash(gettext("Rencana dibuang. Yang berlaku tidak berubah."), "success")
    return redirect(url_for("office_campaigns.one", campaign_id=campaign_id))


@blueprint.get("/rencana/<int:campaign_plan_id>/<iso:day>")
@requires(*OFFICE)
def day(campaign_plan_id: int, day: date) -> str:
    return _day_page(campaign_plan_id, day)


@blueprint.post("/rencana/<int:campaign_plan_id>/<iso:day>")
@requires(*OFFICE)
def make_batches(campaign_plan_id: int, day: date) -> Answer:
    """Make the day's batches in the print queue, those that are not made yet."""
    try:
        made = campaign_batches.make_batches(campaign_plan_id, day, _scope_pair(), doors())
    except Fault as fault:
        return _day_page(campaign_plan_id, day, fault), STATUS[fault.kind.nature]
    flash(gettext("%(count)s kelompok dibuat di antrean cetak.", count=made), "success")
    return redirect(url_for("office_campaigns.day", campaign_plan_id=campaign_plan_id, day=day))


def _new_page(days: list[date], form: MultiDict[str, str], fault: Fault | None = None) -> str:
    kecamatan = my_kecamatan()
    return render_template(
        "office/campaign/new.html",
        days=_usual(days),
        first=days[0],
        today=today(),
        kecamatan=kecamatan,
        ready=campaigns.ready_cards(kecamatan),
        form=form,
        fault=fault_texts(fault) if fault else None,
    )


def _one_page(line: CampaignLine) -> str:
    plan_id = line.plan_in_force
    if plan_id is None:
        ended = ended_words(job_of(line.last_job, None, doors())) if line.last_job else ""
        return render_template("office/campaign/one.html", line=line, seen=None, ended=ended)
    seen = campaign_tracking.tracking_of(plan_id, within(), doors())
    return render_template(
        "office/campaign/one.html",
        line=line,
        seen=seen,
        days=tracking_table(seen),
        kecamatan=kecamatan_table(seen),
        kelurahan=kelurahan_table(seen),
        forecast_words=forecast_words(seen),
        plots=(
            burn_plot(seen.cards, seen.printing.burn(), seen.print_end),
            burn_plot(seen.cards, seen.delivering.burn(), seen.door_end),
        ),
    )


def _again_page(line: CampaignLine, form: MultiDict[str, str], fault: Fault | None = None) -> str:
    return render_template(
        "office/campaign/again.html",
        line=line,
        days=_days_left(line),
        form=form,
        fault=fault_texts(fault) if fault else None,
    )


def _plan_page(plan_id: int, fault: Fault | None = None) -> str:
    view = campaign_views.plan_view(plan_id, within())
    return render_template(
        "office/campaign/plan.html",
        **plan_parts(view),
        fault=fault_texts(fault) if fault else None,
    )


def _day_page(plan_id: int, day: date, fault: Fault | None = None) -> str:
    view = campaign_views.plan_view(plan_id, within())
    seen = campaign_views.day_view(plan_id, day, within(), doors())
    return render_template(
        "office/campaign/day.html",
        **day_parts(view, seen),
        fault=fault_texts(fault) if fault else None,
    )


def _usual(days: list[date]) -> tuple[DayMeans, ...]:
    return campaigns.usual_days(days, my_kecamatan(), doors())


def _days_left(line: CampaignLine) -> tuple[DayMeans, ...]:
    """Return the days from today as they were asked for, or as usual when all are over."""
    left = [one for one in line.order.days if one.day >= today()]
    return tuple(left) or campaigns.usual_days([today()], line.kecamatan, doors())


def _scope() -> Scope:
    return Scope(within(), me().id)


def _scope_pair() -> tuple[str | None, int | None]:
    return within(), me().id
