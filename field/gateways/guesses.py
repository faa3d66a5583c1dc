"""Which kelurahan an address hints at when it says none; never more than a guess."""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from data.regions import Kelurahan, Regions
from field.domain.address import Address
from field.domain.region_names import spelling_key
from field.gateways.names.hints import Hints

_SAID = re.compile(r"(?<!\w)kel(?:urahan)?(?![a-z])[\s.:]*([^,;/()]+)", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_KECAMATAN = re.compile(r"(?<!\w)kec(?:amatan)?(?![a-z])[\s.:]*[^,;]*", re.IGNORECASE)
_ALIKE = 80  # of 100
_HINT = 50  # when all that bears the street's name is in one kelurahan; its own name counts more


def guesses(
    address: Address, regions: Regions, hints: Iterable[Hints] = ()
) -> list[tuple[Kelurahan, float]]:
    """Return the kelurahan hinted at, surest first, each with a score of 0-100."""
    places = [place for place in regions.kelurahan if _may_be_in(place, address)]
    text = _KECAMATAN.sub(" ", address.raw or address.line)
    scores: dict[str, float] = {}
    for place, score in (*_misspelt(text, places), *_named(text, places)):
        scores[place.code] = max(score, scores.get(place.code, 0))
    codes = frozenset(place.code for place in places)
    votes = sum((known.votes(address, regions, codes) for known in hints), Counter[str]())
    for code, count in votes.items():
        scores[code] = max(scores.get(code, 0), _HINT * count / votes.total())
    coded = [place for place in places if place.postcode in _POSTCODE.findall(text)]
    for place in coded:
        scores[place.code] = scores.get(place.code, 0) + 40 / len(coded)
    found = [(place, scores[place.code]) for place in places if place.code in scores]
    return sorted(found, key=lambda pair: -pair[1])


def _may_be_in(place: Kelurahan, address: Address) -> bool:
    return address.kecamatan is None or place.kecamatan.name == address.kecamatan


def _misspelt(text: str, places: list[Kelurahan]) -> list[tuple[Kelurahan, float]]:
    """Read what stands behind "Kel." with a slip in it."""
    said = _SAID.search(text)
    if said is None or not places:
        return []
    written = spelling_key(said[1])
    names = [spelling_key(place.name) for place in places]
    found = process.extract(written, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    return [(places[at], score) for _, score, at in found]


def _named(text: str, places: list[Kelurahan]) -> list[tuple[Kelurahan, float]]:
    """Find names in the text; one that is part of another's longer name counts less."""
    words = [spelling_key(word) for word in re.findall(r"\w+", text)]
    runs = {"".join(words[at : at + size]): size for size in (1, 2, 3) for at in range(len(words))}
    found = []
    for place in places:
        for name in (place.name, *place.spellings):
            if spelling_key(name) in runs:
                found.append((place, 60.0 + len(name)))
                break
        else:
            if spelling_key(place.name.split()[0]) in runs and " " in place.name:
                found.append((place, 30.0))
    return found
