"""Generated problem documents with every field of ours and VROOM's, as strangers would send."""

from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]

WHOLE = st.integers(0, 5)
AMOUNT = st.lists(WHOLE, min_size=1, max_size=1)
IDS = st.lists(st.integers(1, 2), unique=True)
WINDOW = st.sampled_from([[0, 900], [300, 300], [1000, 2000]])
PLACES = 4
PLACE = {"location_index": st.integers(0, PLACES - 1)}
TASKS = st.lists(
    st.one_of(
        st.just(101),
        st.fixed_dictionaries({"type": st.just("pickup"), "id": st.just(101)}),
    ),
    max_size=1,
)
BY_TYPE = st.dictionaries(st.sampled_from(["van", "lorry"]), WHOLE, max_size=1)

STEP = PLACE | {"id": st.just(0)}
STEP_MAY = {
    "description": st.text(max_size=3),
    "setup": WHOLE,
    "service": WHOLE,
    "time_windows": st.lists(WINDOW, max_size=1),
    "after": TASKS,
    "booth": st.just(1),
    "delivery": AMOUNT,
    "pickup": AMOUNT,
}
WHOLE_MAY = {
    "skills": IDS,
    "priority": st.integers(0, 100),
    "prize": WHOLE,
    "vehicles": IDS,
    "preferred_vehicles": IDS,
    "stray_cost": WHOLE,
    "group": WHOLE,
}
JOB = st.fixed_dictionaries(STEP, optional=STEP_MAY | WHOLE_MAY)
SHIPMENT = st.fixed_dictionaries(
    {kind: st.fixed_dictionaries(STEP, optional=STEP_MAY) for kind in ("pickup", "delivery")},
    optional=WHOLE_MAY | {"amount": AMOUNT, "max_ride_time": WHOLE},
)
BREAK = st.fixed_dictionaries(
    {"id": st.just(1), "time_windows": st.lists(WINDOW, min_size=1, max_size=1)},
    optional={"service": WHOLE, "description": st.text(max_size=3)},
)
VEHICLE = st.fixed_dictionaries(
    {"id": st.just(0), "profile": st.sampled_from(["car", "bike"])},
    optional={
        "description": st.text(max_size=3),
        "start_index": st.integers(0, PLACES - 1),
        "end_index": st.integers(0, PLACES - 1),
        "capacity": AMOUNT,
        "costs": st.fixed_dictionaries(
            {},
            optional={
                "fixed": WHOLE,
                "per_hour": st.sampled_from([1800, 3600, 7200]),
                "per_km": st.sampled_from([0, 1000]),
                "per_task_hour": st.just(0),
            },
        ),
        "skills": IDS,
        "type": st.just("van"),
        "time_window": WINDOW,
        "breaks": st.lists(BREAK, max_size=1),
        "speed_factor": st.sampled_from([0.5, 1, 1.25]),
        "max_tasks": WHOLE,
        "max_travel_time": st.integers(0, 900),
        "max_distance": st.integers(0, 900),
        "max_duration": st.integers(0, 9000),
    },
)
ROWS = st.lists(
    st.lists(st.none() | st.integers(0, 900), min_size=PLACES, max_size=PLACES),
    min_size=PLACES,
    max_size=PLACES,
)
MATRIX = st.fixed_dictionaries({"durations": ROWS, "distances": ROWS})


@st.composite
def problems(draw: st.DrawFn) -> Document:
    """A document that can be read; whether it is well posed is another matter."""
    jobs = draw(st.lists(JOB, min_size=1, max_size=4))
    shipments = draw(st.lists(SHIPMENT, min_size=1, max_size=3))
    vehicles = draw(st.lists(VEHICLE, min_size=1, max_size=2))
    ends: list[list[Any]] = [[each[end] for each in shipments] for end in ("pickup", "delivery")]
    for steps in (jobs, *ends):
        for number, step in enumerate(steps, start=101):
            step["id"] = number
    for number, vehicle in enumerate(vehicles, start=1):
        vehicle["id"] = number
    vehicles[0]["locked"] = draw(TASKS)
    service = draw(BY_TYPE) if all(vehicle.get("type") for vehicle in vehicles) else {}
    return {
        "jobs": [job | {"service_per_type": service} for job in jobs],
        "shipments": shipments,
        "vehicles": vehicles,
        "booths": [{"id": 1, "capacity": draw(WHOLE), "duration": draw(WHOLE)}],
        "matrices": draw(st.fixed_dictionaries({"car": MATRIX, "bike": MATRIX})),
        "balance": draw(WHOLE),
        "compact": draw(WHOLE),
    }
