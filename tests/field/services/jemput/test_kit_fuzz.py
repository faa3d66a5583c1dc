"""Phones tell anything of a visit at the bed: it is finished by a recording with two photos."""

from random import Random

import pytest

from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.publishing import publish
from field.services.recording import Sender, take_events
from field.store.db import session, transaction
from field.store.tables import Courier, Event, KitVisit, Request
from tests.builders import make_courier
from tests.fakes import StillClock
from tests.fetching import make_request
from tests.phones import Phone
from tests.planned import plan_now

KINDS = ("kit_arrived", "kit_recorded", "kit_failed", "undone")
PHOTOS = ["a" * 64, "b" * 64]
ENDS = 0  # a seed whose visit is finished


def proven(visit: str) -> bool:
    """Tell whether a recording with two different photos stands, nothing taken back."""
    events = session().query(Event).filter_by(visit=visit).all()
    undone = {event.data.get("takes_back") for event in events}
    standing = [e for e in events if e.id not in undone and e.kind == "kit_recorded"]
    return any(len(set(event.photos)) > 1 for event in standing)


@pytest.mark.parametrize("seed", range(6))
def test_no_visit_is_finished_without_two_photos(
    seed: int, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    random = Random(seed)  # noqa: S311 - a day of tests
    team = make_courier(people["budi"].id)
    with transaction() as live:
        live.get_one(Courier, team).has_kit = True
    request_id = make_request(doors, [Aid.BED], kit=True)
    publish(plan_now(doors), None, people["asep"].id, doors)
    visit = session().query(KitVisit).one().visit
    session().rollback()
    phones, sender, known = [Phone(clock), Phone(clock)], Sender(people["budi"].id), [""]
    ended = False
    for _ in range(25):
        phone, kind = random.choice(phones), random.choice(KINDS)
        clock.forward(minutes=1)
        back: dict[str, object] = {"takes_back": random.choice(known), "reason": "salah"}
        event = phone.event(kind, visit, back if kind == "undone" else {"note": ""})
        event["photos"] = random.choice(([], PHOTOS[:1], PHOTOS, PHOTOS, PHOTOS))
        if kind != "undone" or back["takes_back"]:
            known.append(str(event["id"]))
            assert not take_events(phone.batch(event), sender, doors).conflicts
        session().expire_all()
        state = session().get_one(Request, request_id).state
        ended = ended or state == "finished"
        assert state != "finished" or proven(visit), (seed, kind)
        session().rollback()
    assert ended or seed != ENDS, "no visit of these ends: the test proves nothing"
