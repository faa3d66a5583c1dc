"""The names of a city's regions in every spelling: what the address parser looks words up in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

_LONGEST_NAME = 3  # words


@dataclass(frozen=True, slots=True)
class RegionName:
    """A region's code, official name, the kecamatan it lies in, and how else it is written."""

    code: str
    name: str
    kecamatan: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A name found at one end of some words, and the words that are left."""

    name: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionNames:
    """Spelling keys to official names."""

    kelurahan: Mapping[str, tuple[RegionName, ...]]
    kecamatan: Mapping[str, str]
    around: frozenset[str]  # the city and its province: said, but never kept

    @classmethod
    def build(
        cls,
        kelurahan: Iterable[RegionName],
        kecamatan: Iterable[RegionName],
        around: Iterable[str],
    ) -> "RegionNames":
        by_key: dict[str, tuple[RegionName, ...]] = {}
        for place in kelurahan:
            for key in {spelling_key(word) for word in (place.name, *place.spellings)}:
                by_key[key] = (*by_key.get(key, ()), place)
        return cls(
            kelurahan=by_key,
            kecamatan={
                spelling_key(word): place.name
                for place in kecamatan
                for word in (place.name, *place.spellings)
            },
            around=frozenset(spelling_key(word) for word in around),
        )

    def find_kelurahan(self, written: str, kecamatan: str | None = None) -> RegionName | None:
        """Look a kelurahan up; a kecamatan is asked only when two share the name."""
        found = self.kelurahan.get(spelling_key(written), ())
        if len(found) > 1:
            found = tuple(place for place in found if place.kecamatan == kecamatan)
        return found[0] if len(found) == 1 else None

    def near(self, written: str) -> list[str]:
        """Official names that look like what was written, the likest first."""
        keys = get_close_matches(spelling_key(written), self.kelurahan, cutoff=0.5)
        return list(dict.fromkeys(place.name for key in keys for place in self.kelurahan[key]))

    def find_kecamatan(self, written: str) -> str | None:
        return self.kecamatan.get(spelling_key(written))


def spelling_key(name: str) -> str:
    """Reduce a name to what its spellings share: letters and digits, without case or spaces."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def at_end(words: Sequence[str], known: Mapping[str, object] | frozenset[str]) -> Found | None:
    """Find the longest known name that the words end with."""
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        key = spelling_key("".join(words[-size:]))
        if key in known:
            return Found(key, tuple(words[:-size]))
    return None


def at_start(words: Sequence[str], known: Mapping[str, object] | frozenset[str]) -> Found | None:
    """Find the longest known name that the words begin with."""
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        key = spelling_key("".join(words[:size]))
        if key in known:
            return Found(key, tuple(words[size:]))
    return None
