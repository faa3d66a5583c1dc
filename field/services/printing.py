"""Sheets of a whole day as one file: asked for, drawn by a job, kept sealed for a while."""

from dataclasses import dataclass
from datetime import date, timedelta

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.job import JobState
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit, published, work
from field.store.db import transaction

KIND = "sheets"
KEPT_FOR = timedelta(days=2)

NO_ROUTES = FaultKind(
    "sheet.no_routes",
    Nature.NOT_FOUND,
    N_("Belum ada rute yang terbit untuk tanggal ini."),
    N_("Terbitkan rencananya dulu, atau pilih tanggal lain."),
)
NOT_READY = FaultKind(
    "sheet.not_ready",
    Nature.NOT_FOUND,
    N_("Berkas cetak ini belum siap, atau sudah dihapus."),
    N_("Siapkan lagi dari halaman Cetak lembar."),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a job is to draw: the routes of a day, as sheets or as maps."""

    day: date
    kecamatan: str | None
    language: str
    what: str = "sheets"  # or "maps"


def ask_sheets(wanted: Wanted, by: int, doors: Doors) -> str:
    """Ask for the paper of a day; returns the job's id."""
    now = doors.clock.now()
    with transaction() as live:
        if not published.manifests_of(wanted.day, wanted.kecamatan):
            raise Fault(NO_ROUTES)
        args: dict[str, object] = {
            "date": wanted.day.isoformat(),
            "kecamatan": wanted.kecamatan,
            "language": wanted.language,
            "what": wanted.what,
        }
        job = work.open_job(live, KIND, args, by=by, at=now)
        audit.record(live, "sheets.ask", at=now, by=by, subject=f"job:{job.id}", **args)
        return job.id


def wanted_of(job_id: str) -> Wanted:
    """Return what a job was asked to draw."""
    job = work.job_or_none(job_id)
    if job is None:
        raise Fault(NOT_FOUND, what=N_("Pekerjaan"))
    kecamatan = job.args["kecamatan"]
    return Wanted(
        date.fromisoformat(str(job.args["date"])),
        None if kecamatan is None else str(kecamatan),
        str(job.args["language"]),
        str(job.args.get("what", "sheets")),
    )


def keep_sheets(job_id: str, body: bytes, doors: Doors) -> None:
    """Keep a drawn file, and let go of those that nobody needs any more."""
    doors.files.write_sealed(_name(job_id), body)
    for old in work.ended_before(KIND, doors.clock.now() - KEPT_FOR):
        doors.files.remove(_name(old))


def read_sheets(job_id: str, owner: int | None, doors: Doors) -> bytes:
    """Return a drawn file; somebody else's is not found."""
    job = work.job_or_none(job_id)
    if job is None or job.kind != KIND or (owner is not None and job.created_by != owner):
        raise Fault(NOT_READY)
    if job.state != JobState.DONE or not doors.files.has(_name(job_id)):
        raise Fault(NOT_READY)
    return doors.files.read_sealed(_name(job_id))


def _name(job_id: str) -> str:
    return f"sheets/{job_id}.pdf"
