"""Which kelurahan the places speak for that bear a name of the address; never more than a guess.

Who lives in Jalan Malabar is probably near the school that is called Malabar. A place speaks for
all kelurahan around it: boundary tables are some tens of metres off, and a street goes on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import cos, pi, radians, sin

from data.regions import Regions
from field.domain.address import Address
from field.domain.name_key import core_words
from field.domain.place import Point
from field.gateways.names.places import NamedPlace, PlaceKind
from field.gateways.names.readings import pieces

_AROUND_M = 150
_METRES_A_DEGREE = 111_195
_DIRECTIONS = 8
_STREET = 2  # weighs as much as two landmarks that bear its name
_VOTE = 1_000
_INITIALS = 2  # letters: the "Tb" of Tb. M. Falak
_SHORTEST = 4  # letters, for less is found everywhere
# What a thing is, and not how it is called; as `core_words` folds them.
_THINGS = frozenset({
    "sd", "sdn", "sdit", "sds", "smp", "smpn", "sma", "sman", "smk", "smkn", "mts", "mi", "tk",
    "ra", "paud", "slb", "pkbm", "kampus", "universitas", "sekolah", "negeri", "puskesmas",
    "pustu", "klinik", "poliklinik", "apotik", "rumah", "sakit", "rs", "rsud", "kantor", "dinas",
    "kelurahan", "kecamatan", "polsek", "polres", "koramil", "kua", "pos", "masjid", "musala",
    "gereja", "vihara", "hotel", "wisma", "pasar", "induk", "plaza", "mal", "bank", "gor",
    "stadion", "terminal", "stasiun", "spbu", "toko", "ruko", "loket", "dan",
})  # fmt: skip


class Hints:
    """Places by the words of their names."""

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._by_word: dict[str, list[tuple[NamedPlace, tuple[str, ...]]]] = defaultdict(list)
        for place in places:
            words = own_words(place.name)
            for word in set(words):
                self._by_word[word].append((place, words))

    def named(self, words: tuple[str, ...]) -> list[NamedPlace]:
        """Return the places whose names hold these words, one after the other."""
        return [place for place, own in self._by_word.get(words[0], ()) if _holds(own, words)]

    def votes(self, address: Address, regions: Regions, within: frozenset[str]) -> Counter[str]:
        """Count the votes for each kelurahan, by code.

        Args:
            address: one that names no kelurahan.
            regions: the city's tables.
            within: codes of the kelurahan that it may be in; the others have no votes.
        """
        votes: Counter[str] = Counter()
        for piece in pieces(address):
            words = own_words(piece)
            if sum(map(len, words)) < _SHORTEST or _names_region(piece, regions):
                continue
            for place in self.named(words):
                for code, count in _around(place.point, regions, within).items():
                    votes[code] += _weight(place) * count
        return votes


def own_words(name: str) -> tuple[str, ...]:
    """Leave out what kind of thing it is: "SDN Malabar" and "Jl. Malabar" are both Malabar."""
    return tuple(word for word in core_words(name) if word not in _THINGS and len(word) > _INITIALS)


def _holds(own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(own[at : at + len(words)] == words for at in range(len(own)))


def _names_region(piece: str, regions: Regions) -> bool:
    """Tell whether it is the kecamatan or the city once more: every second office is called so."""
    around = (regions.name, *regions.spellings)
    return bool(regions.kecamatan_by_name(piece)) or piece in around


def _weight(place: NamedPlace) -> int:
    return _STREET if place.kind is PlaceKind.STREET else 1


def _around(point: Point, regions: Regions, within: frozenset[str]) -> Counter[str]:
    """Count the kelurahan at a point and in a ring about it."""
    up, aside = _AROUND_M / _METRES_A_DEGREE, _AROUND_M / _METRES_A_DEGREE / cos(radians(point.lat))
    turns = [2 * pi * at / _DIRECTIONS for at in range(_DIRECTIONS)]
    ring = [Point(point.lat + up * sin(turn), point.lon + aside * cos(turn)) for turn in turns]
    found = [regions.kelurahan_at(spot.lat, spot.lon) for spot in (point, *ring)]
    codes = [place.code for place in found if place and place.code in within]
    # All that is around has one vote, however little of it may count.
    return Counter({code: _VOTE * count // len(codes) for code, count in Counter(codes).items()})
