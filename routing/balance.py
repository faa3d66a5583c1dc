"""An even day: everybody gets a shorter shift, as short as the work allows.

Prices on the length of routes blind a guided local search, which then finds poor routes; limits do
not. So the first plan tells how much work there is, the shifts are cut to a fair share of it, and
the plan with the least loss wins, balance included.
"""

from dataclasses import replace

from routing.plan import Plan
from routing.problem import Problem, TimeWindow, Vehicle

FIRST_SHARE = 0.2
"""The part of the budget that goes into learning how much work there is."""
LATER_SHARES = (0.5, 0.3)

ROOM = (1.06, 1.02, 1.20)
"""Room above the fair share: a good first try, a tighter one after success, else a looser one."""


def capped(problem: Problem, plan: Plan, room: float) -> Problem:
    """The problem with every shift cut to this much of the fair share of the plan's work."""
    fair = _fair_share([_available(v) for v in problem.vehicles], sum(r.work for r in plan.routes))
    fleet = tuple(_cut(vehicle, round(fair * room)) for vehicle in problem.vehicles)
    return replace(problem, vehicles=fleet)


def _fair_share(available: list[int], work: int) -> int:
    """The working time that, given to all who have it, does the work: short shifts fill up."""
    left, many = work, len(available)
    for hours in sorted(available):
        if hours * many >= left:
            break
        left, many = left - hours, many - 1
    return left // max(1, many)


def _available(vehicle: Vehicle) -> int:
    return vehicle.shift.close - vehicle.shift.open - sum(rest.service for rest in vehicle.breaks)


def _cut(vehicle: Vehicle, work: int) -> Vehicle:
    """The shift closes after so much work and the breaks that come before it is done."""
    close = vehicle.shift.open + work
    for rest in vehicle.rests:
        before = rest.windows[0].open + rest.service <= vehicle.shift.open
        if not before and close > rest.windows[-1].close:
            close += rest.service
    return replace(vehicle, shift=TimeWindow(vehicle.shift.open, min(vehicle.shift.close, close)))
