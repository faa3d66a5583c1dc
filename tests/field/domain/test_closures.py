"""What may be drawn, for whom, and on which days it counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.closures import (
    BAD_DATES,
    NO_PLACE,
    NO_REASON,
    NOBODY,
    ON_FOOT,
    TOO_LARGE,
    Cause,
    Effect,
    Shape,
    Stretch,
    Term,
)
from field.domain.fault import Fault, FaultKind
from field.domain.place import Point
from field.domain.road_report import ReportState, after_undo

HERE, THERE, FAR = Point(-6.6, 106.8), Point(-6.6, 106.801), Point(-6.6, 106.9)
BESIDE = Point(-6.6, 106.80001)
MOTOR, FOOT = frozenset({"motor"}), frozenset({"foot"})
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("shape", "points", "effect", "profiles", "kind"),
    [
        (Shape.POINT, (), Effect.CLOSED, MOTOR, NO_PLACE),
        (Shape.POINT, (HERE, THERE), Effect.CLOSED, MOTOR, NO_PLACE),
        (Shape.LINE, (HERE,), Effect.CLOSED, MOTOR, NO_PLACE),
        (Shape.LINE, (HERE, BESIDE), Effect.CLOSED, MOTOR, NO_PLACE),
        (Shape.AREA, (HERE, THERE), Effect.CLOSED, MOTOR, NO_PLACE),
        (Shape.LINE, (HERE, FAR), Effect.CLOSED, MOTOR, TOO_LARGE),
        (Shape.LINE, (HERE, THERE) * 101, Effect.CLOSED, MOTOR, TOO_LARGE),
        (Shape.LINE, (HERE, THERE), Effect.CLOSED, frozenset[str](), NOBODY),
        (Shape.LINE, (HERE, THERE), Effect.CLOSED, frozenset({"kuda"}), NOBODY),
        (Shape.LINE, (HERE, THERE), Effect.ONE_WAY, MOTOR | FOOT, ON_FOOT),
        (Shape.POINT, (HERE,), Effect.BOTH_WAYS, MOTOR, ON_FOOT),
    ],
)
def test_what_cannot_be_meant_is_refused(
    shape: Shape,
    points: tuple[Point, ...],
    effect: Effect,
    profiles: frozenset[str],
    kind: FaultKind,
) -> None:
    with pytest.raises(Fault) as refused:
        Stretch(shape, points, effect, profiles)
    assert refused.value.kind is kind


@given(DAYS, st.integers(0, 40), DAYS)
def test_a_term_counts_from_its_first_day_to_its_last(begins: date, days: int, day: date) -> None:
    term = Term(begins, begins + timedelta(days=days))
    listed = [begins + timedelta(days=number) for number in range(days + 1)]
    assert term.holds_on(day) == (day in listed)
    assert Term(begins, None).holds_on(day) == (day >= begins)


def test_a_term_does_not_end_before_it_begins() -> None:
    with pytest.raises(Fault) as refused:
        Term(date(2026, 11, 24), date(2026, 11, 23))
    assert refused.value.kind is BAD_DATES
    assert Term(date(2026, 11, 1), date(2026, 11, 24)).checked(date(2026, 11, 24))


@pytest.mark.parametrize("cause", [("", ""), ("malas", ""), ("other", " ")])
def test_a_reason_is_one_of_the_known(cause: tuple[str, str]) -> None:
    with pytest.raises(Fault) as refused:
        Cause(*cause)
    assert refused.value.kind is NO_REASON
    assert Cause("other", "galian pipa")


def test_who_takes_a_report_back_does_so_before_it_is_decided() -> None:
    moved = {state: after_undo(state, undone=True) for state in ReportState}
    assert moved[ReportState.NEW] == ReportState.WITHDRAWN
    assert moved[ReportState.ACCEPTED] == ReportState.ACCEPTED
    assert moved[ReportState.REFUSED] == ReportState.REFUSED
    assert after_undo(ReportState.WITHDRAWN, undone=False) == ReportState.NEW
