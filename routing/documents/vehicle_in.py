"""The vehicles of a document, and the profiles that their speed and their costs make of its own."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from routing.documents.costs import Costs, read_costs
from routing.documents.fields import Fields
from routing.documents.names import Names
from routing.documents.places import Places
from routing.fault import ProblemFault
from routing.plan import VISITS, StepKind
from routing.problem import ALWAYS, Break, Kind, Vehicle

VEHICLE_FIELDS = {
    *("id", "profile", "description", "start", "start_index", "end", "end_index", "capacity"),
    *("costs", "skills", "type", "time_window", "breaks", "speed_factor", "max_tasks"),
    *("max_travel_time", "max_distance", "steps", "max_duration", "locked"),
}
BREAK_FIELDS = {"id", "time_windows", "service", "description"}
STEP_FIELDS = {
    *("type", "id", "description", "location", "location_index", "arrival", "duration", "setup"),
    *("service", "waiting_time", "distance", "load", "violations"),
}
"""What a plan says of a step may be said of a start's: it is known from the problem."""
DEFAULT_PROFILE = "car"
FASTEST = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """A profile at another speed (in hundredths) or at other costs."""

    profile: str
    speed: int = 100
    costs: Costs = field(default_factory=Costs)

    @property
    def name(self) -> str:
        speed = "" if self.speed == 100 else f" x{self.speed / 100:g}"
        costs = "" if self.costs.usual else f" {self.costs.per_hour}/h {self.costs.per_km}/km"
        return f"{self.profile}{speed}{costs}"


@dataclass(frozen=True, slots=True)
class Driver:
    """A vehicle as it is read: its profile is still the document's, its costs too."""

    vehicle: Vehicle
    pace: Pace
    type: str
    fields: Fields

    def ready(self, unit: Fraction, names: Names) -> Vehicle:
        """The vehicle, when costs have a unit and visits have ids."""
        for kind, number in steps_of(self.fields):
            names.id_of(kind, number)
        return replace(
            self.vehicle,
            profile=self.pace.name,
            fixed_cost=round(self.vehicle.fixed_cost * unit),
            locked=names.visits(self.fields, "locked"),
        )


def read_vehicle(places: Places, where: str, value: object) -> Driver:
    fields = Fields(where, value, VEHICLE_FIELDS)
    costs = read_costs(fields)
    profile = fields.text("profile", DEFAULT_PROFILE)
    vehicle = Vehicle(
        id=fields.needed_number("id"),
        profile=profile,
        start=places.found(fields, "start", "start_index"),
        end=places.found(fields, "end", "end_index"),
        shift=fields.window("time_window", ALWAYS),
        breaks=tuple(_break(at, rest) for at, rest in fields.items("breaks")),
        capacity=fields.numbers("capacity"),
        skills=frozenset(fields.numbers("skills")),
        max_stops=fields.number_or_none("max_tasks"),
        max_duration=fields.number_or_none("max_duration"),
        max_travel=fields.number_or_none("max_travel_time"),
        max_distance=fields.number_or_none("max_distance"),
        fixed_cost=costs.fixed,
        description=fields.text("description"),
    )
    return Driver(
        vehicle, Pace(profile, _speed(fields), replace(costs, fixed=0)), fields.text("type"), fields
    )


def steps_of(vehicle: Fields) -> list[tuple[Kind, int]]:
    """The names of the tasks on the route that this vehicle is to start from."""
    found = []
    for where, value in vehicle.items("steps"):
        step = Fields(where, value, STEP_FIELDS)
        kind = step.text("type")
        if kind not in tuple(StepKind):
            raise ProblemFault("wrong_shape", where=step.at("type"), want=" | ".join(StepKind))
        if kind in VISITS:
            found.append((Kind(kind), step.needed_number("id")))
    return found


def _break(where: str, value: object) -> Break:
    fields = Fields(where, value, BREAK_FIELDS)
    return Break(
        id=fields.needed_number("id"),
        windows=fields.windows("time_windows"),
        service=fields.number("service"),
        description=fields.text("description"),
    )


def _speed(fields: Fields) -> int:
    """In hundredths: VROOM keeps two digits of it."""
    given = fields.real("speed_factor", 1)
    if not 0.005 <= given <= FASTEST:
        raise ProblemFault("speed_range", where=fields.where, value=str(given))
    return round(given * 100)
