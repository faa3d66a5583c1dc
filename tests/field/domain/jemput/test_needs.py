"""What a person can do decides on car, minutes and service; nobody is asked for an illness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.fault import Fault
from field.domain.jemput.care import BAD_HOUR, CareCard, read_hours
from field.domain.jemput.kit import KitEventKind, KitState, KitTold, fold_kit
from field.domain.jemput.needs import (
    Aid,
    Rider,
    Service,
    Spaces,
    kit_visit_s,
    load_s,
    service_for,
    spaces_of,
)

riders = st.lists(st.builds(Rider, st.sampled_from(list(Aid)), st.booleans()), max_size=5)


@given(riders, riders)
def test_two_households_need_what_each_needs(one: list[Rider], other: list[Rider]) -> None:
    assert spaces_of([*one, *other]) == spaces_of(one) + spaces_of(other)
    assert load_s([*one, *other]) == load_s(one) + load_s(other)


def test_a_chair_that_does_not_fold_takes_its_own_space_and_a_companion_a_seat() -> None:
    assert spaces_of([Rider(Aid.WHEELCHAIR_RIGID, companion=True)]) == Spaces(1, 1)
    assert spaces_of([Rider(Aid.WHEELCHAIR_FOLDS)]) == Spaces(1, 0)
    assert not Spaces(0, 1).within(Spaces(4, 0))


def test_the_walk_from_the_door_is_slower_for_who_needs_help() -> None:
    walk = 100
    assert load_s([Rider(Aid.WALKS)], walk) - load_s([Rider(Aid.WALKS)]) == 2 * walk
    assert load_s([Rider(Aid.CARRIED)], walk) - load_s([Rider(Aid.CARRIED)]) == 3 * walk


def test_who_lies_in_bed_brings_the_kit_to_the_whole_household() -> None:
    assert service_for([Aid.WALKS, Aid.BED]) is Service.KIT
    assert service_for([Aid.CARRIED]) is Service.FETCH
    assert 20 * 60 <= kit_visit_s([Aid.BED]) <= 40 * 60


def kit(kind: KitEventKind, seq: int, device: str = "a", **more: object) -> KitTold:
    return KitTold(f"{device}{seq}", device, seq, kind, **more)  # type: ignore[arg-type]  # fields by name


def test_a_recording_at_the_bed_is_proven_by_two_photos() -> None:
    recorded = KitEventKind.KIT_RECORDED
    assert fold_kit([kit(recorded, 1, photos=("x", "y"))]) is KitState.RECORDED
    assert fold_kit([kit(recorded, 1, photos=("x", "x"))]) is KitState.REVIEW
    failed = kit(KitEventKind.KIT_FAILED, 1)
    later = kit(recorded, 2, photos=("x", "y"))
    assert fold_kit([failed, later]) is fold_kit([later, failed]) is KitState.RECORDED
    other = kit(KitEventKind.KIT_FAILED, 1, "b")
    assert fold_kit([later, other]) is KitState.REVIEW
    undone = kit(KitEventKind.UNDONE, 3, takes_back=later.id)
    assert fold_kit([undone, later]) is KitState.WAITING


def test_a_care_card_comes_back_as_it_was_written() -> None:
    card = CareCard(read_hours("jam 8.00 dan 13:30, 8.00"), toilet_stops=True, note="Bicara pelan")
    assert card.medicine_hours == ("08:00", "13:30")
    assert CareCard.from_json(card.to_json()) == card
    with pytest.raises(Fault) as unread:
        read_hours("sesudah makan")
    assert unread.value.kind is BAD_HOUR
