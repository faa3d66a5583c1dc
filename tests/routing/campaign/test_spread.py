"""Which stops on which day: close together, in time, and none forgotten."""

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from routing import Job, TimeWindow, Vehicle
from routing.campaign.areas import areas
from routing.campaign.days import Campaign, Span, spread
from routing.crow_flies import CrowFlies
from routing.parts import Outline
from routing.point import Point

SHIFT = TimeWindow(8 * 3600, 16 * 3600)
COURIER = Vehicle(id=1, start=0, end=0, shift=SHIFT)


def row(doors: int) -> tuple[Point, ...]:
    """The office, then doors on a straight street to the east, about 110 m apart."""
    return tuple(Point(-6.6, 106.8 + 0.001 * n) for n in range(doors + 1))


def doors(count: int, service: int = 600) -> tuple[Job, ...]:
    return tuple(Job(id=n, location=n, service=service) for n in range(1, count + 1))


def days_of(campaign: Campaign) -> list[list[int]]:
    return [sorted(job.id for job in day.jobs) for day in spread(campaign, CrowFlies())]


def test_each_day_has_one_end_of_the_street() -> None:
    found = days_of(Campaign(row(80), doors(80), ((COURIER,),) * 3))
    assert sorted(found) == [[], list(range(1, 41)), list(range(41, 81))]


def test_days_are_filled_before_another_is_begun() -> None:
    found = days_of(Campaign(row(20), doors(20), ((COURIER,),) * 5))
    assert [len(day) for day in found] == [20, 0, 0, 0, 0]


def test_no_more_stops_than_the_courier_may_make() -> None:
    rider = Vehicle(id=1, start=0, end=0, shift=SHIFT, max_stops=5)
    assert [len(day) for day in days_of(Campaign(row(20), doors(20), ((rider,),) * 4))] == [5] * 4


def test_nothing_happens_on_a_day_off() -> None:
    crews = ((COURIER,), (), (COURIER,))
    found = days_of(Campaign(row(80), doors(80), crews))
    assert [len(day) for day in found] == [40, 0, 40]


def test_the_end_where_people_wait_comes_first() -> None:
    spans = {number: Span(0, 1) for number in range(61, 81)}
    crews = ((COURIER,),) * 3
    first, *_ = days_of(Campaign(row(80), doors(80), crews, spans))
    assert set(spans) <= set(first)


def test_a_card_is_not_delivered_before_it_is_there() -> None:
    spans = {5: Span(2, 2), 6: Span(1, 2)}
    found = days_of(Campaign(row(20), doors(20), ((COURIER,),) * 3, spans))
    assert (found[1], found[2]) == ([6], [5])


def test_urgent_stops_all_over_town_leave_room_on_their_days() -> None:
    """A tenth is due on the first two of eight days: those take fewer of the others."""
    spans = {number: Span(0, 1) for number in range(10, 401, 10)}
    found = days_of(Campaign(row(400), doors(400, 500), ((COURIER,),) * 10, spans))
    assert all(number in found[0] + found[1] for number in spans)
    sizes = [len(day) for day in found if day]
    assert max(sizes) - min(sizes) <= 6


def test_territories_have_days_of_their_own() -> None:
    other = Vehicle(id=2, start=0, end=0, shift=SHIFT)
    jobs = tuple(
        Job(id=n, location=n, service=1800, vehicles=frozenset({1 + n % 2})) for n in range(1, 41)
    )
    found = spread(Campaign(row(40), jobs, ((COURIER, other),) * 4), CrowFlies())
    for day in found:
        by_courier = [sum(number in (job.vehicles or ()) for job in day.jobs) for number in (1, 2)]
        assert abs(by_courier[0] - by_courier[1]) <= 1


def test_job_for_nobody_is_not_lost() -> None:
    jobs = (Job(id=1, location=1, vehicles=frozenset({9})), Job(id=2, location=2))
    assert days_of(Campaign(row(2), jobs, ((COURIER,),))) == [[1, 2]]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_job_is_on_one_day_of_its_span(data: st.DataObject) -> None:
    count, length = data.draw(st.integers(1, 30)), data.draw(st.integers(1, 5))
    spans = {}
    for number in data.draw(st.sets(st.integers(1, count))):
        first = data.draw(st.integers(0, length - 1))
        spans[number] = Span(first, data.draw(st.integers(first, length - 1)))
    campaign = Campaign(row(count), doors(count, 3600), ((COURIER,),) * length, spans)
    found: list[Outline] = spread(campaign, CrowFlies())
    assert sorted(job.id for day in found for job in day.jobs) == list(range(1, count + 1))
    for day, outline in enumerate(found):
        for job in outline.jobs:
            assert campaign.span(job).first <= day <= campaign.span(job).last


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 40), st.integers(1, 6), st.randoms(use_true_random=False))
def test_areas_have_equal_work(stops: int, count: int, chance: Random) -> None:
    metres = np.array([(chance.random(), chance.random()) for _ in range(stops)])
    work = np.array([float(chance.randint(1, 9)) for _ in range(stops)])
    labels = areas(metres, work, [1.0] * count)
    shares = [work[labels == number].sum() for number in range(count)]
    assert max(shares) <= work.sum() / count + 9 * np.ceil(np.log2(count)) + 9
