"""What a running job says of itself, and hears; who runs jobs stands in the worker."""

from typing import Protocol


class Progress(Protocol):
    """The line between one job and the people who watch it."""

    def say(self, done: float, step: str) -> None:
        """Show how far it is (0 to 1) and what is being done, in words (marked with N_)."""
        ...

    def cancelled(self) -> bool:
        """Tell whether somebody asked for its end."""
        ...
