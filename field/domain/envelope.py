"""The code on a card's envelope: random, easy to read aloud, and nobody's number."""

from collections.abc import Callable

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no I or O, no 0 or 1
_HALF = 4


def envelope_code(choose: Callable[[str], str]) -> str:
    """Return a code such as K7Q2-9FXM; `choose` picks one letter at random."""
    letters = "".join(choose(ALPHABET) for _ in range(2 * _HALF))
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def read_code(typed: str) -> str:
    """Return the code that somebody typed or scanned, as it is stored."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{plain[:_HALF]}-{plain[_HALF:]}"
