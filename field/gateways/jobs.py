"""The queue of long work, as services see it."""

from collections.abc import Callable
from typing import Protocol


class Jobs(Protocol):
    """Runs each job at least once, through crashes and restarts.

    A job is known by the id of its row in the store; that row says what is to
    be done, and its result is committed under that id once.
    """

    def enqueue(self, job_id: str) -> None:
        """Hand the job to a worker; the same id twice is one job."""
        ...


class Progress(Protocol):
    """What a running job says of itself, and hears."""

    def say(self, done: float, step: str) -> None:
        """Show how far it is (0 to 1) and what is being done, in words."""
        ...

    def cancelled(self) -> bool:
        """Tell whether somebody asked for its end."""
        ...


Work = Callable[[str, Progress], None]
