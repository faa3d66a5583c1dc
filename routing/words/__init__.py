"""Every code of this library in words: Indonesian for the screens, English beside it."""

from routing.words.faults import FAULTS
from routing.words.language import Language, Value, Words
from routing.words.reasons import REASONS
from routing.words.violations import VIOLATIONS

__all__ = ["FAULTS", "REASONS", "VIOLATIONS", "Language", "Value", "Words"]
