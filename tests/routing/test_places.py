"""Places in booths as windows: however they are used, no booth holds more than it can."""

from collections.abc import Mapping, Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from routing import Booth, Budget, Job, Problem, Shipment, TimeWindow, solve
from routing.check import check
from routing.engines.places import Windows, lent
from tests.routing.street import street, van

DICE = Random(1)  # noqa: S311 - who chooses first, no secret
MOMENTS = st.integers(min_value=0, max_value=60)
LENGTHS = st.integers(min_value=1, max_value=20)


@st.composite
def some_windows(draw: st.DrawFn) -> Windows:
    """None, one or two of them, the second after the first."""
    found: list[TimeWindow] = []
    for _ in range(draw(st.integers(min_value=0, max_value=2))):
        opens = draw(MOMENTS) + (found[-1].close + 1 if found else 0)
        found.append(TimeWindow(opens, opens + draw(MOMENTS)))
    return tuple(found)


def naming(booth: Booth, windows: Sequence[Windows]) -> Problem:
    jobs = tuple(Job(id=n, location=0, windows=w, booth=1) for n, w in enumerate(windows, start=1))
    return Problem(jobs, (van(),), street(), booths=(booth,))


def allowed(job: Job, moment: int) -> bool:
    return not job.windows or any(each.open <= moment <= each.close for each in job.windows)


def most_at_once(booth: Booth, begins: Sequence[int]) -> int:
    return max((sum(b <= at < b + booth.duration for b in begins) for at in begins), default=0)


def any_moment(windows: Mapping[int, Windows], dice: Random) -> dict[int, int]:
    return {
        visit: dice.randint(each.open, min(each.close, 500))
        for visit, those in windows.items()
        if those
        for each in [dice.choice([one for one in those if one.open <= 500])]
    }


@given(
    st.integers(min_value=0, max_value=3),
    LENGTHS,
    st.lists(some_windows(), max_size=7),
    st.randoms(use_true_random=False),
)
def test_whoever_begins_when_in_his_windows_finds_a_place(
    capacity: int, duration: int, windows: list[Windows], dice: Random
) -> None:
    """Asked again with those moments, everybody keeps his own, and the rows hold again."""
    booth = Booth(id=1, capacity=capacity, duration=duration)
    problem = naming(booth, windows)
    begun: dict[int, int] = {}
    for _ in range(3):
        found = lent(problem, begun, dice)
        assert found.keys() == set(problem.job)
        for visit, moment in begun.items():
            assert any(each.open <= moment <= each.close for each in found[visit])
        begun = any_moment(found, dice)
        assert most_at_once(booth, list(begun.values())) <= capacity
        assert all(allowed(problem.job[visit], moment) for visit, moment in begun.items())


def test_who_must_come_soonest_chooses_first() -> None:
    """One place for ten minutes: both fit, but only if who has all day waits."""
    late, soon = (TimeWindow(0, 10),), (TimeWindow(0, 0),)
    found = lent(naming(Booth(id=1, capacity=1, duration=10), [late, soon]), {}, DICE)
    assert found == {1: (TimeWindow(10, 10),), 2: soon}


def test_a_stay_of_no_length_needs_no_place() -> None:
    assert lent(naming(Booth(id=1, capacity=1, duration=0), [(), ()]), {}, DICE) == {}


def test_a_booth_is_as_full_as_it_can_be() -> None:
    """Nine people, four cars, one booth: six stays of 10 minutes fit into its hour."""
    hour = (TimeWindow(1000, 1000 + 3000),)
    rides = tuple(
        Shipment(
            pickup=Job(id=2 * n, location=1 + n % 3),
            delivery=Job(id=2 * n + 1, location=0, windows=hour, booth=1),
            amount=(1,),
            max_ride=400,
        )
        for n in range(1, 10)
    )
    fleet = tuple(van(n, start=0, end=0, capacity=(2,)) for n in range(1, 5))
    booth = Booth(id=1, capacity=1, duration=600)
    problem = Problem((), fleet, street(), shipments=rides, booths=(booth,))
    plan = solve(problem, Budget(iterations=60), 1)
    assert not check(problem, plan)
    assert len(plan.unassigned) == 2 * 3
