"""What has happened since the plan was made: what is done, where everybody is, who is out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.fault import whole
from routing.plan import VISITS, Plan, Route, Step, StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A vehicle is at `location` until `free`, when its last stop or break is over.

    With a `heading` it left there for that visit, perhaps long ago, and is not called back. Who
    knows better where it is adds a location of its own to the matrices. `rested` are the breaks
    that it has had, or is having.
    """

    location: int | None
    free: int
    heading: int | None = None
    rested: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        given = (self.location, self.heading)
        whole("position", self.free, *(value for value in given if value is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How dear the plan is that people have been told: what a change must be worth.

    `moved` is the price, in seconds of cost, of a stop that goes to another vehicle, and `most`
    how many may do so for a gain only; `tolerance` the seconds by which a promised time may shift
    before it counts as broken, which happens only where the road or a required visit leaves no
    other way.
    """

    moved: int = 300
    tolerance: int = 1800
    most: int = 3

    def __post_init__(self) -> None:
        whole("keep", self.moved, self.tolerance, self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The day at the moment `now`.

    `done` visits are over, or being served (the vehicle's position says until when). Vehicles
    without a position that have done nothing have not left. `fetched` says when service at a
    pickup ended, where it was not as planned. `aboard` are visits of this plan's problem where
    people are taken who were aboard at an earlier replanning (see `Replanned.aboard`).
    `promised` times are those of the plan unless given.
    """

    now: int
    done: frozenset[int] = frozenset()
    cancelled: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    positions: Mapping[int, Position] = field(default_factory=dict)
    fetched: Mapping[int, int] = field(default_factory=dict)
    aboard: frozenset[int] = frozenset()
    promised: Mapping[int, int] | None = None
    keep: Keep = Keep()

    def __post_init__(self) -> None:
        whole("news", self.now, *self.fetched.values(), *(self.promised or {}).values())


def as_planned(plan: Plan, now: int) -> News:
    """The news of a day on which everything so far went as this plan has it."""
    positions: dict[int, Position] = {}
    done: set[int] = set()
    for route in plan.routes:
        begun = [step for step in route.steps if step.begin <= now]
        if begun:
            done.update(step.id for step in begun if step.kind in VISITS and step.id is not None)
            positions[route.vehicle] = _position(route, begun, now)
    return News(now=now, done=frozenset(done), positions=positions)


def _position(route: Route, begun: list[Step], now: int) -> Position:
    """Where a route is of which these steps have begun; breaks have no place of their own."""
    rested = frozenset(s.id for s in begun if s.kind is StepKind.BREAK and s.id is not None)
    last = max(n for n, step in enumerate(begun) if step.kind is not StepKind.BREAK)
    pauses = sum(step.departure - step.arrival for step in begun[last + 1 :])
    ahead = (step for step in route.steps[len(begun) :] if step.kind in VISITS)
    heading = next(ahead, None)
    free = begun[last].departure + pauses
    moving = heading is not None and begun[last].departure <= now
    return Position(
        location=begun[last].location,
        free=free if moving else max(now, free),
        heading=heading.id if moving and heading is not None else None,
        rested=rested,
    )
