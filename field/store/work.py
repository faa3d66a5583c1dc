"""Rows of long work: opened with the change that asks for it, taken up by a worker."""

import uuid
from datetime import datetime

from sqlalchemy import select

from field.store.db import Live, session
from field.store.tables import Job

OPEN = ("queued", "running")


def open_job(
    live: Live, kind: str, args: dict[str, object], *, by: int | None, at: datetime
) -> Job:
    """Ask for work within the caller's transaction; a worker finds the row. `args` holds ids."""
    job = Job(id=str(uuid.uuid4()), kind=kind, args=args, state="queued", created_at=at)
    job.created_by = by
    live.add(job)
    live.flush()
    return job


def job_or_none(job_id: str) -> Job | None:
    return session().get(Job, job_id, populate_existing=True)


def jobs_in(*states: str) -> list[Job]:
    """Return jobs in these states, oldest first."""
    query = select(Job).where(Job.state.in_(states)).order_by(Job.created_at)
    return list(session().scalars(query))


def newest(owner: int | None, limit: int = 50) -> list[Job]:
    """Return one person's work, or everybody's, newest first."""
    query = select(Job).order_by(Job.created_at.desc()).limit(limit)
    return list(session().scalars(query if owner is None else query.where(Job.created_by == owner)))


def ended_before(kind: str, moment: datetime) -> list[str]:
    """Return the ids of this kind of work that ended before a moment."""
    query = select(Job.id).where(Job.kind == kind, Job.finished_at < moment)
    return list(session().scalars(query))
