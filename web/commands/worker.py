"""flask worker: do long work until stopped. flask run-job: do one piece, as the worker's child."""

import fcntl
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
from flask import current_app
from flask.cli import with_appcontext

from field.domain.fault import Fault
from field.domain.job import JobState
from field.services import jobs
from web.commands.lifeline import die_with
from web.commands.say import refused
from web.doors import doors
from web.work import WORK
from web.worker import Worker

SAY_EVERY_S = 0.3


@click.command("worker")
@with_appcontext
def worker() -> None:
    """Kerjakan pekerjaan panjang (impor, rencana) sampai dihentikan."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's way to the app itself
    with only_one(app.config["INSTANCE"] / "worker.lock"):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        Worker(app).serve()


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock of this installation's worker; it falls when the process dies."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise click.ClickException("Pekerja lain sudah berjalan di folder ini.") from None
        yield


@click.command("run-job", hidden=True)
@click.argument("job_id")
@click.option("--parent", type=int, required=True)
@with_appcontext
def run_job(job_id: str, parent: int) -> None:
    """Do the work of one job, and say on stdout how far it is and how it ended."""
    die_with(parent)
    line = Line()
    kind, _ = jobs.work_of(job_id)
    try:
        WORK[kind](job_id, line, doors())
    except Fault as fault:
        line.write({"fault": fault.code, "values": {"": "", **fault.values}})
    else:
        state = JobState.CANCELLED if line.heard else JobState.DONE
        line.write({"state": state})


@click.command("cancel-job")
@click.argument("job_id")
@with_appcontext
def cancel_job(job_id: str) -> None:
    """Batalkan satu pekerjaan."""
    try:
        jobs.cancel_job(job_id, None, None, doors())
    except Fault as fault:
        raise refused(fault) from None


class Line:
    """The child's end of the line: progress out, the request to end in (SIGTERM)."""

    def __init__(self) -> None:
        # Whatever else prints goes to stderr; stdout is the line to the worker.
        self._out: IO[str] = os.fdopen(os.dup(sys.stdout.fileno()), "w")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._asked = False
        self.heard = False  # the work knows that its end was asked for
        self._said_at = 0.0
        signal.signal(signal.SIGTERM, self._ask)

    def say(self, done: float, step: str) -> None:
        now = time.monotonic()
        if now - self._said_at >= SAY_EVERY_S:
            self._said_at = now
            self.write({"done": done, "step": step})

    def cancelled(self) -> bool:
        self.heard = self._asked
        return self._asked

    def write(self, said: dict[str, object]) -> None:
        self._out.write(json.dumps(said, default=str) + "\n")
        self._out.flush()

    def _ask(self, *_: object) -> None:
        self._asked = True
