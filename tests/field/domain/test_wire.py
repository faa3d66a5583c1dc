"""Events as phones write them: each wrong field is named, nothing else is held up."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.event import EventKind
from field.domain.fault import Fault
from field.domain.wire import MAX_NOTE, MAX_PHOTOS, body_hash, read_batch, read_event
from tests.fakes import StillClock
from tests.phones import Phone

VISIT = str(uuid.uuid4())


def delivered() -> dict[str, Any]:
    return Phone(StillClock()).delivered(VISIT, [11])


def test_a_whole_event_is_read() -> None:
    raw = delivered()
    raw["photos"] = ["ab" * 32]
    raw["data"]["signature"] = "cd" * 32

    event = read_event(raw)

    assert event.kind is EventKind.DELIVERED
    assert event.cards == {11}
    assert event.blobs == ("ab" * 32, "cd" * 32)
    assert event.at == datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "bukan uuid"),
        ("id", None),
        ("stop", 7),
        ("kind", "eaten"),
        ("kind", ["delivered"]),
        ("seq", -1),
        ("seq", True),
        ("seq", 2**31),
        ("at", "kemarin"),
        ("at", "2026-11-24T08:00:00"),  # no zone
        ("at", "1999-01-01T00:00:00Z"),
        ("route_version", "1"),
        ("photos", "ab" * 32),
        ("photos", ["../../etc/passwd"]),
        ("photos", ["ab" * 32] * (MAX_PHOTOS + 1)),
        ("data", None),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object) -> None:
    with pytest.raises(Fault) as refused:
        read_event(delivered() | {field: value})
    assert refused.value.code == "event.malformed"
    assert refused.value.values == {"field": field}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cards", []),
        ("cards", [0]),
        ("cards", ["11"]),
        ("cards", [2**40]),
        ("receiver", "x" * 121),
        ("relation", "cat"),
        ("signature", "no hash"),
        ("lat", "di sana"),
        ("lat", 91),
        ("lon", float("nan")),
        ("accuracy", float("inf")),
    ],
)
def test_a_wrong_field_of_a_hand_over_is_named(field: str, value: object) -> None:
    raw = delivered()
    raw["data"][field] = value
    with pytest.raises(Fault) as refused:
        read_event(raw)
    assert refused.value.values == {"field": field}


def test_a_note_has_an_end_and_no_nul() -> None:
    raw: dict[str, Any] = Phone(StillClock()).failed(VISIT, [11])
    raw["data"]["note"] = "a\x00b \ud800"
    assert read_event(raw).data["note"] == "ab ?"
    raw["data"]["note"] = "x" * (MAX_NOTE + 1)
    with pytest.raises(Fault):
        read_event(raw)


def test_one_bad_event_does_not_hold_up_the_others() -> None:
    phone = Phone(StillClock())
    good, bad = phone.delivered(VISIT, [11]), phone.delivered(VISIT, [])

    batch = read_batch(phone.batch(good, bad))

    assert [event.id for event in batch.events] == [good["id"]]
    assert [id_ for id_, _ in batch.faults] == [bad["id"]]


@pytest.mark.parametrize("body", [None, [], {}, {"events": {}}, {"events": []}, "x"])
def test_a_batch_that_is_none_is_refused(body: object) -> None:
    with pytest.raises(Fault) as refused:
        read_batch(body)
    assert refused.value.code == "event.bad_batch"


def test_a_batch_has_fifty_at_most() -> None:
    phone = Phone(StillClock())
    with pytest.raises(Fault) as refused:
        read_batch(phone.batch(*[phone.failed(VISIT, []) for _ in range(51)]))
    assert refused.value.code == "event.batch_too_long"


def test_the_hash_of_a_body_does_not_depend_on_the_order_of_its_keys() -> None:
    raw = delivered()
    assert body_hash(raw) == body_hash(dict(reversed(raw.items())))
    later = (datetime(2026, 11, 24, tzinfo=UTC) + timedelta(1)).isoformat()
    assert body_hash(raw) != body_hash(raw | {"at": later})


TEXT = st.text("a0-T:\x00\ud800", max_size=40)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["id", "stop", "kind", "seq", "at", "route_version", "photos", "data"]


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_no_body_breaks_the_reader(wrong: dict[str, object]) -> None:
    try:
        read_event(delivered() | wrong)
    except Fault as fault:
        assert fault.code == "event.malformed"  # noqa: PT017 - read or refused, both are fine


def test_a_nik_that_a_courier_typed_does_not_lie_in_the_open() -> None:
    raw: dict[str, Any] = Phone(StillClock()).failed(VISIT, [11])
    raw["data"]["note"] = "Minta NIK 3271014508670001, sudah pindah"
    assert read_event(raw).data["note"] == "Minta NIK ************0001, sudah pindah"
