"""A row of the classic table formats: where, how much, when, how long."""

from dataclasses import dataclass

from routing.instances.rounding import Rounding
from routing.problem import Job, TimeWindow


@dataclass(frozen=True, slots=True)
class Node:
    id: int
    x: float
    y: float
    amount: int
    open: float
    close: float
    service: float

    def window(self, rounding: Rounding) -> TimeWindow:
        return TimeWindow(rounding.time(self.open), rounding.time(self.close))

    def visit(self, location: int, rounding: Rounding) -> Job:
        """A stop here, whatever it carries."""
        return Job(
            id=self.id,
            location=location,
            service=rounding.time(self.service),
            windows=(self.window(rounding),),
        )
