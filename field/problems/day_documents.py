"""What jemput adds to a planned day as it is kept: turns, what is in no part, and whose door."""

from collections.abc import Iterable

from field.domain.jemput.visit_ids import visit_of
from field.domain.planning import NO_POINT_WORDS, NO_POINT_YET
from field.problems.jemput_day import (
    NO_TURN,
    NO_TURN_WORDS,
    NOT_BOTH_WAYS_WORDS,
    Outing,
    PersonTurn,
)
from field.problems.stored import Document

NOT_PLANNED = "not_planned"  # routing's word for it


def with_jemput(documents: tuple[Document, Document], fetched: Outing) -> tuple[Document, Document]:
    """Return problem and plan of the whole day; still ids only."""
    problem, plan = documents
    for left in (one for part in plan["parts"] for one in part["unassigned"]):
        # Nothing else takes a trip off a plan that was found for it.
        if left["reason"]["code"] == NOT_PLANNED and visit_of(left["id"]).trip:
            left["reason"] |= NOT_BOTH_WAYS_WORDS
    left_out = [
        *plan["unassigned"],
        *_left(fetched.no_point, NO_POINT_YET, NO_POINT_WORDS),
        *_left(fetched.no_turn, NO_TURN, NO_TURN_WORDS),
    ]
    homes = {str(number): home for number, home in fetched.homes.items()}
    turns = [_turn(turn) for turn in fetched.turns]
    return {**problem, "turns": turns}, {**plan, "unassigned": left_out, "homes": homes}


def _left(numbers: Iterable[int], code: str, words: dict[str, str]) -> list[Document]:
    return [{"id": number, "reason": {"code": code, **words}} for number in numbers]


def _turn(turn: PersonTurn) -> Document:
    return {
        "trip": turn.trip_id,
        "person": turn.person_id,
        "office": turn.office,
        "starts": turn.starts.isoformat(),
        "duration_s": turn.duration_s,
        "bumped": turn.bumped,
    }
