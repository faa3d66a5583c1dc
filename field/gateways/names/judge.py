"""From names that are alike to candidates: what each rests on, and how far to believe it."""

from collections.abc import Sequence
from dataclasses import dataclass

from field.domain.address import Address
from field.domain.candidate import Candidate, Part
from field.domain.name_key import name_key
from field.domain.place import Confidence, Point, metres_between
from field.gateways.names.book import NameBook
from field.gateways.names.numbers import between
from field.gateways.names.places import PlaceKind
from field.gateways.names.readings import Reading, readings
from field.gateways.names.search import Hit, Shelf

SOURCE = "names"
_MOST = 8  # candidates
_SHOWN = 35  # less alike is not worth a look
_EXACT = 100
_SURE = 90  # alike enough without a look at the others
_LIKELY = 82  # alike enough when nothing else is
_LEAD = 10  # by which the likest must be ahead of a place elsewhere
_WIDE_LEAD = 12  # the same in a whole city: Wijaya may be a Dwijaya that lost its first letter
_ELSEWHERE_M = 300
_FAR_M = 1_000
_SHORT_M = 400  # a longer street's middle says too little of where a house is
_SHORTEST = 4  # letters of a name that may be misspelt at all


@dataclass(frozen=True, slots=True)
class Bounds:
    """What narrows the search: the kelurahan that was said, and where its RT is held to be."""

    kelurahan: str = ""  # code
    rt: Point | None = None
    within: frozenset[str] = frozenset()  # codes of the kecamatan's kelurahan, where one was said


def candidates(address: Address, book: NameBook, bounds: Bounds) -> list[Candidate]:
    """Name the places that the address may mean; within its kelurahan only where one was said."""
    shelf = book.within(bounds.kelurahan) if bounds.kelurahan else book.whole
    found: list[Candidate] = []
    estates: list[Hit] = []
    for reading in readings(address):
        hits = [hit for hit in _hits(reading, shelf) if _is_within(hit, bounds)]
        if reading.block:
            hits = [hit for hit in hits if _in_one_of(hit, estates)]
        estates += [hit for hit in hits if hit.place.kind is PlaceKind.ESTATE and _is_like(hit)]
        # The later names are the narrower ones: where as sure, they go first.
        found[:0] = [
            _candidate(hit, hits, address, bounds, reading.most)
            for hit in hits[:_MOST]
            if hit.score >= _SHOWN
        ]
    return sorted(found, key=lambda answer: (answer.confidence, is_likely(answer)), reverse=True)


def is_likely(answer: Candidate) -> bool:
    return answer.score >= _LIKELY


def outside(address: Address, book: NameBook, bounds: Bounds) -> list[Candidate]:
    """Name places of almost that name in other kelurahan: for a person to see, never to use."""
    return [
        _as_candidate(hit, hit.place.point, Confidence.KELURAHAN, _parts(hit, address, said=False))
        for reading in reversed(readings(address))
        if reading.most is Confidence.STREET
        for hit in _hits(reading, book.whole)[:_MOST]
        if _is_like(hit) and hit.place.kelurahan != bounds.kelurahan
    ]


def _hits(reading: Reading, shelf: Shelf) -> list[Hit]:
    found: dict[int, Hit] = {}
    for key in reading.keys:
        for hit in shelf.find(key):
            old = found.get(id(hit.place))
            if old is None or (hit.score, hit.near_numeral) > (old.score, old.near_numeral):
                found[id(hit.place)] = hit
    return sorted(found.values(), key=lambda hit: -hit.score)


def _is_within(hit: Hit, bounds: Bounds) -> bool:
    return not bounds.within or hit.place.kelurahan in bounds.within


def _is_like(hit: Hit) -> bool:
    return hit.score >= _LIKELY


def _in_one_of(block: Hit, estates: Sequence[Hit]) -> bool:
    """Tell whether a block is in an estate of the address: every estate has a Blok C."""
    return any(
        metres_between(block.place.point, estate.place.point)
        <= estate.place.reach + _ELSEWHERE_M / 2
        for estate in estates
    )


def _candidate(
    hit: Hit, hits: Sequence[Hit], address: Address, bounds: Bounds, most: Confidence
) -> Candidate:
    parts = _parts(hit, address, said=bool(bounds.kelurahan))
    house = hit.place.houses.get(address.number or "")
    sure = _is_sure(hit, hits, bounds)
    if house and sure and most is Confidence.STREET:
        return _as_candidate(hit, house, Confidence.HOUSE, {**parts, Part.NUMBER: True})
    near = _nearest(hit, bounds.rt)
    known = hit.place.houses if sure and most is Confidence.STREET else {}
    reckoned = between(known, address.number or "")
    if address.number:
        parts[Part.NEAR_NUMBER if reckoned else Part.NUMBER] = reckoned is not None
    if near or (address.rt and address.rw):
        parts[Part.RT_RW] = near is not None
    if reckoned:
        return _as_candidate(hit, reckoned, Confidence.STREET, parts)
    confidence = min(most, _confidence(hit, sure=sure, narrowed=near is not None))
    return _as_candidate(hit, near or hit.place.point, confidence, parts)


def _confidence(hit: Hit, *, sure: bool, narrowed: bool) -> Confidence:
    if not sure or not (narrowed or hit.place.reach <= _SHORT_M):
        return Confidence.KELURAHAN
    if hit.place.kind is PlaceKind.KAMPUNG:
        return Confidence.RT_RW
    return Confidence.STREET


def _is_sure(hit: Hit, hits: Sequence[Hit], bounds: Bounds) -> bool:
    """Tell whether a name is so alike, and so alone, that no other can be meant."""
    if not hit.same_numeral or hit.score < _LIKELY:
        return False
    if not hit.same_kind and not bounds.kelurahan:
        return False
    if hit.score < _SURE and len(name_key(hit.place.name).letters) < 2 * _SHORTEST:
        return False
    if not bounds.kelurahan and not name_key(hit.place.name).letters:
        return False  # there is a Gang III off many a street
    elsewhere = [
        _rivalry(other, hit)
        for other in hits
        if other is not hit and _apart(hit, other) and not _rt_decides(hit, other, bounds)
    ]
    lead = _LEAD if bounds.kelurahan else _WIDE_LEAD
    if bounds.kelurahan and hit.score >= _EXACT:
        lead = 1
    return hit.score - max(elsewhere, default=0) >= lead


def _rivalry(other: Hit, hit: Hit) -> float:
    """Say how much another may be meant: who slips in the letters may slip in the numeral too.

    Numbered streets mostly lie side by side; only one that is far off would be a wrong way.
    """
    slipped = other.near_numeral and hit.score < _EXACT
    far = metres_between(hit.place.point, other.place.point) > _FAR_M
    return other.likeness if slipped and far else other.score


def _apart(one: Hit, other: Hit) -> bool:
    return metres_between(one.place.point, other.place.point) > _ELSEWHERE_M


def _rt_decides(hit: Hit, other: Hit, bounds: Bounds) -> bool:
    return _nearest(hit, bounds.rt) is not None and _nearest(other, bounds.rt) is None


def _nearest(hit: Hit, rt: Point | None) -> Point | None:
    """Return the point of a street that is nearest to the RT, when the street passes it."""
    if rt is None:
        return None
    near = min(hit.place.points, key=lambda point: metres_between(point, rt))
    return near if metres_between(near, rt) <= _ELSEWHERE_M else None


def _parts(hit: Hit, address: Address, *, said: bool) -> dict[Part, bool]:
    """Tell of each part of the address whether it fits."""
    name = Part.STREET
    if hit.place.kind in (PlaceKind.ESTATE, PlaceKind.BLOCK):
        name = Part.BLOCK
    elif hit.place.kind is PlaceKind.LANDMARK:
        name = Part.LANDMARK
    parts = {name: hit.same_numeral and hit.score >= _LIKELY}
    for part, written in ((Part.STREET, address.street), (Part.BLOCK, address.block)):
        if written and part is not name:
            parts[part] = False
    if address.kelurahan:
        parts[Part.KELURAHAN] = said
    return parts


def _as_candidate(
    hit: Hit, point: Point, confidence: Confidence, parts: dict[Part, bool]
) -> Candidate:
    return Candidate(
        point=point,
        confidence=confidence,
        source=SOURCE,
        label=hit.place.name,
        score=round(hit.score, 1),
        matched=tuple(part for part, fits in parts.items() if fits),
        missed=tuple(part for part, fits in parts.items() if not fits),
    )
