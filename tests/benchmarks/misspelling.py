"""How names of streets get misspelt: the rule of the geocoder's benchmark, older than its matcher.

Each name gets its prefix in another form, a slip of the fingers (two in a long name), one time in
three an old spelling, often other capitals. A numeral is never mistyped, since "Mawar III" for
"Mawar II" is another street, but one in four is written in digits. Words of up to three letters
are spared: one letter less makes another name of them.
"""

import re
from random import Random

PREFIXES = {
    "jalan": ("Jl.", "Jl. ", "Jln ", "Jln. ", "JL ", "jalan ", ""),
    "gang": ("Gg.", "Gg ", "Gg. ", "gang ", "Gang "),
    "kampung": ("Kp.", "Kp ", "kampung ", "Kampoeng "),
    "perumahan": ("Perum ", "Perum. ", "Perumahan "),
    "komplek": ("Komp. ", "Kompleks ", "komplek ", "Komp "),
    "kompleks": ("Komp. ", "Komplek ", "kompleks ", "Komp "),
}
OLD_SPELLINGS = (("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "j"))
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LONG_NAME = 12  # letters
SHORTEST_WORD = 4  # letters
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def misspelt(name: str, dice: Random) -> str:
    """Write a name as somebody might who is in a hurry."""
    first, _, rest = name.partition(" ")
    forms = PREFIXES.get(first.lower())
    prefix, body = (dice.choice(forms), rest) if forms and rest else ("", name)
    words = body.split(" ")
    if dice.random() < 1 / 3:
        words = _in_old_spelling(words, dice)
    for _ in range(2 if sum(map(len, words)) >= LONG_NAME else 1):
        words = _with_slip(words, dice)
    words = [_in_digits(word, dice) for word in words]
    return _in_other_case(prefix + " ".join(words), dice)


def _in_old_spelling(words: list[str], dice: Random) -> list[str]:
    new, old = dice.choice(OLD_SPELLINGS)
    places = [i for i, word in enumerate(words) if new in word.lower() and _may_slip(word)]
    if not places:
        return words
    place = dice.choice(places)
    changed = re.sub(new, old, words[place], count=1, flags=re.IGNORECASE)
    return [*words[:place], changed, *words[place + 1 :]]


def _with_slip(words: list[str], dice: Random) -> list[str]:
    places = [i for i, word in enumerate(words) if _may_slip(word)]
    if not places:
        return words
    place = dice.choice(places)
    slip = dice.choice((_dropped, _doubled, _swapped, _beside, _apart))
    changed = slip(words[place], dice)
    return [*words[:place], changed, *words[place + 1 :]]


def _may_slip(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha() and word.upper() not in ROMAN


def _dropped(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, dice: Random) -> str:
    at = dice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _beside(word: str, dice: Random) -> str:
    """Hit the key to the left or right of the one that was meant."""
    at = dice.randrange(len(word))
    row = next((row for row in ROWS if word[at].lower() in row), word[at].lower())
    key = row.index(word[at].lower()) + dice.choice((-1, 1))
    return word[:at] + row[max(0, min(key, len(row) - 1))] + word[at + 1 :]


def _apart(word: str, dice: Random) -> str:
    """Write one word as two."""
    at = dice.randrange(2, len(word) - 1)
    return f"{word[:at]} {word[at:]}"


def _in_digits(word: str, dice: Random) -> str:
    return str(ROMAN[word]) if word in ROMAN and dice.random() < 1 / 4 else word


def _in_other_case(text: str, dice: Random) -> str:
    return dice.choice((text, text, text.lower(), text.upper()))
