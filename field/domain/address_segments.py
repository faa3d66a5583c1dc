"""What is left of an address between its commas: regions by name, landmarks, streets, estates."""

import re

from field.domain.address_draft import Draft, plain_number
from field.domain.address_words import (
    ESTATE,
    LANDMARK,
    STREET,
    in_case,
    only_plain_words,
    spell_prefixes,
    split_parts,
)
from field.domain.region_names import at_end

_BARE_NUMBER = re.compile(r"[0-9]{1,3}[A-Z]?", re.IGNORECASE)
_KM = re.compile(r"km\.?", re.IGNORECASE)

Words = tuple[str, ...]


def read_segments(draft: Draft) -> None:
    """Share the rest out among kelurahan, kecamatan, landmark, street and block."""
    segments = [
        part
        for segment in draft.rest.split(",")
        for part in split_parts(spell_prefixes(segment.strip(" .,-")))
    ]
    kept: list[str] = []
    for segment in reversed(segments):  # the city stands last, then kecamatan, then kelurahan
        if words := _without_regions(draft, tuple(segment.split())):
            kept.insert(0, " ".join(words))
    _sort_segments(draft, kept)
    _split_bare_number(draft)


def _without_regions(draft: Draft, words: Words) -> Words:
    """Strip the names of city, kecamatan and kelurahan that end a segment."""
    in_street = bool(STREET.match(" ".join(words)))
    while words:
        rest = _without_last_region(draft, words, in_street=in_street)
        if rest is None:
            break
        words = rest
    return words


def _without_last_region(draft: Draft, words: Words, *, in_street: bool) -> Words | None:
    """Strip one name, or none when it is all the name that a street has: "Jl. Raya Cipaku"."""
    names = draft.names
    if draft.kecamatan is None and (found := at_end(words, names.kecamatan)):
        if _names_nothing(found.rest):
            return None
        draft.kecamatan = names.kecamatan[found.name]
        return found.rest
    if found := at_end(words, names.around):
        return None if _names_nothing(found.rest) else found.rest
    if draft.kelurahan is None and (found := at_end(words, names.kelurahan)):
        if _names_nothing(found.rest) or (in_street and not _ends_in_number(found.rest)):
            return None
        return found.rest if draft.take_kelurahan(found.name) else None
    return None


def _names_nothing(words: Words) -> bool:
    return bool(words) and only_plain_words(words)


def _ends_in_number(words: Words) -> bool:
    return bool(words) and bool(_BARE_NUMBER.fullmatch(words[-1]))


def _sort_segments(draft: Draft, segments: list[str]) -> None:
    """Tell streets from estates; what comes first without a prefix is a street as well."""
    estate: list[str] = []
    for place, segment in enumerate(segments):
        plain = in_case(_without_landmark(draft, segment))
        if STREET.match(plain) or (place == 0 and plain and not ESTATE.match(plain)):
            draft.street.append(plain)
        elif plain:
            estate.append(plain)
    draft.block[:0] = estate


def _without_landmark(draft: Draft, segment: str) -> str:
    match = LANDMARK.search(segment)
    before = segment[: match.start()].strip() if match else ""
    if match is None or (before and only_plain_words(before.split())):
        return segment
    draft.landmark.append(segment[match.start() :])
    return before


def _split_bare_number(draft: Draft) -> None:
    """Take "Jl. Mawar 12" for a house, but neither "Gg. Mawar 2" nor "Jl. Raya X Km 7"."""
    if draft.number or draft.block or not draft.street:
        return
    words = draft.street[-1].split()
    on_a_jalan = words[0] == "Jl." and "Gg." not in words
    named = not only_plain_words(words[:-1]) and not _KM.fullmatch(words[-2:][0])
    if on_a_jalan and named and _BARE_NUMBER.fullmatch(words[-1]):
        draft.number = plain_number(words[-1])
        draft.street[-1] = " ".join(words[:-1])
