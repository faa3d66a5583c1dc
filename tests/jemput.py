"""Requests for jemput as families make them, through the services themselves."""

import io
from dataclasses import replace
from datetime import date, time
from itertools import count

from PIL import Image

from field.domain.jemput.answers import Answers, PersonAnswer
from field.domain.jemput.care import CareCard
from field.domain.jemput.evening import How
from field.domain.jemput.needs import Aid
from field.gateways.doors import Doors
from field.services import ask_fields, asking, evenings
from field.services.asking import Sender
from field.services.deciding import Appointment
from field.services.evenings import NewEvening, Wish
from tests.builders import BONDONGAN

TUESDAY = date(2026, 12, 1)
MORNING = Appointment(TUESDAY, time(8, 0), time(10, 0), "32.71.01")
CARE = CareCard(("08:00",), toilet_stops=True, note="Bicara pelan")
_numbers = count(1)


def answers_of(name: str = "Siti Rohmah", kelurahan: str = BONDONGAN) -> Answers:
    """Return a whole form: somebody who is led by the arm, with a companion and a care card."""
    number = next(_numbers)
    person = PersonAnswer(name, "70", aid=Aid.ARM, companion=True, companion_name="Rudi", care=CARE)
    return Answers(
        people=(person,),
        street=f"Gg. Mawar II No. {number}",
        rt="003",
        rw="007",
        kelurahan=kelurahan,
        landmark="sebelah mushola",
        pin=(-6.6110, 106.8004),
        told_when=True,
        contact_name="Rudi",
        phone=f"62812{number:08d}",
        channel="public",
    )


def ask(doors: Doors, answers: Answers, user_id: int | None = None, line: str = "") -> int:
    """Send a form; returns the request's id."""
    draft = asking.keep("", lambda _: answers, doors)
    return asking.submit(draft, "family", Sender(line or f"line {next(_numbers)}", user_id), doors)


def ask_with_photo(doors: Doors, name: str) -> int:
    body = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(body, "JPEG")
    photo = ask_fields.keep_photo(body.getvalue(), doors)
    return ask(doors, replace(answers_of(name), photo=photo))


def open_evening(doors: Doors, by: int, capacity: int = 2, day: date = TUESDAY) -> int:
    new = NewEvening(
        "32.71.01", "32.71.01", day, time(18, 0), time(21, 0), booths=2, capacity=capacity
    )
    return evenings.open_evening(new, by, None, doors)


def book(doors: Doors, evening_id: int, name: str, form_key: str = "") -> str:
    """Book a place on the page; returns the ticket's token."""
    number = next(_numbers)
    phone, key = f"0812{number:08d}", form_key or f"form {number}"
    return evenings.book(
        evening_id, Wish(name, phone, How.PAGE, key, agreed=True, line=key), None, doors
    )
