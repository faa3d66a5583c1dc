"""What stands at a stop never depends on the order in which events arrive."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from field.domain.event import EventKind, StopState
from field.domain.fold import Told, fold

CARDS = (1, 2)


def told(id_: str, kind: EventKind, seq: int, device: str = "a", **more: object) -> Told:
    return replace(Told(id_, device, seq, seq, kind), **more)  # type: ignore[arg-type]  # fields by name


DELIVERED, FAILED, UNDONE = EventKind.DELIVERED, EventKind.FAILED, EventKind.UNDONE


def state(*events: Told) -> StopState:
    return fold(events, CARDS).state


def test_nothing_told_is_waiting() -> None:
    assert state() is StopState.WAITING
    assert state(told("x", EventKind.SKIPPED, 1)) is StopState.WAITING


def test_undoing_takes_back_even_what_arrives_later() -> None:
    delivered = told("x", DELIVERED, 1)
    undone = told("y", UNDONE, 2, takes_back="x")
    assert state(delivered) is StopState.DELIVERED
    assert state(delivered, undone) is state(undone, delivered) is StopState.WAITING


def test_a_second_try_on_the_same_phone_succeeds() -> None:
    assert state(told("x", FAILED, 1), told("y", DELIVERED, 2)) is StopState.DELIVERED


def test_a_card_that_was_handed_over_cannot_fail_afterwards() -> None:
    assert state(told("x", DELIVERED, 1), told("y", FAILED, 2)) is StopState.REVIEW


def test_two_phones_that_disagree_go_to_review() -> None:
    one, other = told("x", DELIVERED, 1, "a"), told("y", FAILED, 1, "b")
    assert state(one, other) is StopState.REVIEW
    assert fold((one, other), CARDS).outcome is StopState.DELIVERED
    same = told("z", DELIVERED, 1, "b")
    assert state(one, same) is StopState.DELIVERED


def test_each_card_of_a_stop_has_its_own_outcome() -> None:
    one = told("x", DELIVERED, 1, cards=frozenset({1}))
    assert state(one) is StopState.WAITING
    other = told("y", FAILED, 2, cards=frozenset({2}))
    folded = fold((one, other), CARDS)
    assert folded.state is StopState.DELIVERED
    assert folded.cards[1].state is StopState.DELIVERED
    assert folded.cards[2].state is StopState.FAILED
    assert folded.cards[2].failures == 1


def test_what_the_office_must_look_at_shows_as_review() -> None:
    event = told("x", DELIVERED, 1, needs_review=True)
    assert state(event) is StopState.REVIEW
    assert fold((event,), CARDS).outcome is StopState.DELIVERED


@st.composite
def days(draw: st.DrawFn) -> list[Told]:
    """What one to three phones tell of one stop, each by its own seq."""
    events: list[Told] = []
    for device in draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c")])):
        for seq in range(draw(st.integers(0, 4))):
            kind = draw(st.sampled_from(list(EventKind)))
            earlier = [event.id for event in events] or ["none"]
            events.append(
                Told(
                    id=f"{device}{seq}",
                    device=device,
                    seq=seq,
                    order=len(events),
                    kind=kind,
                    cards=frozenset(draw(st.sets(st.sampled_from(CARDS)))),
                    takes_back=draw(st.sampled_from(earlier)) if kind is UNDONE else "",
                )
            )
    return events


@given(days(), st.data())
def test_any_arrival_and_any_repetition_fold_to_the_same(
    events: list[Told], data: st.DataObject
) -> None:
    arrived = data.draw(st.permutations(events))
    again = data.draw(st.lists(st.sampled_from(events))) if events else []
    reordered = [replace(event, order=place) for place, event in enumerate(arrived)]
    by_id = {event.id: event for event in reordered}
    twice = [*reordered, *(by_id[event.id] for event in again)]

    first, second = fold(events, CARDS), fold(twice, CARDS)

    assert first.state is second.state
    assert first.conflict == second.conflict
    assert {event.id for event in first.standing} == {event.id for event in second.standing}
    for card in CARDS:
        assert first.cards[card].state is second.cards[card].state
        assert first.cards[card].failures == second.cards[card].failures
