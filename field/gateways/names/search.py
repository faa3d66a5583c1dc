"""Finds names by likeness; numerals must be the same, all else may be misspelt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from field.domain.name_key import NameKey, name_key, roman
from field.gateways.names.places import NamedPlace, PlaceKind

_LOOKED_AT = 40  # spellings, the likest
_LEAST = 55  # of 100; less alike is another name
_OTHER_KIND = 6  # a gang is seldom meant by a jalan
_OTHER_NUMERAL = 30
_SHORTENED = 4  # without "raya" or a title
_KINDS = {PlaceKind.KAMPUNG: "kampung", PlaceKind.ESTATE: "perum", PlaceKind.BLOCK: "blok"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place whose name is like the one looked for."""

    place: NamedPlace
    score: float
    same_kind: bool
    same_numeral: bool
    near_numeral: bool = False  # a slip away from the one looked for, as XII is from XIII

    @property
    def likeness(self) -> float:
        """How alike the names are if their numerals are taken for the same."""
        return self.score + (0 if self.same_numeral else _OTHER_NUMERAL)


@dataclass(frozen=True, slots=True)
class _Entry:
    place: NamedPlace
    key: NameKey
    cost: int


class Shelf:
    """Names that are searched together: those of a city, or of one kelurahan."""

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        for place in places:
            for name in (place.name, *place.others):
                self._put(place, name)
        self._spellings = list(self._entries)

    def _put(self, place: NamedPlace, name: str) -> None:
        key = name_key(name)
        if not key.kind:
            key = NameKey(_KINDS.get(place.kind, ""), key.letters, key.core, key.exact)
        self._entries[key.letters].append(_Entry(place, key, 0))
        if key.core and key.core != key.letters:
            self._entries[key.core].append(_Entry(place, key, _SHORTENED))

    def find(self, key: NameKey) -> list[Hit]:
        """Return what is like a name, the likest first, each place once."""
        best: dict[int, Hit] = {}
        for letters, cost in _spellings(key).items():
            for spelling, like in self._alike(letters):
                for entry in self._entries[spelling]:
                    hit = _hit(entry, key, like - max(cost, entry.cost))
                    old = best.get(id(entry.place))
                    if hit.score >= _LEAST - _OTHER_NUMERAL and (not old or hit.score > old.score):
                        best[id(entry.place)] = hit
            if any(hit.score >= 100 for hit in best.values()):
                break
        return sorted(best.values(), key=lambda hit: -hit.score)

    def _alike(self, letters: str) -> list[tuple[str, float]]:
        if not letters:
            return [("", 100.0)] if "" in self._entries else []
        found = process.extract(
            letters, self._spellings, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_LOOKED_AT
        )
        return [(spelling, _likeness(letters, spelling, ratio)) for spelling, ratio, _ in found]


def _spellings(key: NameKey) -> dict[str, int]:
    """Return what to look for with its cost; a name without a title is not a shortened one."""
    costs = {key.letters: 0}
    costs.setdefault(key.core, _SHORTENED)
    return costs


def _likeness(one: str, other: str, ratio: float) -> float:
    """Weigh both measures: two letters swapped are one slip to the second, two to the first."""
    return (ratio + 100 * OSA.normalized_similarity(one, other)) / 2


def _hit(entry: _Entry, key: NameKey, like: float) -> Hit:
    same_kind = not key.kind or not entry.key.kind or key.kind == entry.key.kind
    same_numeral = key.exact == entry.key.exact
    score = like - (0 if same_kind else _OTHER_KIND) - (0 if same_numeral else _OTHER_NUMERAL)
    near = not same_numeral and _is_slip(entry.key.exact, key.exact)
    return Hit(entry.place, score, same_kind, same_numeral, near)


@lru_cache(maxsize=4_096)
def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one letter or digit, left out or beside the right key, makes them the same."""
    pair = " ".join(one), " ".join(other)
    romans = " ".join(map(_as_roman, one)), " ".join(map(_as_roman, other))
    return OSA.distance(*pair) <= 1 or OSA.distance(*romans) <= 1


def _as_roman(numeral: str) -> str:
    return (numeral.isdigit() and roman(int(numeral))) or numeral
