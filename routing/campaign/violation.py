"""What is wrong with a plan of a campaign: a code with its figures, and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routing.words import Language, Value
from routing.words.campaigns import CAMPAIGN_VIOLATIONS


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a plan of a campaign breaks. `values` say where."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def message(self, language: Language = "id") -> str:
        return CAMPAIGN_VIOLATIONS[self.code].say(language, self.values)


def breach(code: str, **values: Value) -> Breach:
    return Breach(code, values)
