"""Intake: a list comes in, is previewed, and its good rows become waiting cards or requests."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath

from field.domain.fault import NOT_FOUND, Fault, FaultKind, Nature
from field.domain.nik import mask_numbers
from field.domain.roles import Role
from field.domain.row_problems import RowProblem
from field.domain.text import N_
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.gateways.resident_file import CARDS, REQUESTS, NumberedCells, check_file, read_rows
from field.services.intake.cards import CardsFound
from field.services.intake.found import Found
from field.services.intake.requests import RequestsFound
from field.store import audit, imports, people
from field.store.db import Live, session, transaction
from field.store.tables import Import
from field.store.work import job_or_none, open_job

NOT_IN_PREVIEW = FaultKind(
    "import.not_in_preview",
    Nature.CONFLICT,
    N_("Berkas ini sudah dimasukkan, dibatalkan, atau masih dibaca."),
    N_("Muat ulang halamannya untuk melihat keadaannya sekarang."),
)
NOTHING_GOOD = FaultKind(
    "import.nothing_good",
    Nature.CONFLICT,
    N_("Tidak ada baris baru yang bisa dimasukkan dari berkas ini."),
    N_("Perbaiki berkasnya menurut daftar masalah, lalu kirim lagi."),
)
LISTINGS: dict[str, Callable[[Iterator[NumberedCells], Import, str | None, Doors], Found]] = {
    CARDS: CardsFound,
    REQUESTS: RequestsFound,
}
_ENDED = ("done", "cancelled", "failed")
_WORK_OF = {"reading": "preview", "importing": "import"}
_SAY_EVERY = 200  # rows


class Cancelled(Exception):
    """Somebody asked for the end of this work."""


def upload(
    name: str,
    body: bytes,
    doors: Doors,
    by: int | None,
    *,
    queued: bool = True,
    printed: bool = True,
) -> int:
    """Keep a file sealed and ask for its preview; raises when it is no list of ours.

    Args:
        name: the file's own name; shown on pages, long numbers in it masked.
        body: its bytes.
        doors: see Doors.
        by: whose file it is.
        queued: False when the caller previews it at once.
        printed: False for a list of print-ready records, which go to the print queue.
    """
    shown = mask_numbers(PurePath(name.replace("\\", "/")).name)[-200:]
    lists = check_file(shown, body)
    stored_as = f"uploads/{uuid.uuid4()}"
    doors.files.write_sealed(stored_as, body)
    now = doors.clock.now()
    try:
        with transaction() as live:
            row = Import(filename=shown, stored_as=stored_as, state="reading", uploaded_at=now)
            row.uploaded_by, row.lists = by, lists
            row.printed = printed or lists != "cards"
            live.add(row)
            live.flush()
            if queued:
                row.job_id = open_job(live, "preview", {"import_id": row.id}, by=by, at=now).id
            audit.record(live, "import.upload", at=now, by=by, subject=f"import:{row.id}")
            return row.id
    except BaseException:
        doors.files.remove(stored_as)
        raise


def run_preview(job_id: str, progress: Progress, doors: Doors) -> None:
    """Do a `preview` job."""
    preview(_import_of(job_id), progress, doors)


def preview(import_id: int, progress: Progress, doors: Doors) -> None:
    """Read the file and store what it comes to; a second run finds nothing to do."""
    row = _row(import_id)
    if row.state != "reading":
        return
    try:
        found = _found(row, progress, doors)
    except Cancelled:
        return
    except Fault as fault:
        _fail(import_id, fault, doors)
        raise
    with transaction() as live:
        row = imports.lock_import(live, import_id)
        if row.state != "reading":
            return
        known = found.known(live)
        row.rows, row.bad = found.rows, found.bad
        row.known = known + found.repeated
        row.good = found.good - known
        row.state = "preview"
        imports.replace_problems(live, import_id, found.problems)
    progress.say(1.0, N_("Selesai dibaca"))


def commit(
    import_id: int, doors: Doors, by: int | None, within: str | None, *, queued: bool = True
) -> None:
    """Let the good rows of a previewed file in.

    Args:
        import_id: which file.
        doors: see Doors.
        by: who says so.
        within: the kecamatan that he is bound to, or None.
        queued: False when the caller runs it at once.
    """
    now = doors.clock.now()
    with transaction() as live:
        row = _locked(live, import_id, within)
        if row.state != "preview":
            raise Fault(NOT_IN_PREVIEW)
        if row.good == 0:
            raise Fault(NOTHING_GOOD)
        row.state = "importing"
        if queued:
            row.job_id = open_job(live, "import", {"import_id": row.id}, by=by, at=now).id
        audit.record(
            live, "import.commit", at=now, by=by, subject=f"import:{row.id}", good=row.good
        )


def run_import(job_id: str, progress: Progress, doors: Doors) -> None:
    """Do an `import` job."""
    bring_in(_import_of(job_id), progress, doors)


def bring_in(import_id: int, progress: Progress, doors: Doors) -> None:
    """Add the rows in one transaction: all of them or none, and never one of them twice."""
    row = _row(import_id)
    if row.state == "importing":
        try:
            found = _found(row, progress, doors)
        except Cancelled:
            return
        progress.say(0.9, N_("Menyimpan"))
        with transaction() as live:
            row = imports.lock_import(live, import_id)
            if row.state != "importing":
                return
            row.added = found.add(live, doors)
            row.state, row.finished_at = "done", doors.clock.now()
            _record_done(live, row)
    if row.state in _ENDED:
        doors.files.remove(row.stored_as)
    progress.say(1.0, N_("Selesai dimasukkan"))


def retry(import_id: int, doors: Doors, by: int | None, within: str | None) -> None:
    """Ask again for work on a file that ended without a result."""
    now = doors.clock.now()
    with transaction() as live:
        row = _locked(live, import_id, within)
        kind = _WORK_OF.get(row.state)
        job = job_or_none(row.job_id) if row.job_id else None
        if kind is None or (job and job.finished_at is None):
            raise Fault(NOT_IN_PREVIEW)
        row.job_id = open_job(live, kind, {"import_id": row.id}, by=by, at=now).id
        audit.record(live, "import.retry", at=now, by=by, subject=f"import:{row.id}")


def cancel(import_id: int, doors: Doors, by: int | None, within: str | None) -> None:
    """Drop a file; what it already brought in stays."""
    now = doors.clock.now()
    with transaction() as live:
        row = _locked(live, import_id, within)
        if row.state in _ENDED:
            raise Fault(NOT_IN_PREVIEW)
        row.state, row.finished_at = "cancelled", now
        job = job_or_none(row.job_id) if row.job_id else None
        if job and job.finished_at is None:
            job.cancel_asked_at = now
        audit.record(live, "import.cancel", at=now, by=by, subject=f"import:{row.id}")
        stored_as = row.stored_as
    doors.files.remove(stored_as)


def _import_of(job_id: str) -> int:
    job = job_or_none(job_id)
    if job is None:
        raise Fault(NOT_FOUND, what=N_("Pekerjaan"))
    return int(str(job.args["import_id"]))


def _row(import_id: int) -> Import:
    session().rollback()  # see what others have committed
    row = imports.import_or_none(import_id, None)
    if row is None:
        raise Fault(NOT_FOUND, what=N_("Berkas"))
    return row


def _locked(live: Live, import_id: int, within: str | None) -> Import:
    if imports.import_or_none(import_id, within) is None:
        raise Fault(NOT_FOUND, what=N_("Berkas"))
    return imports.lock_import(live, import_id)


def _found(row: Import, progress: Progress, doors: Doors) -> Found:
    progress.say(0.0, N_("Membaca berkas"))
    within = _bound_to(row.uploaded_by)
    body = doors.files.read_sealed(row.stored_as)
    rows = list(read_rows(row.filename, body, row.lists))
    return LISTINGS[row.lists](_told(rows, progress), row, within, doors)


def _told(rows: Sequence[NumberedCells], progress: Progress) -> Iterator[NumberedCells]:
    for done, row in enumerate(rows):
        if done % _SAY_EVERY == 0:
            if progress.cancelled():
                raise Cancelled
            progress.say(0.1 + 0.8 * done / len(rows), N_("Memeriksa baris"))
        yield row


def _bound_to(user_id: int | None) -> str | None:
    """Return the kecamatan of a dispatcher, whose list must not reach beyond it."""
    user = people.user_or_none(user_id) if user_id else None
    if user is None or user.role == Role.ADMIN:
        return None
    return user.kecamatan or ""


def _fail(import_id: int, fault: Fault, doors: Doors) -> None:
    problem = RowProblem.of(0, "", fault, "", fatal=True)
    with transaction() as live:
        row = imports.lock_import(live, import_id)
        row.state, row.finished_at = "failed", doors.clock.now()
        imports.replace_problems(live, import_id, [problem])
    doors.files.remove(row.stored_as)


def _record_done(live: Live, row: Import) -> None:
    at, by = row.finished_at, row.uploaded_by
    if at is None:
        raise ValueError("It is recorded when it is done.")
    audit.record(live, "import.done", at=at, by=by, subject=f"import:{row.id}", added=row.added)
    # Of cards those of this file; a request's door is sought among all that have no point.
    args: dict[str, object] = {"import_id": row.id} if row.lists == CARDS else {}
    open_job(live, "locate", args, by=by, at=at)
