"""A day with every constraint in it and a plan of it, worked out by hand and not by our code.

Six places in a row, 100 seconds and 10 metres apart; a second of driving costs 2. Vehicle 7 does
jobs 1, 2 and 3, rests, and brings shipment 5-6; vehicle 8 does job 9 and brings shipment 7-8; both
bring people to one booth, one after the other. Job 4 is left out and vehicle 12 is idle.

Costs: vehicle 7: 30 + 2 * 800 + setup 5 + compact 600 / 10 = 1695; vehicle 8: 20 + 2 * 1000 +
stray 15 + compact 500 / 10 = 2085; work 985 and 1060 of 3 vehicles: balance 2 * (1060 - 681) = 758.
"""

from routing import Booth, Break, Job, Plan, Problem, Shipment, TimeWindow, Vehicle
from routing.matrix import Matrix
from routing.plan import Route, Step, StepKind, Unassigned


def in_a_row(apart: int) -> list[list[int]]:
    return [[abs(here - there) * apart for there in range(6)] for here in range(6)]


def line(
    kind: str,
    place: int | None,
    times: tuple[int, int, int],
    so_far: tuple[int, int],
    load: tuple[int, ...],
    number: int | None = None,
) -> Step:
    """A step: arrival, setup and service; travel and distance so far; what is aboard."""
    arrival, setup, service = times
    return Step(
        kind=StepKind(kind),
        id=number,
        location=place,
        arrival=arrival,
        setup=setup,
        service=service,
        travel=so_far[0],
        distance=so_far[1],
        load=load,
    )


PROBLEM = Problem(
    (
        Job(
            id=1,
            location=1,
            service=50,
            setup=5,
            delivery=(1, 0),
            skills=frozenset({4}),
            group=9,
        ),
        Job(
            id=2,
            location=2,
            service=50,
            windows=(TimeWindow(200, 300),),
            delivery=(2, 0),
            after=frozenset({1}),
        ),
        Job(id=3, location=3, service=50, pickup=(1, 0), vehicles=frozenset({7}), group=9),
        Job(id=4, location=5, prize=1),
        Job(id=9, location=1, service=30, preferred=frozenset({7}), stray_cost=15),
    ),
    (
        Vehicle(
            id=7,
            start=0,
            end=0,
            shift=TimeWindow(0, 1045),
            breaks=(Break(id=1, windows=(TimeWindow(300, 400),), service=60),),
            capacity=(3, 1),
            skills=frozenset({4}),
            max_stops=5,
            max_duration=1045,
            max_travel=800,
            max_distance=80,
            fixed_cost=30,
            locked=(1, 2),
        ),
        Vehicle(id=8, start=0, end=0, capacity=(1, 0), fixed_cost=20),
        Vehicle(id=12, start=0, end=0),
    ),
    {"motor": Matrix.of(in_a_row(100), in_a_row(10), in_a_row(200))},
    balance=2,
    shipments=(
        Shipment(
            pickup=Job(id=5, location=4, service=20),
            delivery=Job(id=6, location=0, service=10, booth=1),
            amount=(1, 1),
            max_ride=400,
        ),
        Shipment(
            pickup=Job(id=7, location=5, service=20),
            delivery=Job(id=8, location=0, service=10, booth=1),
            amount=(1, 0),
        ),
    ),
    booths=(Booth(id=1, capacity=1, duration=15),),
    compact=10,
)

SEVEN = Route(
    7,
    (
        line("start", 0, (0, 0, 0), (0, 0), (3, 0)),
        line("job", 1, (100, 5, 50), (100, 10), (2, 0), 1),
        line("job", 2, (255, 0, 50), (200, 20), (0, 0), 2),
        line("break", None, (305, 0, 60), (200, 20), (0, 0), 1),
        line("job", 3, (465, 0, 50), (300, 30), (1, 0), 3),
        line("pickup", 4, (615, 0, 20), (400, 40), (2, 1), 5),
        line("delivery", 0, (1035, 0, 10), (800, 80), (1, 0), 6),
        line("end", 0, (1045, 0, 0), (800, 80), (1, 0)),
    ),
    1695,
)
EIGHT = Route(
    8,
    (
        line("start", 0, (0, 0, 0), (0, 0), (0, 0)),
        line("job", 1, (100, 0, 30), (100, 10), (0, 0), 9),
        line("pickup", 5, (530, 0, 20), (500, 50), (1, 0), 7),
        line("delivery", 0, (1050, 0, 10), (1000, 100), (0, 0), 8),
        line("end", 0, (1060, 0, 0), (1000, 100), (0, 0)),
    ),
    2085,
)
PLAN = Plan((SEVEN, EIGHT), (Unassigned(4, "not_worth", {"minutes": 1}),), 4538)
