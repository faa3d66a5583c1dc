"""What somebody types to find a card: a name, four digits, a code, RT/RW, or a whole number."""

import re
from dataclasses import dataclass
from enum import StrEnum

from field.domain.envelope import ALPHABET, read_code
from field.domain.rt_rw import three_digits

_WHOLE_NUMBER = re.compile(r"\D*(?:\d\D{0,2}){12,}\D*")
_RT_RW = re.compile(r"(?:rt)?[\s.]*(\d{1,3})\s*/\s*(?:rw)?[\s.]*(\d{1,3})", re.IGNORECASE)
_LAST4 = re.compile(r"\*{0,12}(\d{4})")
_CODE = re.compile(rf"[{ALPHABET}]{{4}}-?[{ALPHABET}]{{4}}", re.IGNORECASE)


class SearchKind(StrEnum):
    """What a search text was taken for."""

    NOTHING = "nothing"
    WHOLE_NUMBER = "whole_number"
    RT_RW = "rt_rw"
    LAST4 = "last4"
    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Search:
    """A search text as understood; a whole number hides itself."""

    kind: SearchKind
    first: str = ""
    second: str = ""

    def __repr__(self) -> str:
        return f"Search({self.kind})"


NOTHING = Search(SearchKind.NOTHING)


def read_search(text: str) -> Search:
    """Understand a search text. A code of eight letters may also be a name: both are meant."""
    plain = " ".join(text.split())
    if not plain:
        return NOTHING
    if _WHOLE_NUMBER.fullmatch(plain):
        return Search(SearchKind.WHOLE_NUMBER, "".join(re.findall(r"\d", plain)))
    if match := _RT_RW.fullmatch(plain):
        return Search(SearchKind.RT_RW, three_digits(match[1]) or "", three_digits(match[2]) or "")
    if match := _LAST4.fullmatch(plain):
        return Search(SearchKind.LAST4, match[1])
    if _CODE.fullmatch(plain):
        return Search(SearchKind.CODE, read_code(plain), plain)
    return Search(SearchKind.NAME, plain)


@dataclass(frozen=True, slots=True)
class CardFilter:
    """Which cards, in which order."""

    search: Search = NOTHING
    kelurahan: str = ""
    place: str = ""
    urgent: bool = False
    sort: str = "waiting"
    turned: bool = False
