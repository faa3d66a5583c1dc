"""Each way out that is computed has its sentence, with dates that people can use."""

from datetime import date

import pytest
from flask import Flask

from routing.words.campaigns import WAYS_OUT
from web.office.campaign_remedies import REMEDIES, remedy_words

MONDAY = date(2026, 11, 23)


def test_each_way_out_has_words() -> None:
    assert REMEDIES.keys() == WAYS_OUT.keys()


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        ("later_finish", {"days": 17, "last": 16}, "Selesai mencetak Rab 9/12, hari ke-17."),
        (
            "more_operators",
            {"operators": 2, "first": 2, "last": 8},
            "2 operator lagi dari Rab 25/11 sampai Sel 1/12 (hari ke-3 sampai 9).",
        ),
        (
            "more_blanks",
            {"blanks": 1200, "day": 5},
            "1.200 blangko lagi, paling lambat Sab 28/11 (hari ke-6).",
        ),
    ],
)
def test_days_are_dates(app: Flask, code: str, values: dict[str, object], said: str) -> None:
    with app.test_request_context():
        assert remedy_words(code, values, MONDAY) == said
