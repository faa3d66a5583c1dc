"""A form becomes one request, whatever the signal does; limits ask for a call, never in silence."""

from dataclasses import replace

import pytest

from field.domain.fault import Fault
from field.domain.jemput.answers import Answers, PersonAnswer
from field.domain.jemput.doubts import MOST_A_DAY, TOO_MANY, Doubt
from field.domain.jemput.form import NO_CONSENT
from field.domain.jemput.needs import Aid, Service
from field.gateways.doors import Doors
from field.services import asking
from field.services.accounts import Person
from field.services.asking import NO_DRAFT, NOT_COMPLETE, Sender
from field.store.db import session, transaction
from field.store.tables import AskDraft, Card, Job, Request
from field.store.tables import Person as PersonRow
from tests.builders import make_household
from tests.fakes import StillClock
from tests.jemput import CARE, answers_of, ask

NIK = "3271015508500077"
US = Sender("line")


@pytest.mark.both_databases
def test_sent_twice_it_is_one_request(doors: Doors) -> None:
    draft = asking.keep("", lambda _: answers_of(), doors)
    first = asking.submit(draft, "family", US, doors)
    assert asking.submit(draft, "family", US, doors) == first
    assert session().query(Request).count() == 1
    request = session().get_one(Request, first)
    assert [step.act for step in request.steps] == ["ask"]
    assert request.household.key != request.code
    assert request.service == Service.FETCH


def test_secrets_are_sealed_in_draft_and_request(doors: Doors) -> None:
    answers = answers_of("Ratna Kusumadewi")
    answers = answers.with_person(0, replace(answers.people[0], nik=NIK))
    draft = asking.keep("", lambda _: answers, doors)
    sealed = session().get_one(AskDraft, draft).sealed
    assert NIK.encode() not in sealed
    assert b"Ratna" not in sealed
    request = session().get_one(Request, asking.submit(draft, "self", US, doors))
    person = request.people[0]
    assert person.nik_last4 == NIK[-4:]
    assert person.nik_cipher
    assert NIK.encode() not in person.nik_cipher
    assert doors.vault.open(person.nik_cipher, owner=person.seal).decode() == NIK
    assert person.care_cipher
    assert CARE.note.encode() not in person.care_cipher
    assert asking.draft(draft, doors).answers == Answers()  # nothing is left in the draft


def test_a_household_of_three_with_one_in_bed_gets_the_kit(doors: Doors) -> None:
    lying = PersonAnswer("Uyut", "80", aid=Aid.BED)
    answers = (
        answers_of().with_person(1, lying).with_person(2, PersonAnswer("Ani", "60", aid=Aid.WALKS))
    )
    request = session().get_one(Request, ask(doors, answers))
    assert len(request.people) == 3
    assert request.service == Service.KIT


def test_an_unfinished_form_and_one_without_consent_stay(doors: Doors) -> None:
    half = asking.keep("", lambda _: replace(answers_of(), channel=""), doors)
    with pytest.raises(Fault) as fault:
        asking.submit(half, "family", US, doors)
    assert fault.value.kind is NOT_COMPLETE
    whole = asking.keep("", lambda _: answers_of(), doors)
    with pytest.raises(Fault) as fault:
        asking.submit(whole, "", US, doors)
    assert fault.value.kind is NO_CONSENT
    assert session().query(Request).count() == 0


def test_a_draft_is_gone_after_a_day(doors: Doors, clock: StillClock) -> None:
    draft = asking.keep("", lambda _: answers_of(), doors)
    clock.at += asking.DRAFT_LIVES * 1.1
    assert asking.draft(draft, doors).answers == Answers()
    asking.keep("", lambda answers: answers, doors)
    with pytest.raises(Fault) as fault:
        asking.submit(draft, "family", US, doors)
    assert fault.value.kind is NO_DRAFT


def test_one_phone_asks_so_often_and_then_calls(
    doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    again = replace(answers_of(), phone="6281200000001")
    for number in range(MOST_A_DAY["phone"]):
        ask(doors, replace(again, street=f"Gg. Melati No. {number}"))
    with pytest.raises(Fault) as fault:
        ask(doors, replace(again, street="Gg. Melati No. 99"))
    assert fault.value.kind is TOO_MANY
    ask(doors, replace(again, street="Gg. Melati No. 99"), people["siti"].id)  # the office may
    ask(doors, replace(again, street="Gg. Melati No. 98", channel="kader"))  # a helper, more
    clock.at += asking.DRAFT_LIVES * 1.1
    ask(doors, replace(again, street="Gg. Melati No. 97"))


def test_what_is_odd_is_told_to_the_office_not_refused(doors: Doors) -> None:
    home = make_household(doors)
    with transaction() as live:
        card = live.query(Card).filter_by(household_id=home).one()
        card.nik_index = doors.vault.index(NIK)
    first = answers_of("Ibu Eni")
    ask(doors, first)
    twin = session().get_one(Request, ask(doors, first))
    assert twin.doubts == [Doubt.DUPLICATE]
    assert twin.state == "doubtful"
    assert [step.by for step in twin.steps] == ["family", "system"]
    outside = session().get_one(Request, ask(doors, replace(answers_of(), pin=(-6.9, 107.6))))
    assert outside.doubts == [Doubt.OUTSIDE_CITY]
    known = answers_of()
    known = known.with_person(0, replace(known.people[0], nik=NIK))
    assert session().get_one(Request, ask(doors, known)).doubts == [Doubt.ALREADY_RECORDED]


def test_without_a_pin_the_door_is_looked_for(doors: Doors) -> None:
    request = session().get_one(Request, ask(doors, replace(answers_of(), pin=None)))
    assert request.household.confidence is None
    assert session().query(Job).filter_by(kind="locate").count() == 1
    assert session().query(PersonRow).count() == 1
