"""Generated days for property tests: most jobs can be served, every constraint is used."""

from hypothesis import strategies as st

from routing import Break, Job, Problem, TimeWindow, Vehicle
from routing.matrix import Matrix

HOUR = 3600
PROFILES = ("motor", "foot")
LUNCH = Break(id=1, windows=(TimeWindow(12 * HOUR, 12 * HOUR + 1800),), service=HOUR)
TEA = Break(id=2, windows=(TimeWindow(9 * HOUR, 9 * HOUR),), service=600)


@st.composite
def matrices(draw: st.DrawFn, size: int) -> dict[str, Matrix]:
    """Asymmetric: each way is as long as its ends are apart, and up to a minute more."""
    places = draw(st.lists(st.integers(0, 900), min_size=size, max_size=size))
    extra = draw(st.lists(st.integers(0, 60), min_size=size, max_size=size))
    metres = [[abs(a - b) * 5 for b in places] for a in places]
    return {
        profile: Matrix.of(
            [
                [abs(a - b) * slow + (extra[i] if a != b else 0) for b in places]
                for i, a in enumerate(places)
            ],
            metres,
        )
        for profile, slow in zip(PROFILES, (1, 4), strict=True)
    }


def windows() -> st.SearchStrategy[tuple[TimeWindow, ...]]:
    morning, afternoon = TimeWindow(8 * HOUR, 12 * HOUR), TimeWindow(13 * HOUR, 15 * HOUR)
    narrow = TimeWindow(10 * HOUR, 10 * HOUR + 900)
    return st.sampled_from([(), (), (morning,), (afternoon,), (narrow, afternoon)])


@st.composite
def jobs(draw: st.DrawFn, number: int, size: int, fleet: int) -> Job:
    some = st.frozensets(st.integers(1, fleet), min_size=1)
    return Job(
        id=number,
        location=draw(st.integers(0, size - 1)),
        service=draw(st.sampled_from([0, 300, 600, 3600])),
        setup=draw(st.sampled_from([0, 0, 90])),
        windows=draw(windows()),
        delivery=(draw(st.integers(0, 3)), 1),
        skills=draw(st.sampled_from([frozenset[int](), frozenset[int](), frozenset({1})])),
        priority=draw(st.integers(0, 100)),
        prize=draw(st.sampled_from([None, None, 300])),
        vehicles=draw(st.none() | some),
        preferred=draw(st.sampled_from([frozenset[int](), frozenset({1})])),
        stray_cost=200,
    )


@st.composite
def vehicles(draw: st.DrawFn, number: int, size: int) -> Vehicle:
    place = st.none() | st.integers(0, size - 1)
    return Vehicle(
        id=number,
        profile=draw(st.sampled_from(PROFILES)),
        start=draw(place),
        end=draw(place),
        shift=draw(
            st.sampled_from([TimeWindow(8 * HOUR, 16 * HOUR), TimeWindow(9 * HOUR, 14 * HOUR)])
        ),
        breaks=draw(st.sampled_from([(), (LUNCH,), (LUNCH, TEA)])),
        capacity=draw(st.sampled_from([(), (12, 6)])),
        skills=frozenset({1}) if number == 1 else frozenset(),
        max_stops=draw(st.sampled_from([None, None, 4])),
        max_duration=draw(st.sampled_from([None, None, 5 * HOUR])),
    )


@st.composite
def days(draw: st.DrawFn, fewest: int = 0, most: int = 9) -> Problem:
    size, fleet = draw(st.integers(1, 7)), draw(st.integers(1, 3))
    count = draw(st.integers(fewest, most))
    return Problem(
        tuple(draw(jobs(number, size, fleet)) for number in range(1, count + 1)),
        tuple(draw(vehicles(number, size)) for number in range(1, fleet + 1)),
        draw(matrices(size)),
        balance=draw(st.sampled_from([0, 0, 1])),
    )


@st.composite
def lone_routes(draw: st.DrawFn) -> Problem:
    """One courier and up to five doors: small enough to try every order."""
    size = draw(st.integers(2, 6))
    count = draw(st.integers(1, 5))
    stops = [
        Job(id=n, location=draw(st.integers(0, size - 1)), service=600, windows=draw(windows()))
        for n in range(1, count + 1)
    ]
    shift = TimeWindow(8 * HOUR, 16 * HOUR)
    rider = Vehicle(id=1, start=0, end=0, shift=shift, breaks=draw(st.sampled_from([(), (LUNCH,)])))
    return Problem(tuple(stops), (rider,), draw(matrices(size)))
