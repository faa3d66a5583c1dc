"""Join a written address with the columns beside it: a column is meant, so it wins."""

from dataclasses import dataclass, replace

from field.domain import address as notes
from field.domain.address import Address
from field.domain.address_words import only_plain_words
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.region_names import RegionNames, at_end
from field.domain.rt_rw import RtRw, read_columns
from field.domain.text import N_

UNKNOWN_KELURAHAN = FaultKind(
    "address.unknown_kelurahan",
    Nature.BAD_INPUT,
    N_("Kelurahan %(written)s tidak dikenal di kota ini."),
    N_("Tulis nama kelurahan menurut daftar. Yang mirip: %(near)s."),
)
UNKNOWN_KECAMATAN = FaultKind(
    "address.unknown_kecamatan",
    Nature.BAD_INPUT,
    N_("Kecamatan %(written)s tidak dikenal di kota ini."),
    N_("Tulis nama kecamatan menurut daftar, atau kosongkan."),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells beside an address, as they were typed; empty where there is none."""

    rt: str = ""
    rw: str = ""
    kelurahan: str = ""
    kecamatan: str = ""
    landmark: str = ""


def complete(address: Address, columns: Columns, names: RegionNames) -> Address:
    """Fill an address from its columns, and note where the two disagree.

    Raises:
        Fault: RT or RW is no number, a region is unknown, or no kelurahan is said anywhere.
    """
    doubts = set(address.notes) - {notes.NO_KELURAHAN, notes.UNCLEAR_KELURAHAN}
    rt_rw = _joined_rt_rw(address, read_columns(columns.rt, columns.rw), doubts)
    kecamatan = _kecamatan(columns.kecamatan, names) or address.kecamatan
    kelurahan = _kelurahan(columns.kelurahan, kecamatan, names) or address.kelurahan
    if kelurahan is None:
        raise Fault(notes.NO_KELURAHAN)
    if address.kelurahan not in (None, kelurahan):
        doubts.add(notes.OTHER_KELURAHAN)
    place = names.find_kelurahan(kelurahan, kecamatan)
    if place and kecamatan not in (None, place.kecamatan):
        doubts.add(notes.OTHER_KECAMATAN)
    return replace(
        address,
        street=_without_kelurahan(address.street, kelurahan, names),
        rt=rt_rw.rt,
        rw=rt_rw.rw,
        kelurahan=kelurahan,
        kecamatan=place.kecamatan if place else kecamatan,
        landmark=columns.landmark.strip() or address.landmark,
        notes=tuple(sorted(doubts, key=lambda note: note.code)),
    )


def _without_kelurahan(street: str | None, kelurahan: str, names: RegionNames) -> str | None:
    """Cut the kelurahan off a street it was written behind without a mark or comma."""
    words = (street or "").split()
    found = at_end(words, names.kelurahan)
    place = names.find_kelurahan(found.name) if found else None
    if found is None or place is None or place.name != kelurahan or only_plain_words(found.rest):
        return street
    return " ".join(found.rest)


def _joined_rt_rw(address: Address, column: RtRw, doubts: set[FaultKind]) -> RtRw:
    written = RtRw(address.rt, address.rw)
    joined = column.or_else(written)
    if written.or_else(joined) != joined:
        doubts.add(notes.OTHER_RT_RW)
    if joined.rt and joined.rw:
        doubts.discard(notes.NO_RT_RW)
    return joined


def _kelurahan(written: str, kecamatan: str | None, names: RegionNames) -> str | None:
    if not written.strip():
        return None
    place = names.find_kelurahan(written, kecamatan)
    if place is None:
        raise Fault(UNKNOWN_KELURAHAN, written=written.strip(), near=", ".join(names.near(written)))
    return place.name


def _kecamatan(written: str, names: RegionNames) -> str | None:
    if not written.strip():
        return None
    found = names.find_kecamatan(written)
    if found is None:
        raise Fault(UNKNOWN_KECAMATAN, written=written.strip())
    return found
