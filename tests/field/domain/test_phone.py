"""Numbers in the forms people write become one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.phone import parse_phone


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("081234567890", "6281234567890"),
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("62812.3456.7890", "6281234567890"),
        ("+62 0812 3456 7890", "6281234567890"),
        ("81234567890", "6281234567890"),
        ("0878 700 700 74", "6287870070074"),
        ("0251 - 8323351", "622518323351"),
        ("0251)8576126", "622518576126"),
        ("(0251) 8323351", "622518323351"),
        ("8323351", "622518323351"),
        ("(021) 5551234", "62215551234"),
        ("tidak ada / 0812 3456 7890", "6281234567890"),
        ("081234567890 atau 085711112222", "6281234567890"),
    ],
)
def test_one_form_for_all(written: str, digits: str) -> None:
    phone = parse_phone(written, area_code="251")
    assert phone is not None
    assert phone.digits == digits


@pytest.mark.parametrize(
    "written", ["", "-", "tidak ada", "0812", "0000000000", "08123456789012345"]
)
def test_what_cannot_be_dialled_is_none(written: str) -> None:
    assert parse_phone(written, area_code="251") is None


def test_a_local_number_without_a_known_area_is_none() -> None:
    assert parse_phone("8323351") is None


def test_how_it_is_shown_and_opened() -> None:
    mobile = parse_phone("+6281234567890")
    landline = parse_phone("0251 8323351")
    assert mobile is not None
    assert landline is not None
    assert mobile.display == "0812-3456-7890"
    assert mobile.whatsapp == "https://wa.me/6281234567890"
    assert landline.display == "(0251) 8323351"
    assert landline.whatsapp is None


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    phone = parse_phone(text, area_code="251")
    assert phone is None or parse_phone(phone.display) == phone
