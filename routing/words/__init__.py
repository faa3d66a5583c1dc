"""Every code of this library in words: Indonesian for the screens, English beside it."""

from routing.words.changes import CHANGES
from routing.words.faults import FAULTS
from routing.words.language import Language, Value, Words
from routing.words.reasons import REASONS
from routing.words.remedies import REMEDIES
from routing.words.violations import VIOLATIONS
from routing.words.whys import ELSEWHERE, WHYS

__all__ = [
    "CHANGES",
    "ELSEWHERE",
    "FAULTS",
    "REASONS",
    "REMEDIES",
    "VIOLATIONS",
    "WHYS",
    "Language",
    "Value",
    "Words",
]
