"""How routes are told apart: Okabe-Ito colours, then dashes, and always a number."""

from dataclasses import dataclass

# Without its yellow, which white ground swallows. White or black letters: 4.5:1 at least.
COLOURS = (
    ("#0072b2", "#fff"),
    ("#e69f00", "#000"),
    ("#009e73", "#000"),
    ("#d55e00", "#000"),
    ("#cc79a7", "#000"),
    ("#56b4e9", "#000"),
    ("#000000", "#fff"),
)
DASHES = ("", "10 6", "2 6", "14 5 3 5")


@dataclass(frozen=True, slots=True)
class Look:
    """The line and the ink of one route."""

    colour: str
    ink: str
    dash: str


def look_of(number: int) -> Look:
    """Return the same look for the same route number everywhere."""
    colour, ink = COLOURS[(number - 1) % len(COLOURS)]
    return Look(colour, ink, DASHES[(number - 1) // len(COLOURS) % len(DASHES)])
