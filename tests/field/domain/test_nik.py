"""A NIK is checked by its structure and never shows itself."""

import pickle
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from field.domain.fault import Fault
from field.domain.nik import Kk, Nik, mask_numbers

MAN = "3271010203850001"
WOMAN = "3201304208290012"


def test_a_man_and_a_woman_are_told_apart_and_dated() -> None:
    assert not Nik.parse(MAN).female
    assert Nik.parse(MAN).birth_dates == (date(1985, 3, 2), date(2085, 3, 2))
    assert Nik.parse(WOMAN).female
    assert Nik.parse(WOMAN).agrees_with(date(1929, 8, 2))
    assert not Nik.parse(WOMAN).agrees_with(date(1929, 8, 3))


def test_first_registered_elsewhere_is_as_good() -> None:
    assert Nik.parse("9471020101900003").last4 == "0003"


@pytest.mark.parametrize(
    "written", ["3271 0102 0385 0001", "'3271010203850001", "32.71.01.020385.0001"]
)
def test_separators_and_a_sheets_apostrophe_are_no_matter(written: str) -> None:
    assert Nik.parse(written) == Nik.parse(MAN)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "nik.not_16_digits"),
        ("327101020385001", "nik.not_16_digits"),
        ("32710102038500011", "nik.not_16_digits"),
        ("327101020385O001", "nik.not_16_digits"),
        ("٣٢٧١٠١٠٢٠٣٨٥٠٠٠١", "nik.not_16_digits"),
        ("3.27101E+15", "nik.rounded_by_sheet"),
        ("3,27101E+15", "nik.rounded_by_sheet"),
        ("0071010203850001", "nik.bad_structure"),
        ("3271003203850001", "nik.bad_structure"),
        ("3271013213850001", "nik.bad_structure"),
        ("3271017203850001", "nik.bad_structure"),
        ("3271013002850001", "nik.bad_structure"),
        ("3271010203850000", "nik.bad_structure"),
    ],
)
def test_a_broken_nik_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        Nik.parse(written)
    assert refused.value.code == code


def test_29_february_needs_only_one_leap_century() -> None:
    assert Nik.parse("3271012902000001").birth_dates == (date(2000, 2, 29),)


def test_a_family_card_has_no_birth_date_to_check() -> None:
    assert Kk.parse("3271013213850001").last4 == "0001"
    with pytest.raises(Fault):
        Kk.parse("3271010203850000")


@given(st.dates(date(1920, 1, 1), date(2019, 12, 31)), st.booleans(), st.integers(1, 9999))
def test_what_it_shows_never_holds_it(born: date, woman: bool, serial: int) -> None:  # noqa: FBT001 - drawn
    day = born.day + (40 if woman else 0)
    digits = f"327104{day:02}{born:%m%y}{serial:04}"
    nik = Nik.parse(digits)
    assert nik.agrees_with(born)
    assert nik.female is woman
    shown = f"{nik} {nik!r} {[nik]} {{'nik': {nik!r}}}"
    assert digits not in shown
    assert digits[:12] not in shown
    assert digits[-4:] in shown
    assert pickle.loads(pickle.dumps(nik)) == nik  # noqa: S301 - our own bytes


@given(st.text() | st.from_regex(r"[0-9 .]{10,20}", fullmatch=True))
def test_no_text_breaks_the_parser_or_comes_back_in_the_fault(text: str) -> None:
    try:
        shown = repr(Nik.parse(text))
    except Fault as fault:
        shown = f"{fault} {fault.values} {fault.action}"
    assert not re.search(r"[0-9]{9}", shown)


def test_long_numbers_are_masked_in_free_text() -> None:
    assert mask_numbers(f"NIK {MAN} telp 08123") == "NIK ************0001 telp 08123"
    assert "010203" not in mask_numbers("3271 0102 0385 0001")
