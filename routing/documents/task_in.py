"""The jobs, shipments and booths of a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from routing.documents.fields import Fields
from routing.documents.names import Names
from routing.documents.places import Places
from routing.documents.vehicle_in import Driver
from routing.fault import ProblemFault
from routing.problem import Booth, Job, Kind, Shipment

OF_THE_WHOLE = {
    *("skills", "priority", "prize", "vehicles", "preferred_vehicles", "stray_cost", "group")
}
"""What is said of a shipment once, not of its ends."""
STEP_FIELDS = {
    *("id", "description", "location", "location_index", "setup", "service", "setup_per_type"),
    *("service_per_type", "time_windows", "delivery", "pickup", "after", "booth"),
}
JOB_FIELDS = STEP_FIELDS | OF_THE_WHOLE | {"amount"}
SHIPMENT_FIELDS = OF_THE_WHOLE | {"pickup", "delivery", "amount", "max_ride_time"}
BOOTH_FIELDS = {"id", "capacity", "duration"}


@dataclass(frozen=True)
class TaskReader:
    """Reads what is to be done, once it is known who is there and what visits are called."""

    places: Places
    names: Names
    drivers: Sequence[Driver]
    unit: Fraction

    def job(self, where: str, value: object) -> Job:
        fields = Fields(where, value, JOB_FIELDS)
        whole = self._of_the_whole(fields)
        job = self._visit(fields, Kind.JOB, whole)
        if not fields.has("amount"):
            return job
        if fields.has("delivery") or fields.has("pickup"):  # VROOM would look past it
            raise ProblemFault("unsupported_field", where=where, field="amount")
        return self._visit(fields, Kind.JOB, whole | {"delivery": fields.numbers("amount")})

    def shipment(self, where: str, value: object) -> Shipment:
        fields = Fields(where, value, SHIPMENT_FIELDS)
        whole = self._of_the_whole(fields)
        pickup, delivery = (
            self._visit(Fields(fields.at(kind), fields.need(kind), STEP_FIELDS), kind, whole)
            for kind in (Kind.PICKUP, Kind.DELIVERY)
        )
        return Shipment(
            pickup=pickup,
            delivery=delivery,
            amount=fields.numbers("amount"),
            max_ride=fields.number_or_none("max_ride_time"),
        )

    def _of_the_whole(self, fields: Fields) -> dict[str, Any]:
        prize = fields.number_or_none("prize")
        return {
            "skills": frozenset(fields.numbers("skills")),
            "priority": fields.number("priority"),
            "prize": None if prize is None else round(prize * self.unit),
            "vehicles": frozenset(fields.numbers("vehicles")) if fields.has("vehicles") else None,
            "preferred": frozenset(fields.numbers("preferred_vehicles")),
            "stray_cost": round(fields.number("stray_cost") * self.unit),
            "group": fields.number_or_none("group"),
        }

    def _visit(self, fields: Fields, kind: Kind, whole: dict[str, Any]) -> Job:
        number = fields.needed_number("id")
        new = self.names.ids[kind, number]
        return Job(
            **{
                "id": new,
                "number": None if new == number else number,
                "location": self.places.needed(fields, "location", "location_index"),
                "service": self._seconds(fields, "service", whole),
                "setup": self._seconds(fields, "setup", whole),
                "windows": fields.windows("time_windows"),
                "delivery": fields.numbers("delivery"),
                "pickup": fields.numbers("pickup"),
                "after": frozenset(self.names.visits(fields, "after")),
                "booth": fields.number_or_none("booth"),
                "description": fields.text("description"),
            }
            | whole
        )

    def _seconds(self, fields: Fields, name: str, whole: dict[str, Any]) -> int:
        """Seconds that may be told by vehicle type, if all who could come need the same."""
        usual = fields.number(name)
        by_type = fields.numbers_by_name(f"{name}_per_type")
        if not by_type:
            return usual
        asked = Job(id=0, location=0, skills=whole["skills"], vehicles=whole["vehicles"])
        able = [driver for driver in self.drivers if driver.vehicle.able(asked)]
        needed = {by_type.get(driver.type, usual) for driver in able} or {usual}
        if len(needed) > 1:
            raise ProblemFault("differs_by_type", where=fields.where, field=f"{name}_per_type")
        return needed.pop()


def read_booth(where: str, value: object) -> Booth:
    fields = Fields(where, value, BOOTH_FIELDS)
    return Booth(
        id=fields.needed_number("id"),
        capacity=fields.number("capacity", 1),
        duration=fields.needed_number("duration"),
    )
