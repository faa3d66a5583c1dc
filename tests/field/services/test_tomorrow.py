"""The residents of a coming day, and the marks that they were told."""

from datetime import timedelta

import pytest

from field.domain.contact import Outcome
from field.domain.fault import Fault
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.tomorrow import (
    Wanted,
    choose,
    mark_contact,
    next_day_out,
    resident_of,
    residents_of,
)
from field.store.db import session
from field.store.tables import AuditEntry, Contact
from tests.routes_on_paper import DAY, publish

pytestmark = pytest.mark.both_databases


def test_each_door_is_listed_once_with_its_window(doors: Doors) -> None:
    publish(doors, routes=2, stops=7)

    everyone = residents_of(DAY, None, doors)

    assert [(one.route, one.sequence) for one in everyone][:3] == [(1, 1), (1, 2), (1, 3)]
    assert len(everyone) == 14
    assert len(everyone[6].names) == len(everyone[6].codes) == 2
    assert everyone[0].window.begins <= everyone[0].window.ends - timedelta(hours=2)


def test_filters_and_order(doors: Doors) -> None:
    publish(doors, routes=2, stops=4)
    everyone = residents_of(DAY, None, doors)

    assert {one.route for one in choose(everyone, Wanted(route="2"))} == {2}
    place = everyone[0].kelurahan
    assert {one.kelurahan for one in choose(everyone, Wanted(kelurahan=place))} == {place}
    names = [one.names for one in choose(everyone, Wanted(order="name"))]
    assert names == sorted(names)
    assert choose(everyone, Wanted(order="nonsense")) == everyone


def test_a_mark_is_kept_changed_and_taken_back(doors: Doors, people: dict[str, Person]) -> None:
    publish(doors, routes=1, stops=2)
    home = residents_of(DAY, None, doors)[0].household_id
    by = people["asep"].id

    for outcome in (Outcome.UNREACHED, Outcome.REACHED, None):
        mark_contact(DAY, home, outcome, kecamatan=None, by=by, doors=doors)
        assert resident_of(DAY, home, None, doors).outcome is outcome
    assert session().query(Contact).count() == 0
    acts = [entry.user_id for entry in session().query(AuditEntry).filter_by(act="contact.mark")]
    assert acts == [by, by, by]
    session().rollback()


def test_marked_residents_are_found_by_their_state(doors: Doors, people: dict[str, Person]) -> None:
    publish(doors, routes=1, stops=3)
    home = residents_of(DAY, None, doors)[1].household_id
    mark_contact(DAY, home, Outcome.REACHED, kecamatan=None, by=people["asep"].id, doors=doors)

    everyone = residents_of(DAY, None, doors)

    assert [one.household_id for one in choose(everyone, Wanted(state="reached"))] == [home]
    assert len(choose(everyone, Wanted(state="waiting"))) == 2


def test_a_dispatcher_neither_sees_nor_marks_another_kecamatan(
    doors: Doors, people: dict[str, Person]
) -> None:
    publish(doors, kecamatan="32.71.03")
    home = residents_of(DAY, None, doors)[0].household_id

    assert residents_of(DAY, "32.71.01", doors) == []
    with pytest.raises(Fault) as refused:
        mark_contact(
            DAY, home, Outcome.REACHED, kecamatan="32.71.01", by=people["siti"].id, doors=doors
        )
    assert refused.value.code == "not_found"
    assert session().query(Contact).count() == 0
    session().rollback()


def test_tomorrow_is_the_next_day_that_has_routes(doors: Doors) -> None:
    later = DAY + timedelta(days=5)
    publish(doors, day=later)

    assert next_day_out(None, DAY) == later
    assert next_day_out(None, later) is None
    assert next_day_out("32.71.05", DAY) is None
