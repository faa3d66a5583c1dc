"""How long to look, and how to watch and stop a search."""

from collections.abc import Callable
from dataclasses import dataclass

from routing.fault import whole


@dataclass(frozen=True, slots=True)
class Budget:
    """An end to the search: seconds of a monotonic clock, or iterations, or whichever is first.

    Only iterations alone give the same plan for the same seed on every machine.
    """

    seconds: float | None = None
    iterations: int | None = None

    def __post_init__(self) -> None:
        if self.iterations is not None:
            whole("iterations", self.iterations)

    def share(self, part: float) -> "Budget":
        """This fraction of the budget, for one part of a problem."""
        return Budget(
            None if self.seconds is None else self.seconds * part,
            None if self.iterations is None else max(1, round(self.iterations * part)),
        )

    def less(self, seconds: float) -> "Budget":
        """What is left of the budget after so many seconds."""
        left = None if self.seconds is None else max(0.0, self.seconds - seconds)
        return Budget(left, self.iterations)


@dataclass(frozen=True, slots=True)
class Progress:
    """The best so far. `loss` is what is minimised; `served` of `jobs` are on routes."""

    seconds: float
    loss: int
    served: int
    jobs: int


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


def unwatched(_: Progress) -> None:
    """For who does not look."""


def never() -> bool:
    """For who does not stop."""
    return False
