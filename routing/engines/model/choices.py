"""What is served and by whom: each visit may be left out at its price."""

from functools import cache

from routing.cost import penalty
from routing.engines.model.frame import Frame
from routing.problem import Job


def add(frame: Frame) -> None:
    fleet = frame.problem.vehicles

    @cache
    def able(skills: frozenset[int], vehicles: frozenset[int] | None) -> list[int]:
        asked = Job(id=0, location=0, skills=skills, vehicles=vehicles)
        return [number for number, vehicle in enumerate(fleet) if vehicle.able(asked)]

    for visit in frame.visits:
        index = frame.index[visit.id]
        frame.routing.AddDisjunction([index], penalty(visit))
        numbers = able(visit.skills, visit.vehicles)
        if len(numbers) < len(fleet):
            frame.routing.VehicleVar(index).SetValues([-1, *numbers])
