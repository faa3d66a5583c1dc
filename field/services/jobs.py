"""Long work as people see it: list it, watch it, cancel it; and as the worker moves it on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from field.domain.fault import KINDS, NOT_FOUND, Fault
from field.domain.job import CRASHED, OPEN, Ending, JobState, time_left
from field.gateways.doors import Doors
from field.gateways.jobs import Progress
from field.store import audit, work
from field.store.db import session, transaction
from field.store.tables import Job


@dataclass(frozen=True)
class JobView:
    """One piece of work, ready to be shown."""

    id: str
    kind: str
    args: dict[str, object]
    state: JobState
    progress: float
    step: str
    fault: Fault | None
    created_at: datetime
    finished_at: datetime | None
    left: timedelta | None
    by: int | None
    cancel_asked: bool

    @property
    def open(self) -> bool:
        return self.state in OPEN


def jobs_of(owner: int | None, doors: Doors) -> list[JobView]:
    """Return the newest work of one person, or of everybody when the owner is None."""
    return [_view(job, doors) for job in work.newest(owner)]


def job_of(job_id: str, owner: int | None, doors: Doors) -> JobView:
    """Return one piece of work; somebody else's is not found."""
    return _view(_owned(job_id, owner), doors)


def cancel_job(job_id: str, owner: int | None, by: int | None, doors: Doors) -> None:
    """Ask for its end; work that has not begun ends at once."""
    now = doors.clock.now()
    with transaction() as live:
        job = _owned(job_id, owner)
        if job.state not in OPEN or job.cancel_asked_at:
            return
        job.cancel_asked_at = now
        if job.state == JobState.QUEUED:
            job.state, job.finished_at = JobState.CANCELLED, now
        audit.record(live, "job.cancel", at=now, by=by, subject=f"job:{job_id}")


def jobs_in(*states: JobState) -> list[str]:
    """Return the ids of work in these states, oldest first."""
    ids = [job.id for job in work.jobs_in(*states)]
    session().rollback()  # no read snapshot stays open between two looks
    return ids


def begin_job(job_id: str, doors: Doors) -> bool:
    """Mark it as running; False when it has already ended and nothing is to be done."""
    with transaction():
        job = work.job_or_none(job_id)
        if job is None or job.state not in OPEN:
            return False
        if job.cancel_asked_at:
            job.state, job.finished_at = JobState.CANCELLED, doors.clock.now()
            return False
        job.state = JobState.RUNNING
        job.started_at = job.started_at or doors.clock.now()
        return True


def work_of(job_id: str) -> tuple[str, dict[str, object]]:
    """Return what kind of work it is, and its arguments."""
    job = work.job_or_none(job_id)
    if job is None:
        raise Fault(NOT_FOUND, what="Pekerjaan")
    return job.kind, job.args


def advance_job(job_id: str, done: float, step: str) -> None:
    """Show how far it is."""
    with transaction():
        if (job := work.job_or_none(job_id)) and job.state == JobState.RUNNING:
            job.progress, job.step = min(max(done, 0.0), 1.0), step


def is_cancel_asked(job_id: str) -> bool:
    job = work.job_or_none(job_id)
    asked = job is None or job.cancel_asked_at is not None
    session().rollback()
    return asked


def end_job(job_id: str, ending: Ending, doors: Doors) -> None:
    """Write how it ended, once."""
    with transaction():
        job = work.job_or_none(job_id)
        if job is None or job.state not in OPEN:
            return
        job.state, job.finished_at = ending.state, doors.clock.now()
        job.fault_code, job.fault_values = ending.fault_code, ending.fault_values or {}
        if ending.state == JobState.DONE:
            job.progress = 1.0


def _owned(job_id: str, owner: int | None) -> Job:
    job = work.job_or_none(job_id)
    if job is None or (owner is not None and job.created_by != owner):
        raise Fault(NOT_FOUND, what="Pekerjaan")
    return job


def _view(job: Job, doors: Doors) -> JobView:
    now = doors.clock.now()
    running = job.state == JobState.RUNNING and job.started_at
    return JobView(
        id=job.id,
        kind=job.kind,
        args=job.args,
        state=JobState(job.state),
        progress=job.progress,
        step=job.step,
        fault=_fault(job),
        created_at=job.created_at,
        finished_at=job.finished_at,
        left=time_left(job.progress, now - job.started_at) if running and job.started_at else None,
        by=job.created_by,
        cancel_asked=job.cancel_asked_at is not None,
    )


def _fault(job: Job) -> Fault | None:
    if not job.fault_code:
        return None
    kind = KINDS.get(job.fault_code, CRASHED)
    return Fault(kind, **{"reference": job.id[:8], **job.fault_values})


def run_here(
    job_id: str, work_on: Callable[[str, Progress, Doors], None], bar: Progress, doors: Doors
) -> None:
    """Do a running job in this process, for a command in a terminal."""
    try:
        work_on(job_id, bar, doors)
    except BaseException as error:
        code = error.code if isinstance(error, Fault) else CRASHED.code
        values = error.values if isinstance(error, Fault) else {}
        end_job(job_id, Ending(JobState.FAILED, code, dict(values)), doors)
        raise
    end_job(job_id, Ending(JobState.DONE), doors)
