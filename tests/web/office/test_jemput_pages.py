"""The office's list of requests: what came to nothing stands out until somebody looks at it."""

from flask import Flask

from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import deciding
from field.services.accounts import Person
from field.services.deciding import Appointment, Decider
from tests.builders import TODAY
from tests.conftest import sign_in
from tests.fakes import StillClock
from tests.fetching import OFFICE, at, make_request

WORD = "belum terlaksana"


def test_a_day_that_came_to_nothing_is_shown_until_another_is_offered(
    app: Flask, doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    request = make_request(doors, [Aid.WALKS])
    clock.at = at(16)
    asep = sign_in(app, "asep")
    page = asep.get("/kantor/jemput").get_data(as_text=True)
    assert f"{WORD} (0)" in page
    assert page.count(WORD) == 1, "its day is not over"
    clock.forward(minutes=24 * 60)
    page = asep.get("/kantor/jemput").get_data(as_text=True)
    assert f"{WORD} (1)" in page
    assert "Lihat dan tawarkan hari lain" in page
    chosen = asep.get("/kantor/jemput?keadaan=lewat").get_data(as_text=True)
    assert f"/kantor/jemput/{request}" in chosen
    assert WORD in asep.get(f"/kantor/jemput/{request}").get_data(as_text=True)
    later = Appointment(TODAY.replace(day=27), at(8).time(), at(10).time(), OFFICE)
    deciding.propose(request, later, "Maaf.", Decider(people["asep"].id, None), doors)
    chosen = asep.get("/kantor/jemput?keadaan=lewat").get_data(as_text=True)
    assert f"/kantor/jemput/{request}" not in chosen
