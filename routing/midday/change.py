"""What a replanning changes, and why: codes with figures, and words for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.words import CHANGES, ELSEWHERE, REASONS, Language, Value

BECAUSE = {"moved": ELSEWHERE, "left_out": REASONS}
"""Where the words of a reason stand."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as people were told. A `reason`, where there is one, has a code too.

    A stop is `moved` for what keeps it off its old vehicle, or what it would cost more there; one
    that is `left_out` has a reason of `explain`.
    """

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    reason: str | None = None
    figures: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        said = CHANGES[self.code].say(language, self.values)
        if self.reason is None:
            return said
        return f"{said} {BECAUSE[self.code][self.reason].say(language, self.figures)}"
