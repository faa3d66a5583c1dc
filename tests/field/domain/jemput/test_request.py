"""No step of a request is taken in silence, and none leads to "selesai" without home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.fault import Fault
from field.domain.jemput.request import (
    NEEDS_REASON,
    NO_REASON,
    NOT_HOME,
    Act,
    RequestState,
    fold_request,
    may,
    moved,
)


@given(st.lists(st.tuples(st.sampled_from(list(Act)), st.booleans(), st.booleans())))
def test_whatever_is_tried_nothing_is_finished_without_home(
    tries: list[tuple[Act, bool, bool]],
) -> None:
    state: RequestState | None = None
    taken: list[Act] = []
    for act, reason, home in tries:
        try:
            after = moved(state, act, why="hujan" if reason else " ", all_home=home)
        except Fault:
            continue
        assert not (act in NEEDS_REASON and not reason)
        if after is RequestState.FINISHED and act is Act.FINISH:
            assert home
            assert state is RequestState.ACCEPTED
        state = after
        taken.append(act)
    assert fold_request(taken) is state


def test_a_refusal_has_a_reason_and_a_finish_has_everybody_home() -> None:
    with pytest.raises(Fault) as silent:
        moved(RequestState.NEW, Act.REFUSE, why="  ")
    assert silent.value.kind is NO_REASON
    with pytest.raises(Fault) as away:
        moved(RequestState.ACCEPTED, Act.FINISH)
    assert away.value.kind is NOT_HOME


def test_what_is_over_can_only_be_opened_again_and_home_holds_until_it_is_taken_back() -> None:
    for over in (RequestState.REFUSED, RequestState.CANCELLED):
        assert [act for act in Act if may(over, act)] == [Act.REOPEN]
    assert [act for act in Act if may(RequestState.FINISHED, act)] == [Act.UNFINISH]
    assert moved(RequestState.FINISHED, Act.UNFINISH) is RequestState.ACCEPTED


def test_a_family_answers_a_proposal_with_yes_or_another_day() -> None:
    proposed = fold_request([Act.ASK, Act.PROPOSE])
    assert proposed is RequestState.PROPOSED
    assert moved(proposed, Act.AGREE) is RequestState.ACCEPTED
    assert moved(proposed, Act.MOVE) is RequestState.NEW
