"""How long to look for a plan of a campaign, and how to watch and stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from routing.search import ShouldStop, never


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the work stands: `step` is `lining`, `printing` or `routing`; `left` is a guess.

    While routing, `day` is the day in hand; `done` counts from 0 to 1 over the whole step.
    """

    step: str
    seconds: float
    left: float
    done: float
    day: int | None = None


OnStage = Callable[[Stage], None]


def unseen(_: Stage) -> None:
    """For who does not look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """`seconds` at most for the print plan's quantities, `routing_seconds` for all its routes.

    With `iterations` (of each route's search) instead of seconds, and one thread, the same seed
    gives the same answer on every machine.
    """

    seconds: float = 40.0
    routing_seconds: float | None = 420.0
    iterations: int | None = None
    seed: int = 0
    threads: int = 1
    on_stage: OnStage = unseen
    should_stop: ShouldStop = never
