"""The fleet: the cars that fetch families, with their spaces, plates, drivers and hours."""

from dataclasses import dataclass

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.fleet import PLATE_TAKEN, CarForm
from field.domain.text import N_
from field.gateways.doors import Doors
from field.store import audit, fleet
from field.store.db import transaction
from field.store.tables import Car, Courier


@dataclass(frozen=True)
class CarView:
    """A car with who drives it; hours are the drivers'."""

    car: Car
    drivers: tuple[Courier, ...]


def cars() -> list[CarView]:
    drivers = fleet.drivers()
    return [
        CarView(car, tuple(one for one in drivers if one.car_id == car.id))
        for car in fleet.all_cars()
    ]


def choices() -> list[tuple[int, str]]:
    """Return the cars that a driver can be given."""
    return [(car.id, f"{car.plate} {car.name}".strip()) for car in fleet.all_cars() if car.active]


def car_of(car_id: int) -> CarView:
    car = fleet.car_or_none(car_id)
    if car is None:
        raise Fault(NOT_FOUND, what=N_("Mobil"))
    return CarView(car, tuple(fleet.drivers_of(car_id)))


def add(form: CarForm, by: int, doors: Doors) -> int:
    """Take a car into service."""
    with transaction() as live:
        if fleet.car_by_plate_or_none(form.plate):
            raise Fault(PLATE_TAKEN)
        car = Car(**vars(form))
        live.add(car)
        live.flush()
        audit.record(live, "car.add", at=doors.clock.now(), by=by, subject=f"car:{car.id}")
        return car.id


def change(car_id: int, form: CarForm, by: int, doors: Doors, *, active: bool) -> None:
    """Change a car; published routes stay as they are, the next plan minds it."""
    with transaction() as live:
        car = car_of(car_id).car
        twin = fleet.car_by_plate_or_none(form.plate)
        if twin is not None and twin.id != car_id:
            raise Fault(PLATE_TAKEN)
        for name, value in vars(form).items():
            setattr(car, name, value)
        car.active = active
        audit.record(
            live, "car.change", at=doors.clock.now(), by=by, subject=f"car:{car_id}",
            active=active,
        )  # fmt: skip
