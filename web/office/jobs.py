"""Pekerjaan: long work with its progress; other pages embed one row of it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from field.domain.job import KIND_WORDS, STATE_WORDS
from field.domain.roles import Role
from field.services.jobs import JobView, cancel_job, job_of, jobs_of
from web.access import OFFICE, me, requires
from web.doors import doors
from web.errors import fault_texts

blueprint = Blueprint(
    "office_jobs", __name__, url_prefix="/kantor/pekerjaan", template_folder="templates"
)


@blueprint.get("")
@requires(*OFFICE)
def page() -> str:
    rows = [describe(job) for job in jobs_of(owner(), doors())]
    return render_template("office/jobs.html", rows=rows)


@blueprint.get("/<job_id>/baris")
@requires(*OFFICE)
def row(job_id: str) -> str:
    """Return one row; the page that embeds it asks again every second until it has ended."""
    job = describe(job_of(job_id, owner(), doors()))
    return render_template("office/job_row.html", row=job, embedded="embedded" in request.args)


@blueprint.post("/<job_id>/batal")
@requires(*OFFICE)
def cancel(job_id: str) -> Response | str:
    cancel_job(job_id, owner(), me().id, doors())
    if "HX-Request" in request.headers:
        return row(job_id)
    return redirect(url_for("office_jobs.page"))


def describe(job: JobView) -> dict[str, object]:
    """Return what a row shows, in the reader's words."""
    return {
        "job": job,
        "title": gettext(KIND_WORDS.get(job.kind, job.kind)),
        "state": gettext(STATE_WORDS[job.state]),
        "shape": _SHAPES[job.state],
        "step": gettext(job.step) if job.step else "",
        "left": _left(job),
        "fault": fault_texts(job.fault) if job.fault else None,
        "href": _result_of(job),
    }


_SHAPES = {
    "queued": "waiting", "running": "saved", "done": "done", "failed": "failed",
    "cancelled": "waiting",
}  # fmt: skip


def _left(job: JobView) -> str:
    if job.left is None:
        return ""
    seconds = round(job.left.total_seconds())
    if seconds < 60:
        return str(gettext("kira-kira %(count)s detik lagi", count=max(seconds, 1)))
    return str(gettext("kira-kira %(count)s menit lagi", count=round(seconds / 60)))


def _result_of(job: JobView) -> str:
    """Return where its result is to be seen, when there is one."""
    if job.kind == "plan" and job.state == "done":
        return f"/kantor/rencana/pekerjaan/{job.id}"
    if job.kind == "campaign" and not job.open:
        return f"/kantor/cetak/kampanye/{job.args['campaign']}"
    if job.kind == "sheets" and job.state == "done":
        return f"/kantor/lembar/berkas/{job.id}"
    if job.kind == "speeds" and job.state == "done":
        return "/kantor/kecepatan"
    if job.kind in ("preview", "import") and job.args.get("import_id"):
        return f"/kantor/data/{job.args['import_id']}"
    return ""


def owner() -> int | None:
    return None if me().role is Role.ADMIN else me().id
