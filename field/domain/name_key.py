"""What two spellings of one name share: Jln. Soerjo IV and Jalan Suryo 4 have the same key."""

import re
import unicodedata
from dataclasses import dataclass

KINDS = {
    "jalan": ("jl", "jln", "jalan", "jlan", "jaln"),
    "gang": ("gg", "gang", "gng"),
    "kampung": ("kp", "kmp", "kamp", "kampung", "kampoeng"),
    "perum": ("perum", "perumahan", "prm", "prumahan", "komp", "komplek", "kompleks", "kompl",
              "kplk"),
    "blok": ("blok", "block", "blk"),
}  # fmt: skip
# People drop these or add them as they like: they weigh less than the name itself.
_TITLES = {
    "k": ("kyai", "kiai", "kiyai"),
    "h": ("haji", "hj", "hajah", "hajjah"),
    "r": ("raden",),
    "dr": ("doktor", "dokter", "drg"),
    "ir": ("insinyur",),
    "prof": ("profesor", "professor"),
    "jend": ("jenderal", "jendral"),
    "letjen": (),
    "mayjen": (),
    "brigjen": (),
    "kol": ("kolonel",),
    "kapt": ("kapten",),
    "kh": (),
    "raya": ("ry",),
}
_WORDS = {
    "utara": ("ut", "utr"),
    "selatan": ("sel", "slt"),
    "timur": ("tim", "tmr"),
    "barat": ("bar", "brt"),
    "dalam": ("dlm",),
    "moh": ("muhammad", "mohammad", "mohamad", "muhamad", "mochamad", "mochammad", "muh"),
    "gunung": ("gn",),
    "masjid": ("mesjid", "msjd"),
    "musala": ("musholla", "mushola", "mushalla", "musolla"),
    "kebon": ("kebun",),
}
_KIND_OF = {form: kind for kind, forms in KINDS.items() for form in forms}
_PLAIN = {
    form: plain for table in (_TITLES, _WORDS) for plain, forms in table.items() for form in forms
}
_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_AND_LETTER = re.compile(r"(?=[ivx])(x{0,3}(?:ix|iv|v?i{0,3}))([a-h])")
_NUMBER = re.compile(r"0*([0-9]+)([a-z]?)")
_BLOCK = re.compile(r"[a-z]{1,3}[0-9]{0,3}")
_NO_NUMERAL = {"via", "iva", "viva", "xia"}  # names of people and shops
_OLD = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("y", "j"))  # y last: Soerjo is Suryo, not Surjo
_DOUBLE = re.compile(r"(.)\1+")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name without what its spellings differ in.

    Letters may be compared by likeness; what is exact (numerals and the letters behind them) may
    not: Mawar II and Mawar III are as unlike as two streets can be.
    """

    kind: str
    letters: str
    core: str  # the letters without titles and "raya"
    exact: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.letters and not self.exact

    def with_number(self, number: str) -> "NameKey":
        """Return the key of the street that "Wijaya 4" is if 4 is not a house."""
        return NameKey(self.kind, self.letters, self.core, (*self.exact, number.casefold()))


def name_key(name: str) -> NameKey:
    kind, plain, exact = _read(name)
    letters = "".join(_folded(word) for word in plain)
    return NameKey(kind, letters, "".join(_core(plain)), tuple(exact))


def core_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as its key spells them, without kind, titles and numerals."""
    return tuple(_core(_read(name)[1]))


def _read(name: str) -> tuple[str, list[str], list[str]]:
    """Part a name into its kind, its words and its numerals."""
    words = _WORD.findall(_without_accents(name).replace("'", ""))
    kind = ""
    while words and words[0] in _KIND_OF:
        kind = _KIND_OF[words.pop(0)]
    plain: list[str] = []
    exact: list[str] = []
    for place, word in enumerate(words):
        numeral = _exact(word, kind, first=place == 0)
        if numeral:
            exact.append(numeral)
        elif exact and len(word) == 1:
            exact[-1] += word  # "VIII A" and "VIIIA" are one
        else:
            plain.append(_PLAIN.get(word, word))
    return kind, plain, exact


def _core(plain: list[str]) -> list[str]:
    return [_folded(word) for word in plain if word not in _TITLES]


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _exact(word: str, kind: str, *, first: bool) -> str:
    """Tell what may not be compared by likeness; a first word such as "Via" is a name."""
    if not first or kind == "gang" or word[0].isdigit():
        return _numeral(word)
    return word if kind == "blok" and _BLOCK.fullmatch(word) else ""


def _numeral(word: str) -> str:
    """Read a word as a number, Roman or not, with the letter behind it; nothing for a name."""
    if word in _NO_NUMERAL:
        return ""
    if match := _NUMBER.fullmatch(word):
        return match[1] + match[2]
    if match := _ROMAN.fullmatch(word):
        return str(10 * len(match[1]) + _ONES[match[2]])
    if match := _ROMAN_AND_LETTER.fullmatch(word):
        return _numeral(match[1]) + match[2]
    return ""


def roman(number: int) -> str:
    """Write a number from 1 to 39, as streets have them; nothing beyond."""
    if not 0 < number < 40:
        return ""
    tens, ones = divmod(number, 10)
    return "x" * tens + next(written for written, value in _ONES.items() if value == ones)


def _folded(word: str) -> str:
    for old, new in _OLD:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)
