"""A code in two languages, its figures filled in."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Value = int | str
Language = Literal["id", "en"]


class Words(NamedTuple):
    id: str
    en: str

    def say(self, language: Language, values: Mapping[str, Value]) -> str:
        return (self.id if language == "id" else self.en).format_map(values)
