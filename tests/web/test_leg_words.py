"""A leg in words, on sheet and phone alike."""

import pytest
from flask import Flask
from flask_babel import force_locale

from field.domain.directions import Step, Turn
from field.domain.leg import Leg
from web.leg_words import arrival_words, leg_line, step_words


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(Turn.START, "Jl. Raya", 100, number=2), "Mulai ke arah timur di Jl. Raya"),
        (Step(Turn.START, "", 100), "Mulai ke arah utara"),
        (Step(Turn.LEFT, "Jl. Baru", 100), "Belok kiri ke Jl. Baru"),
        (Step(Turn.RIGHT, "Gg. Mawar", 9, gang=True), "Belok kanan, masuk Gg. Mawar"),
        (Step(Turn.STRAIGHT, "", 9, gang=True), "Lurus, masuk gang"),
        (Step(Turn.SLIGHT_LEFT, "", 9), "Serong kiri"),
        (Step(Turn.BACK, "Jl. Raya", 9), "Putar balik ke Jl. Raya"),
        (
            Step(Turn.ROUNDABOUT, "Jl. Barat", 9, number=3, landmark="Tugu Kujang"),
            "Di bundaran ambil jalan keluar ke-3 ke Jl. Barat, dekat Tugu Kujang",
        ),
    ],
)
def test_a_step(app: Flask, step: Step, said: str) -> None:
    with app.test_request_context():
        assert step_words(step) == said


@pytest.mark.parametrize(
    ("leg", "said"),
    [
        (Leg("x", walk="y", walk_m=84), "Parkir, lalu jalan kaki 80 m ke rumahnya."),
        (
            Leg("x", walk="y", walk_m=84, gang="Gg. Mawar"),
            "Parkir, lalu jalan kaki 80 m lewat Gg. Mawar ke rumahnya.",
        ),
        (Leg("x", side="left"), "Rumahnya di sebelah kiri."),
        (Leg("x", estimated=True), "Jalan ke sini tidak ada di peta: garisnya perkiraan."),
        (Leg("x"), ""),
    ],
)
def test_the_end_of_a_leg(app: Flask, leg: Leg, said: str) -> None:
    with app.test_request_context():
        assert arrival_words(leg) == said


def test_a_whole_leg_on_one_line_and_in_english(app: Flask) -> None:
    steps = (Step(Turn.START, "Jl. Raya", 350), Step(Turn.LEFT, "Gg. Mawar", 60, gang=True))
    leg = Leg("x", steps, side="right")
    with app.test_request_context():
        assert leg_line(leg) == (
            "Mulai ke arah utara di Jl. Raya (350 m); belok kiri, masuk Gg. Mawar (60 m). "
            "Rumahnya di sebelah kanan."
        )
        with force_locale("en"):
            assert leg_line(leg).startswith(
                "Start towards the north on Jl. Raya (350 m); turn left"
            )


def test_a_long_way_is_told_by_its_end(app: Flask) -> None:
    steps = tuple(Step(Turn.LEFT, f"Jl. {number}", 4) for number in range(12))
    with app.test_request_context():
        said = leg_line(Leg("x", steps))
        assert said.startswith("…; belok kiri ke Jl. 4 (10 m); belok kiri ke Jl. 5")
        assert said.endswith("Jl. 11 (10 m).")
        assert leg_line(Leg("x")) == ""
