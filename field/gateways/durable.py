"""Durable work by DBOS: what was begun is begun again after a crash, until it has ended."""

from collections.abc import Callable
from pathlib import Path

from dbos import DBOS, DBOSConfig, SetWorkflowID

QUEUE = "work"
# DBOS takes up only work of its own executor and version: both stay the same over restarts.
EXECUTOR = "worker-1"
VERSION = "1"  # grows when the workflow below changes its shape
AT_ONCE = 2


class Durable:
    """Runs `run(job_id)` for each job that is handed in: at least once, two at a time."""

    def __init__(self, database_url: str, instance: Path, run: Callable[[str], None]) -> None:
        DBOS(config=_config(database_url, instance))

        @DBOS.step(name="run")
        def step(job_id: str) -> None:
            run(job_id)

        @DBOS.workflow(name="job")
        def workflow(job_id: str) -> None:
            step(job_id)

        self._workflow = workflow

    def launch(self) -> None:
        """Begin; work that a crash interrupted is taken up again."""
        DBOS.launch()
        DBOS.register_queue(QUEUE, worker_concurrency=AT_ONCE, polling_interval_sec=0.3)

    def start(self, job_id: str) -> None:
        """Hand in a job; handing it in again changes nothing."""
        with SetWorkflowID(job_id):
            DBOS.enqueue_workflow(QUEUE, self._workflow, job_id)


def _config(database_url: str, instance: Path) -> DBOSConfig:
    embedded = database_url.startswith("sqlite")
    url = f"sqlite:///{instance / 'jobs.sqlite'}" if embedded else database_url
    return DBOSConfig(
        name="antarjemput",
        system_database_url=url,
        dbos_system_schema="jobs",
        executor_id=EXECUTOR,
        application_version=VERSION,
        log_level="WARNING",
    )
