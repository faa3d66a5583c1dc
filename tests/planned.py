"""A day made ready to be planned, and planned at once instead of by the worker."""

from datetime import date

from field.domain.plan_order import PlanOrder
from field.gateways.doors import Doors
from field.services.jobs import run_here
from field.services.planning import ask_plan, plan_of_job, run_plan
from field.store.db import session, transaction
from field.store.tables import Courier, Household, Manifest, Territory
from tests.builders import BONDONGAN, TODAY, make_household


class Silent:
    """Progress that nobody watches; `stop` asks for the end."""

    def __init__(self, *, stop: bool = False) -> None:
        self.stop = stop
        self.said: list[float] = []

    def say(self, done: float, step: str) -> None:
        assert step
        self.said.append(done)

    def cancelled(self) -> bool:
        return self.stop


def make_doors_to_visit(doors: Doors, count: int, kelurahan: str = BONDONGAN) -> list[int]:
    """Make households spread over a few hundred metres, one card each."""
    homes = [make_household(doors, kelurahan=kelurahan) for _ in range(count)]
    with transaction() as live:
        for number, home_id in enumerate(homes):
            home = live.get(Household, home_id)
            assert home
            home.lat = -6.6110 + number % 7 / 700
            home.lon = 106.8004 + number % 5 / 500
    return homes


def plan_now(
    doors: Doors,
    day: date = TODAY,
    kecamatan: str | None = None,
    *,
    again: bool = False,
    seconds: int = 1,
) -> int:
    """Ask for a plan and make it; returns its id."""
    order = PlanOrder(day, kecamatan, seconds=seconds, again=again, whole_shift=True)
    job_id = ask_plan(order, None, doors, here=True)
    run_here(job_id, run_plan, Silent(), doors)
    made = plan_of_job(job_id)
    assert made is not None
    return made


def courier_like(courier_id: int, **changed: object) -> None:
    """Change a courier straight in the store; `territory` is a list of kelurahan."""
    with transaction() as live:
        courier = live.get(Courier, courier_id)
        assert courier
        for name, value in changed.items():
            if name == "territory":
                assert isinstance(value, list)
                value = [Territory(kelurahan=code) for code in value]
            setattr(courier, name, value)


def manifests_of(courier_id: int) -> list[Manifest]:
    query = session().query(Manifest).filter_by(courier_id=courier_id)
    return query.order_by(Manifest.version).all()
