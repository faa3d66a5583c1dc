"""The plots stay in their frame, go down with the work, and show no fan without a forecast."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.cetak.forecast import Done, Finish, finish
from field.domain.cetak.tracking import BurnPoint
from web.office.burn_plot import burn_plot
from web.office.plot_axis import HEIGHT, LEFT, WIDTH

FIRST = date(2026, 11, 23)


def spots(points: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (spot.split(",") for spot in points.split())]


def burn(count: int, today: int) -> list[BurnPoint]:
    return [
        BurnPoint(
            FIRST + timedelta(days=day), 100 * (count - day - 1),
            110 * (count - day) if day <= today else None,
        )
        for day in range(count)
    ]  # fmt: skip


@given(st.integers(1, 60), st.integers(-1, 60), st.lists(st.integers(0, 200), max_size=9))
def test_everything_lies_within_the_frame(count: int, today: int, done: list[int]) -> None:
    ahead = ((FIRST + timedelta(days=day), 100) for day in range(1000))
    end = finish(100 * count, [Done(100, one) for one in done], ahead)
    plot = burn_plot(120 * count, burn(count, today), end)
    assert plot
    for line in (plot.planned, plot.left, plot.fan):
        assert all(LEFT <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in spots(line))
    assert len({x for x, _ in plot.days}) == len(plot.days) <= 9


def test_less_is_lower_and_later_is_further_right() -> None:
    plot = burn_plot(500, burn(5, 2), None)
    assert plot
    for line in (plot.planned, plot.left):
        found = spots(line)
        assert found == sorted(found)
        assert [y for _, y in found][1:] == sorted(y for _, y in found[1:])
    assert plot.fan == ""


def test_no_end_in_sight_is_drawn_as_no_fan() -> None:
    nowhere = Finish(None, None, None, pace=0.0, days_seen=5)
    plot = burn_plot(500, burn(5, 2), nowhere)
    assert plot
    assert plot.fan == ""
    assert burn_plot(500, [], nowhere) is None
