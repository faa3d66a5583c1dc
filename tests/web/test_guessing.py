"""No tracking page, ticket, photo, care card or slip is reached by guessing or by another role."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import deciding, tracking
from field.services.accounts import Person
from field.services.publishing import publish
from field.store.db import session, transaction
from field.store.tables import Courier, KitVisit, Request, Trip
from tests.builders import make_courier
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.fetching import make_driver, make_request
from tests.jemput import MORNING, answers_of, ask, book, open_evening
from tests.planned import plan_now
from tests.web.trespass_world import OURS

NAME, OTHER = "Ratna Kusumadewi", "Euis Komala"


@pytest.fixture
def tokens(doors: Doors) -> list[str]:
    """Two requests with their links."""
    rows = [session().get_one(Request, ask(doors, answers_of(name))) for name in (NAME, OTHER)]
    return [tracking.token_of(row, doors) for row in rows]


def guesses(one: str, other: str) -> list[str]:
    number, until, signature = one.split(".")
    mixed = [
        f"{number}.{until}.{other.split('.')[2]}",
        f"{other.split('.')[0]}.{until}.{signature}",
    ]
    near = [f"{number}.{until}.{signature[:-1]}{digit}" for digit in "0123456789abcdef"]
    near.remove(one)
    later = f"{number}.2030-01-01.{signature}"
    numbers = [f"{number}.{until}.{'0' * 32}" for number in (0, 1, 2, 3, 99, 2**31)]
    return [*mixed, *near, later, *numbers, number, f"{number}.", f"{number}.{until}", "x", "..."]


def said(answer: TestResponse) -> tuple[int, bytes]:
    return answer.status_code, answer.data


def test_each_wrong_link_gets_the_very_same_answer(app: Flask, tokens: list[str]) -> None:
    family = app.test_client()
    assert NAME in family.get(f"/jemput/lihat/{tokens[0]}").text
    nobody = said(family.get(f"/jemput/lihat/999.2026-12-31.{'0' * 32}"))
    assert nobody[0] == 404
    for guess in guesses(*tokens):
        for path in ("", "/petugas.jpg"):
            answer = family.get(f"/jemput/lihat/{guess}{path}")
            assert said(answer) == nobody, guess
        for act in ("batal", "pindah", "setuju", "lapor"):
            assert family.post(f"/jemput/lihat/{guess}/{act}").status_code == 404
    session().expire_all()
    assert {row.state for row in session().query(Request)} == {"new"}


def test_a_ticket_opens_by_its_own_link_only(
    app: Flask, doors: Doors, people: dict[str, Person]
) -> None:
    evening = open_evening(doors, people["siti"].id)
    one, other = book(doors, evening, NAME), book(doors, evening, OTHER)
    family = app.test_client()
    assert NAME in family.get(f"/malam/tempat/{one}").text
    nobody = said(family.get(f"/malam/tempat/999.{'0' * 32}"))
    number, signature = one.split(".")
    wrong = [f"{number}.{other.split('.')[1]}", f"{number}.{signature[:-1]}", number, f"{number}."]
    for guess in [*wrong, *(f"{n}.{'0' * 32}" for n in range(5))]:
        assert said(family.get(f"/malam/tempat/{guess}")) == nobody, guess
        assert family.post(f"/malam/tempat/{guess}/batal").status_code == 404
        assert (
            family.post(f"/malam/tempat/{guess}/pindah", data={"malam": evening}).status_code == 404
        )


def test_a_slip_is_its_own_browsers_or_its_own_offices(
    app: Flask, doors: Doors, people: dict[str, Person], tokens: list[str]
) -> None:
    assert people
    number = int(tokens[0].split(".")[0])
    stranger = app.test_client()
    assert stranger.get("/jemput/slip").status_code == 302
    assert stranger.get("/jemput/terkirim").status_code == 302
    stranger.set_cookie("draft", str(number))
    assert NAME not in stranger.get("/jemput/slip", follow_redirects=True).text
    for name in ("budi", "dedi"):
        assert sign_in(app, name).get(f"/kantor/jemput/{number}/slip").status_code == 403
    siti = sign_in(app, "siti")
    assert NAME in siti.get(f"/kantor/jemput/{number}/slip").text
    assert doors


def test_a_care_card_is_no_other_drivers_and_no_other_roles(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    make_driver(people["dedi"].id)
    make_request(doors)
    publish(plan_now(doors), None, people["asep"].id, doors)
    trips = [trip.id for trip in session().query(Trip)]
    dedi = sign_in(app, "dedi")
    assert dedi.get(f"/api/jemput/trips/{trips[0]}/care", headers=OURS).status_code == 200
    nobody = said(dedi.get("/api/jemput/trips/9999/care", headers=OURS))
    assert nobody[0] == 404
    deciding.accept(
        ask(doors, answers_of(NAME)), MORNING, deciding.Decider(people["siti"].id, None), doors
    )
    for number in range(1, 12):
        answer = dedi.get(f"/api/jemput/trips/{number}/care", headers=OURS)
        assert number in trips or said(answer) == nobody
        assert NAME not in answer.text
    for name in ("asep", "siti", "budi"):
        assert _care(sign_in(app, name), trips[0]) == 403
    assert _care(app.test_client(), trips[0]) == 401
    clock.forward(minutes=24 * 60)
    assert _care(dedi, trips[0]) == 404


def test_the_care_card_at_a_bed_is_no_other_teams_and_of_no_other_day(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    team = make_courier(people["budi"].id)
    make_courier(people["wati"].id)
    with transaction() as live:
        live.get_one(Courier, team).has_kit = True
    make_request(doors, [Aid.BED], kit=True)
    visit = session().query(KitVisit).one().visit
    budi = sign_in(app, "budi")
    assert _care_at_bed(budi, visit)[0] == 404  # nobody was told yet who goes
    publish(plan_now(doors), None, people["asep"].id, doors)
    answer = budi.get(f"/api/jemput/kit-visits/{visit}/care", headers=OURS)
    assert [rider["aid"] for rider in answer.json["riders"]] == [Aid.BED]  # type: ignore[index]  # it is JSON
    nobody = _care_at_bed(budi, "00000000-0000-4000-8000-000000000000")
    assert nobody[0] == 404
    for name in ("wati", "dedi"):
        assert _care_at_bed(sign_in(app, name), visit) == nobody
    for name in ("asep", "siti"):
        assert _care_at_bed(sign_in(app, name), visit)[0] == 403
    assert _care_at_bed(app.test_client(), visit)[0] == 401
    clock.forward(minutes=24 * 60)
    assert _care_at_bed(budi, visit) == nobody


def _care_at_bed(browser: FlaskClient, visit: str) -> tuple[int, bytes]:
    return said(browser.get(f"/api/jemput/kit-visits/{visit}/care", headers=OURS))


def _care(browser: FlaskClient, trip: int) -> int:
    return browser.get(f"/api/jemput/trips/{trip}/care", headers=OURS).status_code
