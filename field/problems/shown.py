"""A stored plan as people read it: routes with times of day, stops in order, totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

Document = dict[str, Any]
VISITS = ("job", "pickup", "delivery")


@dataclass(frozen=True)
class ShownStop:
    household_id: int
    number: int  # of the visit in the problem (field.domain.jemput.visit_ids)
    sequence: int
    arrival: datetime
    service_s: int  # with parking
    travel_s: int  # from the stop before
    distance_m: int


@dataclass(frozen=True)
class ShownPause:
    after: int  # taken after this many stops
    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class ShownRoute:
    """One courier's route, in moments."""

    courier_id: int
    stops: tuple[ShownStop, ...]
    pauses: tuple[ShownPause, ...]
    starts: datetime
    ends: datetime
    travel_s: int
    waiting_s: int
    distance_m: int

    @property
    def work(self) -> timedelta:
        """Return the time from leaving to coming back, without pauses."""
        rest = sum((pause.ends - pause.begins for pause in self.pauses), timedelta())
        return self.ends - self.starts - rest


def shown_routes(plan: Document, midnight: datetime) -> Iterator[ShownRoute]:
    """Return the routes of all parts of a stored plan."""
    homes: dict[str, int] = plan.get("homes", {})
    for part in plan["parts"]:
        for route in part["routes"]:
            yield _route(route, midnight, homes)


def _route(route: Document, midnight: datetime, homes: dict[str, int]) -> ShownRoute:
    steps: list[Document] = route["steps"]
    stops: list[ShownStop] = []
    pauses: list[ShownPause] = []
    before = steps[0]
    for step in steps:
        arrival = _moment(midnight, step["arrival"])
        if step["type"] == "break":
            begins = arrival + timedelta(seconds=step["waiting_time"])
            ends = begins + timedelta(seconds=step["service"])
            pauses.append(ShownPause(len(stops), begins, ends))
        elif step["type"] in VISITS:
            stops.append(
                ShownStop(
                    household_id=homes.get(str(step["id"])) or step["id"],
                    number=step["id"],
                    sequence=len(stops) + 1,
                    # Who comes early for an appointment is not there for people before it.
                    arrival=arrival + timedelta(seconds=step["waiting_time"]),
                    service_s=step["setup"] + step["service"],
                    travel_s=step["duration"] - before["duration"],
                    distance_m=step["distance"] - before["distance"],
                )
            )
            before = step
    return ShownRoute(
        courier_id=route["vehicle"],
        stops=tuple(stops),
        pauses=tuple(pauses),
        starts=_moment(midnight, steps[0]["arrival"]),
        ends=_moment(midnight, steps[-1]["arrival"]),
        travel_s=steps[-1]["duration"],
        waiting_s=sum(step["waiting_time"] for step in steps),
        distance_m=steps[-1]["distance"],
    )


def _moment(midnight: datetime, seconds: int) -> datetime:
    return midnight + timedelta(seconds=seconds)
