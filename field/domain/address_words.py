"""Words of Indonesian addresses: prefixes of streets and estates, landmarks, and their spelling."""

import re
from collections.abc import Sequence

_SPELLINGS = {
    "Jl.": r"jl|jln|jalan|jln?n",
    "Gg.": r"gg|gang",
    "Kp.": r"kp|kmp|kamp|kampung|kampoeng",
    "Perum": r"perum|perumahan|prm|prumahan",
    "Komp.": r"komp|komplek|kompleks|kompl|kplk",
}
_PREFIXES = tuple(
    (spelling, re.compile(rf"(?<![\w.])(?:{words})(?![\w'])\.?\s*", re.IGNORECASE))
    for spelling, words in _SPELLINGS.items()
)
_MANGLED_START = re.compile(r"^(?:l|j|il)\.\s*(?=[A-Za-z])", re.IGNORECASE)

STREET = re.compile(r"^(?:Jl\.|Gg\.|Kp\.|Lorong|Dusun|Lingkungan)(?=\s)", re.IGNORECASE)
ESTATE = re.compile(
    r"^(?:Perum|Komp\.|Villa|Vila|Griya|Graha|Puri|Bukit|Pesona|Cluster|Asrama|Apartemen|"
    r"Rusun|Rusunawa|Pondok|Residence|Taman|BTN|Blok)(?!\w)",
    re.IGNORECASE,
)
LANDMARK = re.compile(
    r"\b(?:dekat|dkt|sebelah|sblh|samping|smp?g|depan|dpn|belakang|blkg|blkng|seberang|sebrang|"
    r"sbrg|seblm|sebelum|setelah|sesudah|dibelakang|didepan|disamping|disebelah)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?:jl|gg|kp|perum|komp|raya|baru|lama|no)\.?", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:(?:Jl\.|Gg\.|Kp\.|Perum|Komp\.) )+")
_INNER_STREET = re.compile(r" (?=(?:Jl\.|Gg\.|Kp\.) )")
_INNER_ESTATE = re.compile(r" (?=(?:Perum|Komp\.) )")
_KEPT_UPPER = re.compile(
    r"[IVX]+|RE|TB|KH|HT|HM|RM|KPP|BTN|BCC|TVRI|PLN|PDAM|SD|SDN|SMP|SMA|TPU|PT|CV"
)
_PART_OF_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def spell_prefixes(text: str) -> str:
    """Write every prefix in its one spelling: "Jln Gang Aut" is "Jl. Gg. Aut"."""
    text = _MANGLED_START.sub("Jl. ", text)
    for spelling, pattern in _PREFIXES:
        text = pattern.sub(f"{spelling} ", text)
    return text.strip()


def split_parts(segment: str) -> list[str]:
    """Part a street from the estate written behind it without a comma, or the other way round."""
    border = _INNER_ESTATE if STREET.match(segment) else _INNER_STREET
    match = border.search(segment)
    if match is None or only_plain_words(segment[: match.start()].split()):
        return [segment]
    return [segment[: match.start()], segment[match.end() :]]


def only_plain_words(words: Sequence[str]) -> bool:
    """Tell whether words alone name no street: "Jl. Raya" without its name."""
    return all(_PLAIN.fullmatch(word) for word in words)


def in_case(text: str) -> str:
    """Give words a capital when somebody wrote all in capitals or all small."""
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    name = text[start:]
    if name != name.upper() and name != name.lower():
        return text
    return text[:start] + _PART_OF_WORD.sub(lambda match: _capital(match[0]), name)


def _capital(word: str) -> str:
    upper = word.upper()
    return upper if _KEPT_UPPER.fullmatch(upper) else word[0].upper() + word[1:].lower()
