"""Read an address as people write it into its parts. Never fails: what is odd becomes a note."""

import re
import unicodedata
from dataclasses import dataclass, field

from field.domain import address as notes
from field.domain.address import Address
from field.domain.address_words import (
    ESTATE,
    LANDMARK,
    STREET,
    in_case,
    only_plain_words,
    spell_prefixes,
    split_estate,
)
from field.domain.fault import FaultKind
from field.domain.region_names import RegionNames, at_end, at_start
from field.domain.rt_rw import PATTERNS, RtRw, three_digits

_LETTER = r"[A-Z]?(?![A-Z])"
_PLACE = rf"(?:[0-9]+\s?{_LETTER}(?:\s?[/\-]\s?[0-9]*\s?{_LETTER})?|[A-Z]{{1,2}}[\s\-]?[0-9]+)"
_NUMBER = re.compile(
    rf"(?<!\w)(?:no|nomor|nomer|nmr)(?![A-Z])[\s.:]*(?!R[TW])({_PLACE})", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"^(Jl\. .*[^\W\d]\.?) ([0-9]{1,3}[A-Z]?)$", re.IGNORECASE)
_KM_BEFORE = re.compile(r"\bKm\.?$", re.IGNORECASE)
_BLOCK = re.compile(
    r"(?<!\w)blo[kc]k?\.?\s*([A-Z]{1,3}[0-9]{0,3}|[0-9]{1,3}[A-Z]?)(?!\w)"
    r"(?:[\s/.\-]*(?:no(?:mor)?[\s.:]*)?([0-9]+[A-Z]?)(?!\w))?",
    re.IGNORECASE,
)
_SAID_LANDMARK = re.compile(
    r"(?<!\w)(?:patokan|ancer-?ancer|ptk)\s*[:=.\-]?\s*([^,;)]+)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_KELURAHAN = re.compile(r"(?<!\w)kel(?:urahan)?(?![A-Z])[\s.:]*", re.IGNORECASE)
_KECAMATAN = re.compile(r"(?<!\w)kec(?:amatan)?(?![A-Z])[\s.:]*", re.IGNORECASE)
_POSTCODE = re.compile(r"(?:kode\s?pos\s*:?\s*)?(?<![0-9])[0-9]{5}(?![0-9])", re.IGNORECASE)
_BREAK = re.compile(r"[,;\n\r\t|]+|\s-+(?=\s|$)")


@dataclass(slots=True)
class _Draft:
    """The text that is left to read, and what was found so far."""

    rest: str
    names: RegionNames
    street: list[str] = field(default_factory=list)
    block: list[str] = field(default_factory=list)
    number: str | None = None
    rt_rw: RtRw = field(default_factory=RtRw)
    kelurahan: str | None = None
    kecamatan: str | None = None
    landmark: list[str] = field(default_factory=list)
    notes: list[FaultKind] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Cut the first match out; a comma in its place keeps both sides apart."""
        match = pattern.search(self.rest)
        if match:
            self.rest = f"{self.rest[: match.start()]}, {self.rest[match.end() :]}"
        return match


def parse_address(text: str, names: RegionNames) -> Address:
    """Read one written address.

    Args:
        text: as somebody typed it, in one line or several.
        names: the spellings of the city's kelurahan and kecamatan.
    """
    draft = _Draft(_clean(text), names)
    _take_landmarks(draft)
    _take_rt_rw(draft)
    _take_block_and_number(draft)
    _take_said_regions(draft)
    draft.take(_POSTCODE)
    _read_segments(draft)
    _split_bare_number(draft)
    return _finished(draft, raw=text)


def _clean(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(_BREAK.sub(" , ", plain).split())


def _take_landmarks(draft: _Draft) -> None:
    while match := draft.take(_SAID_LANDMARK):
        draft.landmark.append(match[1])
    for match in list(_IN_BRACKETS.finditer(draft.rest)):
        if LANDMARK.match(match[1].strip()):
            draft.landmark.append(match[1])
            draft.rest = draft.rest.replace(match[0], ", ", 1)


def _take_rt_rw(draft: _Draft) -> None:
    for pattern, order in PATTERNS:
        if draft.rt_rw.rt or draft.rt_rw.rw:
            return
        if match := draft.take(pattern):
            found = dict(zip(order, (three_digits(part) for part in match.groups()), strict=True))
            draft.rt_rw = RtRw(found.get("rt"), found.get("rw"))


def _take_block_and_number(draft: _Draft) -> None:
    if match := draft.take(_BLOCK):
        draft.block.append(f"Blok {match[1].upper()}")
        draft.number = _number(match[2]) if match[2] else None
    if draft.number is None and (match := draft.take(_NUMBER)):
        draft.number = _number(match[1])


def _number(written: str) -> str:
    plain = re.sub(r"\s+", "", written).upper().rstrip("/-")
    return plain.lstrip("0") or "0"


def _take_said_regions(draft: _Draft) -> None:
    if match := _KECAMATAN.search(draft.rest):
        found = at_start(_words(draft.rest[match.end() :]), draft.names.kecamatan)
        if found:
            draft.kecamatan = draft.names.kecamatan[found.name]
            draft.rest = f"{draft.rest[: match.start()]}, {' '.join(found.rest)}"
    if match := _KELURAHAN.search(draft.rest):
        words = _words(draft.rest[match.end() :])
        found = at_start(words, draft.names.kelurahan)
        if found:
            place = draft.names.find_kelurahan(found.name, draft.kecamatan)
            draft.kelurahan = place.name if place else None
            draft.rest = f"{draft.rest[: match.start()]}, {' '.join(found.rest)}"
        else:
            unknown = draft.rest[match.end() :].split(",")[0]
            after = draft.rest[match.end() + len(unknown) :]
            draft.rest = f"{draft.rest[: match.start()]}, {after}"
            draft.notes.append(notes.UNCLEAR_KELURAHAN)


def _words(text: str) -> list[str]:
    return text.replace(",", " , ").split()


def _read_segments(draft: _Draft) -> None:
    segments = [part.strip(" .,-") for part in draft.rest.split(",")]
    kept: list[str] = []
    for segment in reversed(segments):
        words = spell_prefixes(segment).split()
        if left := _without_regions(draft, tuple(words)):
            kept.append(" ".join(left))
    _sort_segments(draft, kept[::-1])


def _sort_segments(draft: _Draft, segments: list[str]) -> None:
    """Tell streets from estates; what comes first without a prefix is a street as well."""
    estate: list[str] = []
    for place, segment in enumerate(part for whole in segments for part in split_estate(whole)):
        plain = in_case(_without_landmark(draft, segment))
        if STREET.match(plain) or (place == 0 and plain and not ESTATE.match(plain)):
            draft.street.append(plain)
        elif plain:
            estate.append(plain)
    draft.block[:0] = estate


def _without_regions(draft: _Draft, words: tuple[str, ...]) -> tuple[str, ...]:
    """Strip the names of city, kecamatan and kelurahan that end a segment."""
    in_street = bool(STREET.match(" ".join(words)))
    while words:
        rest = _strip_one(draft, words, in_street=in_street)
        if rest is None or (rest and only_plain_words(rest)):
            return words
        words = rest
    return words


def _strip_one(draft: _Draft, words: tuple[str, ...], *, in_street: bool) -> tuple[str, ...] | None:
    names = draft.names
    if draft.kecamatan is None and (found := at_end(words, names.kecamatan)):
        if found.rest and only_plain_words(found.rest):
            return None
        draft.kecamatan = names.kecamatan[found.name]
        return found.rest
    if found := at_end(words, names.around):
        return found.rest
    if in_street or draft.kelurahan is not None:
        return None
    if found := at_end(words, names.kelurahan):
        if found.rest and only_plain_words(found.rest):
            return None
        place = names.find_kelurahan(found.name, draft.kecamatan)
        draft.kelurahan = place.name if place else None
        return found.rest if place else None
    return None


def _without_landmark(draft: _Draft, segment: str) -> str:
    match = LANDMARK.search(segment)
    before = segment[: match.start()].strip() if match else ""
    if match is None or (before and only_plain_words(before.split())):
        return segment
    draft.landmark.append(segment[match.start() :])
    return before


def _split_bare_number(draft: _Draft) -> None:
    if draft.number is None and not draft.block and draft.street:
        match = _BARE_NUMBER.match(draft.street[-1])
        if match and not _KM_BEFORE.search(match[1]):
            draft.street[-1], draft.number = match[1], _number(match[2])


def _finished(draft: _Draft, raw: str) -> Address:
    place = draft.names.find_kelurahan(draft.kelurahan or "", draft.kecamatan)
    if place and draft.kecamatan and draft.kecamatan != place.kecamatan:
        draft.notes.append(notes.OTHER_KECAMATAN)
    if place is None and notes.UNCLEAR_KELURAHAN not in draft.notes:
        draft.notes.append(notes.NO_KELURAHAN)
    if not (draft.rt_rw.rt and draft.rt_rw.rw):
        draft.notes.append(notes.NO_RT_RW)
    if draft.number is None:
        draft.notes.append(notes.NO_NUMBER)
    return Address(
        street=" ".join(draft.street) or None,
        number=draft.number,
        block=" ".join(draft.block) or None,
        rt=draft.rt_rw.rt,
        rw=draft.rt_rw.rw,
        kelurahan=draft.kelurahan,
        kecamatan=draft.kecamatan or (place.kecamatan if place else None),
        landmark=", ".join(part.strip(" .,") for part in draft.landmark) or None,
        raw=raw,
        notes=tuple(draft.notes),
    )
