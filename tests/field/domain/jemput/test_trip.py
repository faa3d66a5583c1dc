"""Nobody is "selesai" until home, whatever phones tell and in whatever order."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from field.domain.jemput.trip import ENDINGS, Leg, TripEventKind, TripState, TripTold, fold_trip
from field.domain.jemput.whereabouts import PersonDay, Where, alarms, all_home

K = TripEventKind
PEOPLE = (1, 2)
HOME_FACTS = {K.HOME, K.HOME_OWN_WAY}


def told(*kinds: TripEventKind, device: str = "a", start: int = 0) -> list[TripTold]:
    return [
        TripTold(f"{device}{start + n}", device, start + n, kind) for n, kind in enumerate(kinds)
    ]


def fold_day(
    out: Iterable[TripTold], back: Iterable[TripTold], people: Iterable[int], called_off: str = ""
) -> dict[int, PersonDay]:
    """Both ways of a household."""
    people = list(people)
    there = fold_trip(Leg.OUTBOUND, out, people, called_off)
    home = fold_trip(Leg.RETURN, back, people, called_off)
    return {person: PersonDay(there[person], home[person]) for person in people}


def one(out: Iterable[TripTold] = (), back: Iterable[TripTold] = ()) -> PersonDay:
    return fold_day(out, back, [1])[1]


@st.composite
def events(draw: st.DrawFn) -> list[TripTold]:
    """What one or two phones tell of one way, undone facts and single riders among it."""
    found: list[TripTold] = []
    for device in draw(st.sampled_from([("a",), ("a", "b")])):
        for seq in range(draw(st.integers(0, 6))):
            kind = draw(st.sampled_from(list(K)))
            earlier = [event.id for event in found] or ["none"]
            back = draw(st.sampled_from(earlier)) if kind is K.UNDONE else ""
            people = frozenset(draw(st.sets(st.sampled_from(PEOPLE))))
            found.append(TripTold(f"{device}{seq}", device, seq, kind, people, back))
    return found


def standing(told_of: list[TripTold], person: int) -> set[TripEventKind]:
    undone = {event.takes_back for event in told_of if event.kind is K.UNDONE}
    return {
        event.kind
        for event in told_of
        if event.id not in undone and (not event.people or person in event.people)
    }


@given(events(), events())
def test_no_sequence_is_finished_without_home(out: list[TripTold], back: list[TripTold]) -> None:
    days = fold_day(out, back, PEOPLE)
    for person, day in days.items():
        if day.finished:
            assert standing(back, person) & HOME_FACTS
        if day.away:
            assert day.open
        left = standing(out, person) & {K.ABOARD, K.DROPPED, K.AT_OFFICE}
        assert not (left and day.explained)
    if all_home(days):
        assert not any(day.open for day in days.values())
        assert any(standing(back, person) & HOME_FACTS for person in PEOPLE)


@given(events(), events(), st.data())
def test_any_arrival_and_any_repetition_fold_to_the_same(
    out: list[TripTold], back: list[TripTold], data: st.DataObject
) -> None:
    first = fold_day(out, back, PEOPLE)
    mixed = data.draw(st.permutations(out))
    again = data.draw(st.lists(st.sampled_from(back))) if back else []
    assert fold_day(mixed, [*back, *again], PEOPLE) == first


@given(events(), st.sampled_from(sorted(ENDINGS)))
def test_an_ending_of_the_way_back_never_brings_anybody_home(
    out: list[TripTold], ending: TripEventKind
) -> None:
    day = fold_day(out, told(ending), PEOPLE)[1]
    assert not day.finished
    without = fold_day(out, (), PEOPLE)[1]
    assert day.where is without.where


@given(events(), events())
def test_what_is_called_off_hides_nobody_who_travelled(
    out: list[TripTold], back: list[TripTold]
) -> None:
    as_told = fold_day(out, back, PEOPLE)
    for person, day in fold_day(out, back, PEOPLE, TripState.LATE_CANCELLED).items():
        assert (day.where, day.away) == (as_told[person].where, as_told[person].away)
        assert day.explained >= as_told[person].explained
        if not standing([*out, *back], person):
            assert day.explained


def test_a_day_out_goes_step_by_step() -> None:
    out = told(K.ARRIVED, K.ABOARD, K.DROPPED, K.AT_OFFICE)
    back = told(K.READY, K.ARRIVED, K.ABOARD, K.DROPPED, K.HOME)
    seen = [one(out[:n]).where for n in range(5)]
    assert seen == [
        Where.NOT_LEFT, Where.NOT_LEFT, Where.TO_OFFICE, Where.AT_OFFICE, Where.AT_OFFICE,
    ]  # fmt: skip
    seen = [one(out, back[:n]).where for n in range(1, 6)]
    assert seen == [
        Where.AT_OFFICE, Where.AT_OFFICE, Where.TO_HOME, Where.TO_HOME, Where.HOME,
    ]  # fmt: skip


def test_a_no_show_at_the_door_leaves_the_way_back_open() -> None:
    gone = one(told(K.ARRIVED, K.CALLED, K.NO_SHOW))
    assert gone.open
    assert not gone.explained
    assert gone.back.state is TripState.WAITING
    came_alone = one(told(K.NO_SHOW), told(K.READY))
    assert came_alone.where is Where.AT_OFFICE
    assert one(told(K.NO_SHOW), told(K.CANCELLED)).explained


def test_who_was_absent_and_then_found_travels_on_the_same_phone_only() -> None:
    found = fold_trip(Leg.OUTBOUND, told(K.NO_SHOW, K.ABOARD), [1])[1]
    assert found.state is TripState.ABOARD
    turned = fold_trip(Leg.OUTBOUND, told(K.ABOARD, K.NO_SHOW), [1])[1]
    assert turned.state is TripState.REVIEW
    other = [*told(K.NO_SHOW), *told(K.ABOARD, device="b", start=5)]
    assert fold_trip(Leg.OUTBOUND, other, [1])[1].state is TripState.REVIEW


def test_a_better_word_of_the_same_phone_replaces_an_ending() -> None:
    better = fold_trip(Leg.OUTBOUND, told(K.NO_SHOW, K.CANCELLED_AT_DOOR), [1])[1]
    assert better.state is TripState.CANCELLED_AT_DOOR
    flagged = [replace(event, needs_review=True) for event in told(K.NO_SHOW)]
    assert fold_trip(Leg.OUTBOUND, flagged, [1])[1].state is TripState.REVIEW


def test_each_rider_has_a_state_of_his_own() -> None:
    aboard = replace(told(K.ABOARD)[0], people=frozenset({1}))
    absent = replace(told(K.NO_SHOW, start=1)[0], people=frozenset({2}))
    riders = fold_trip(Leg.OUTBOUND, [aboard, absent], PEOPLE)
    assert (riders[1].state, riders[2].state) == (TripState.ABOARD, TripState.NO_SHOW)


def test_the_alarm_rings_before_the_shift_ends_for_who_is_away() -> None:
    ends = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    days = {1: one(told(K.ABOARD, K.AT_OFFICE)), 2: one(), 3: one((), told(K.HOME_OWN_WAY))}
    assert alarms(days, ends - timedelta(hours=2), ends) == []
    assert alarms(days, ends - timedelta(minutes=60), ends) == [1]
    assert alarms(days, ends + timedelta(hours=5), ends) == [1]
