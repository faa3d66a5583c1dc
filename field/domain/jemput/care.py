"""The care card: what a driver must know of a person. Sensitive; for that trip and day only."""

import json
import re
from dataclasses import asdict, dataclass

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

BAD_HOUR = FaultKind(
    "care.bad_hour",
    Nature.BAD_INPUT,
    N_("Jam obat “%(value)s” tidak terbaca."),
    N_("Tulis seperti 08.00, 13.00; kosongkan bila tidak ada."),
)
_HOUR = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_MOST_HOURS = 8
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class CareCard:
    """Hours as 13:00; an empty card says that nothing was said."""

    medicine_hours: tuple[str, ...] = ()
    toilet_stops: bool = False
    hard_of_hearing: bool = False
    note: str = ""  # what helps him: speak slowly, sit in front

    def __post_init__(self) -> None:
        if len(self.note) > _LONGEST:
            raise ValueError("A care card is short.")

    @property
    def empty(self) -> bool:
        return self == CareCard()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "CareCard":
        values = json.loads(text)
        return cls(**{**values, "medicine_hours": tuple(values["medicine_hours"])})


def read_hours(text: str) -> tuple[str, ...]:
    """Read hours as people write them: "8.00 dan 13:30"; raises on what is no hour."""
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    said = [word for word in words if word.casefold() not in ("dan", "jam", "pukul", "wib")]
    found = []
    for word in said[:_MOST_HOURS]:
        match = _HOUR.fullmatch(word)
        if match is None:
            raise Fault(BAD_HOUR, value=word[:20])
        found.append(f"{int(match[1]):02d}:{match[2]}")
    return tuple(sorted(set(found)))
