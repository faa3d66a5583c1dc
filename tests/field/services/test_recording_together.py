"""The same things at the same time: threads of one server, both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask

from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.photos import put_blob
from field.services.recording import Sender, Taken, take_events
from field.store.db import session
from field.store.tables import Blob, Card, CardMove, Event
from tests import builders
from tests.fakes import StillClock
from tests.phones import Phone, picture

pytestmark = pytest.mark.both_databases


def together(app: Flask, *acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads that start at the same moment."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        with app.app_context():
            ready.wait(10)
            return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_one_batch_sent_twice_at_once_is_kept_once(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = builders.make_courier(people["budi"].id)
    homes = [builders.make_household(doors) for _ in range(10)]
    manifest = builders.publish(doors, courier, homes)
    phone = Phone(clock)
    events = [
        phone.delivered(visit, builders.cards_of(home))
        for home, visit in builders.visits_of(manifest).items()
    ]
    batch, sender = phone.batch(*events), Sender(people["budi"].id)

    answers = together(app, *[lambda: take_events(batch, sender, doors)] * 4)

    for taken in answers:
        assert isinstance(taken, Taken)
        assert set(taken.acknowledged) == {event["id"] for event in events}
    assert session().query(Event).count() == 10
    assert session().query(CardMove).filter_by(to_place="resident").count() == 10


def test_two_phones_at_one_stop_at_once_are_both_kept(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    courier = builders.make_courier(people["budi"].id)
    home = builders.make_household(doors)
    visit = builders.visits_of(builders.publish(doors, courier, [home]))[home]
    card = builders.cards_of(home)[0]
    one, other = Phone(clock), Phone(clock)
    sender = Sender(people["budi"].id)
    batches = (
        one.batch(one.delivered(visit, [card])),
        other.batch(other.failed(visit, [card])),
    )

    together(app, *[lambda b=b: take_events(b, sender, doors) for b in batches])

    assert {event.review for event in session().query(Event)} == {"conflict"}
    assert session().get_one(Card, card).place == "resident"
    assert session().get_one(Card, card).attempts == 1


def test_one_photo_sent_twice_at_once_is_one(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    sha256, body = picture((800, 600))
    by = people["budi"].id
    together(app, *[lambda: put_blob(sha256, body, by, doors)] * 3)
    assert session().query(Blob).count() == 1
