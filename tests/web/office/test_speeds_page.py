"""The page of road speeds: a rule typed in, refused when it makes no sense, kept when it does."""

from typing import Any

from flask import Flask

from field.services.accounts import Person
from field.store import speeds
from tests.conftest import sign_in

PAGE = "/kantor/kecepatan"
RULE: dict[str, Any] = {
    "roads": "main", "vehicle": "motor", "weekday": ["1", "2"], "since": "7", "until": "9",
    "factor": "1,5",
}  # fmt: skip


def test_a_rule_is_typed_as_people_write_numbers(app: Flask, people: dict[str, Person]) -> None:
    assert people
    asep = sign_in(app, "asep")
    answer = asep.post(f"{PAGE}/aturan", data=RULE, follow_redirects=True)
    assert "Jalan utama, Motor, Senin, Selasa, 07.00" in answer.text
    assert "1,50</strong>" in answer.text
    ((number, rule),) = speeds.own_rules().items()
    assert (rule.factor, rule.weekdays) == (1.5, frozenset({1, 2}))
    asep.post(f"{PAGE}/aturan/{number}/hapus")
    assert speeds.own_rules() == {}


def test_nonsense_is_refused_in_words_and_kept_to_be_mended(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    asep = sign_in(app, "asep")
    nonsense: list[dict[str, Any]] = [{"factor": "banyak"}, {"factor": "nan"}, {"since": "9"}]
    for wrong in (*nonsense, {"weekday": []}):
        answer = asep.post(f"{PAGE}/aturan", data=RULE | wrong)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert "<details open>" in answer.text
    assert speeds.own_rules() == {}


def test_nothing_to_use_is_said(app: Flask, people: dict[str, Person]) -> None:
    assert people
    answer = sign_in(app, "asep").post(f"{PAGE}/pakai")
    assert answer.status_code == 409
    assert "Catatan belum cukup" in answer.text


def test_an_address_that_asks_for_nonsense_shows_the_page(
    app: Flask, people: dict[str, Person]
) -> None:
    assert people
    asep = sign_in(app, "asep")
    for asked in ("?kendaraan=becak&hari=9", "?hari=x", "?kendaraan=mobil&hari=5"):
        assert asep.get(PAGE + asked).status_code == 200
