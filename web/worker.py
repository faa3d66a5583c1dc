"""The worker: takes up queued work, runs each job in a process of its own, ends it on request.

It may die at any moment: what it had begun is begun again by the next one.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from threading import Thread
from typing import IO

from flask import Flask

from field.domain.job import CRASHED, OPEN, Ending, JobState
from field.gateways.doors import Doors
from field.gateways.durable import Durable
from field.services import forgetting, jobs, telling

log = logging.getLogger("antarjemput.worker")

LOOK_S = 0.5  # between two looks for queued work
WATCH_S = 0.25  # between two looks at a running child
FAMILIES_S = 60  # between two looks for letters that are due
GRACE_S = 5  # from the request to end until the kill


class Worker:
    """Feeds queued jobs to the durable runner, which calls `run` for each."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.doors: Doors = app.extensions["doors"]

    def serve(self) -> None:
        """Work until the process ends."""
        config = self.app.config
        durable = Durable(config["SQLALCHEMY_DATABASE_URI"], config["INSTANCE"], self.run)
        durable.launch()
        Thread(target=self._look_after_families, daemon=True).start()
        states: tuple[JobState, ...] = OPEN  # at first also what an earlier worker left running
        handed: set[str] = set()
        while True:
            with self.app.app_context():
                waiting = jobs.jobs_in(*states)
            for job_id in set(waiting) - handed:
                durable.start(job_id)
            handed, states = set(waiting), (JobState.QUEUED,)
            time.sleep(LOOK_S)

    def _look_after_families(self) -> None:
        """Send letters that are due, and erase what is over; a fault waits for the next time."""
        while True:
            with self.app.app_context():
                try:
                    telling.send_due(self.doors)
                    forgetting.forget(self.doors)
                except Exception:
                    log.exception("letters and forgetting wait for the next time")
            time.sleep(FAMILIES_S)

    def run(self, job_id: str) -> None:
        """Do one job from beginning to end; safe to be called again after a crash."""
        with self.app.app_context():
            if not jobs.begin_job(job_id, self.doors):
                return
        with Child(job_id) as child:
            asked = self._watch(child, job_id)
        with self.app.app_context():
            jobs.end_job(job_id, child.ending(job_id, cancelled=asked), self.doors)

    def _watch(self, child: "Child", job_id: str) -> bool:
        """Pass on its progress until it has ended; True when somebody asked for that end."""
        shown, asked_at = (0.0, ""), 0.0
        while not child.ended():
            with self.app.app_context():
                if child.progress != shown:
                    shown = child.progress
                    jobs.advance_job(job_id, *shown)
                if not asked_at and jobs.is_cancel_asked(job_id):
                    asked_at = time.monotonic()
                    child.ask()
            if asked_at and time.monotonic() - asked_at > GRACE_S:
                child.kill()
        return bool(asked_at)


class Child:
    """`flask run-job` in a process of its own, which speaks one JSON line at a time."""

    def __init__(self, job_id: str) -> None:
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "run-job", job_id]
        self.process = subprocess.Popen(  # noqa: S603 - our own command, and an id from our table
            [*command, "--parent", str(os.getpid())],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C in the terminal is the worker's to hear
        )
        self.progress = (0.0, "")
        self.said_end: dict[str, object] = {}
        self._reader = Thread(target=self._read, args=(self.process.stdout,), daemon=True)
        self._reader.start()

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.process.wait()
        self._reader.join()

    def ended(self) -> bool:
        """Wait a moment and tell whether it is over."""
        try:
            self.process.wait(WATCH_S)
        except subprocess.TimeoutExpired:
            return False
        self._reader.join()
        return True

    def ask(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.process.kill()

    def ending(self, job_id: str, *, cancelled: bool) -> Ending:
        """Judge how it ended; silence is a crash, or a kill that somebody asked for."""
        end = self.said_end
        if end.get("state") == JobState.DONE:
            return Ending(JobState.DONE)
        if cancelled or end.get("state") == JobState.CANCELLED:
            return Ending(JobState.CANCELLED)
        if values := end.get("values"):
            return Ending(JobState.FAILED, str(end["fault"]), dict(values))  # type: ignore[call-overload]  # written by run-job
        log.error("job %s crashed, exit code %s", job_id, self.process.returncode)
        return Ending(JobState.FAILED, CRASHED.code, {"reference": job_id[:8]})

    def _read(self, lines: IO[str]) -> None:
        for line in lines:
            said = json.loads(line)
            if "done" in said:
                self.progress = (said["done"], said["step"])
            else:
                self.said_end = said
