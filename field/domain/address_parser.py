"""Read an address as people write it into its parts. Never fails: what is odd becomes a note."""

import re
import unicodedata
from collections.abc import Mapping

from field.domain import address as notes
from field.domain.address import Address
from field.domain.address_draft import Draft, plain_number
from field.domain.address_segments import read_segments
from field.domain.address_words import LANDMARK
from field.domain.fault import FaultKind
from field.domain.region_names import RegionNames, at_start
from field.domain.rt_rw import PATTERNS, RtRw, three_digits

_LETTER = r"[A-Z]?(?![A-Z])"
_PLACE = rf"(?:[0-9]+\s?{_LETTER}(?:\s?[/\-]\s?[0-9]*\s?{_LETTER})?|[A-Z]{{1,2}}[\s\-]?[0-9]+)"
_NUMBER = re.compile(
    rf"(?<!\w)(?:no|nomor|nomer|nmr)(?![A-Z])[\s.:]*(?!R[TW])({_PLACE})", re.IGNORECASE
)
_BLOCK_WORD = r"(?<!\w)blo[kc]k?\.?\s*"
_HOUSE = r"(?:no(?:mor)?(?![A-Z])[\s.:]*)"
_BLOCKS = tuple(
    re.compile(_BLOCK_WORD + pattern, re.IGNORECASE)
    for pattern in (
        rf"([A-Z]{{1,3}}[\s.\-]?[0-9]{{1,3}})[\s,]*(?:[/\-]|{_HOUSE})\s*([0-9]+[A-Z]?)(?!\w)",
        rf"([A-Z]{{1,3}}[0-9]{{0,3}}|[0-9]{{1,3}}[A-Z]?)(?!\w)"
        rf"(?:[\s/.\-]*{_HOUSE}?([0-9]+[A-Z]?)(?!\w))?",
    )
)
_SAID_LANDMARK = re.compile(
    r"(?<!\w)(?:patokan|ancer-?ancer|ptk)\s*[:=.\-]?\s*([^,;)]+)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_KELURAHAN = re.compile(r"(?<!\w)kel(?:urahan)?(?![A-Z])[\s.:]*", re.IGNORECASE)
_KECAMATAN = re.compile(r"(?<!\w)kec(?:amatan)?(?![A-Z])[\s.:]*", re.IGNORECASE)
_POSTCODE = re.compile(r"(?:kode\s?pos\s*:?\s*)?(?<![0-9])[0-9]{5}(?![0-9])", re.IGNORECASE)
_BREAK = re.compile(r"[,;\n\r\t|]+|\s-+(?=\s|$)")


def parse_address(text: str, names: RegionNames) -> Address:
    """Read one written address.

    Args:
        text: as somebody typed it, in one line or several.
        names: the spellings of the city's kelurahan and kecamatan.
    """
    draft = Draft(_clean(text), names)
    _take_landmarks(draft)
    _take_rt_rw(draft)
    _take_block_and_number(draft)
    _take_said_regions(draft)
    draft.take(_POSTCODE)
    read_segments(draft)
    return _finished(draft, raw=text)


def _clean(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(_BREAK.sub(" , ", plain).split())


def _take_landmarks(draft: Draft) -> None:
    while match := draft.take(_SAID_LANDMARK):
        draft.landmark.append(match[1])
    for match in list(_IN_BRACKETS.finditer(draft.rest)):
        if LANDMARK.match(match[1].strip()):
            draft.landmark.append(match[1])
            draft.rest = draft.rest.replace(match[0], ", ", 1)


def _take_rt_rw(draft: Draft) -> None:
    for pattern, order in PATTERNS:
        if draft.rt_rw.rt or draft.rt_rw.rw:
            return
        if match := draft.take(pattern):
            found = dict(zip(order, (three_digits(part) for part in match.groups()), strict=True))
            draft.rt_rw = RtRw(found.get("rt"), found.get("rw"))


def _take_block_and_number(draft: Draft) -> None:
    for pattern in _BLOCKS:
        if match := draft.take(pattern):
            draft.block.append(f"Blok {plain_number(match[1])}")
            draft.number = plain_number(match[2]) if match[2] else None
            break
    if draft.number is None and (match := draft.take(_NUMBER)):
        draft.number = plain_number(match[1])


def _take_said_regions(draft: Draft) -> None:
    """Take what stands behind "Kec." and "Kel."; the kecamatan first, it may decide."""
    key = _take_said(draft, _KECAMATAN, draft.names.kecamatan, notes.UNCLEAR_KECAMATAN)
    draft.kecamatan = draft.names.kecamatan.get(key or "")
    if key:  # "Kantor Kecamatan X, ..., Kec. X" says it twice
        _take_said(draft, _KECAMATAN, draft.names.kecamatan, notes.UNCLEAR_KECAMATAN)
    key = _take_said(draft, _KELURAHAN, draft.names.kelurahan, notes.UNCLEAR_KELURAHAN)
    if key:
        draft.take_kelurahan(key)


def _take_said(
    draft: Draft, marker: re.Pattern[str], known: Mapping[str, object], unclear: FaultKind
) -> str | None:
    match = marker.search(draft.rest)
    if match is None:
        return None
    said = draft.rest[match.end() :]
    for words in (_words(said), _words(said.replace("-", " , "))):
        if found := at_start(words, known):
            draft.rest = f"{draft.rest[: match.start()]}, {' '.join(found.rest)}"
            return found.name
    draft.cut(match.start(), match.end() + len(said.split(",")[0]))
    draft.notes.append(unclear)
    return None


def _words(text: str) -> list[str]:
    return text.replace(",", " , ").split()


def _finished(draft: Draft, raw: str) -> Address:
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
