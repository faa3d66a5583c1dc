"""One row of JEMPOL-BAHAGIA's list becomes a request to be looked at, or problems in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from field.domain.address import Address
from field.domain.dates import parse_date
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.jemput.care import CareCard
from field.domain.jemput.needs import AgeGroup
from field.domain.nik import Nik, drop_numbers, mask_numbers
from field.domain.place import Point
from field.domain.resident_row import (
    CityFacts,
    Row,
    read_given,
    read_name,
    read_phone,
    read_place,
)
from field.domain.row_problems import OTHER_TERRITORY, RowProblem
from field.domain.sieve import KECAMATAN_CODE
from field.domain.text import N_

BAD_NIK = FaultKind(
    "jempol.bad_nik",
    Nature.BAD_INPUT,
    N_("NIK tidak terbaca; permohonan tetap masuk tanpa NIK."),
    N_("Isi 16 angka sebagai teks, atau kosongkan bila orangnya belum punya."),
)
OUTSIDE = FaultKind(
    "jempol.outside",
    Nature.BAD_INPUT,
    N_("Rumahnya di luar kota ini (Luar Domisili)."),
    N_("Tulis kelurahan tempat orangnya berada sekarang, atau layani dari JEMPOL-BAHAGIA."),
)
BAD_STATUS = FaultKind(
    "jempol.bad_status",
    Nature.BAD_INPUT,
    N_("Status pemohon tidak dikenal; permohonan tetap masuk."),
    N_("Pakai lansia, sakit, ODGJ, disabilitas, atau lainnya."),
)
BAD_DAY = FaultKind(
    "jempol.bad_day",
    Nature.BAD_INPUT,
    N_("Tanggalnya tidak terbaca; permohonan tetap masuk tanpa tanggal itu."),
    N_("Tulis seperti 2026-11-20."),
)
FINISHED = FaultKind(
    "jempol.finished",
    Nature.BAD_INPUT,
    N_("Menurut daftar, orang ini sudah selesai direkam; baris dilewati."),
    N_("Tidak ada yang perlu dilakukan."),
)
REPEATED = FaultKind(
    "jempol.repeated",
    Nature.BAD_INPUT,
    N_("Permohonan yang sama sudah ada di baris %(line)s berkas ini; baris ini dilewati."),
    N_("Hapus salah satu barisnya."),
)
_STATUSES = frozenset({"lansia", "sakit", "odgj", "disabilitas", "lainnya"})
_LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True)
class AskedRow:
    """Somebody who is to be recorded where he is, as that list says it."""

    line: int
    number: str
    key: str  # what tells this request from every other; no number of a person is in it
    asked_on: date | None
    planned_on: date | None
    nik: Nik | None
    name: str
    age: AgeGroup
    phone: str
    address: Address
    kelurahan: str
    given: Point | None
    care: CareCard  # his condition, for who comes to him and nobody else


@dataclass(slots=True)
class SiftedRequests:
    """What a list comes to."""

    requests: list[AskedRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    rows: int = 0
    bad: int = 0
    repeated: int = 0  # here twice, or recorded already


def sift_requests(
    rows: Iterable[tuple[int, Mapping[str, str]]], city: CityFacts, within: str | None
) -> SiftedRequests:
    """Sort rows into requests and problems; each request once, none beyond one's kecamatan."""
    sifted = SiftedRequests()
    first: dict[str, int] = {}
    for line, cells in rows:
        sifted.rows += 1
        row = Row(line, cells)
        if cells.get("status_progress", "").strip().casefold() == "selesai":
            row.warn("status_progress", FINISHED)
            sifted.repeated += 1
        elif (asked := _asked(row, city, within)) is None:
            sifted.bad += 1
        elif first.setdefault(asked.key, line) != line:
            row.warn("no_pemohon", REPEATED, line=first[asked.key])
            sifted.repeated += 1
        else:
            sifted.requests.append(asked)
        sifted.problems += row.problems
    return sifted


def _asked(row: Row, city: CityFacts, within: str | None) -> AskedRow | None:
    name, placed = read_name(row), _place(row, city)
    if placed is not None and within not in (None, placed[1][:KECAMATAN_CODE]):
        row.refuse("kelurahan", OTHER_TERRITORY)
    if placed is None or any(problem.fatal for problem in row.problems):
        return None
    number = " ".join(row.cell("no_pemohon").split())[:40]
    said = (row.cell("jenis_input"), number or row.cell("tanggal_permohonan"), name, placed[1])
    return AskedRow(
        line=row.line,
        number=mask_numbers(number),
        key=sha256("|".join(" ".join(s.split()).casefold() for s in said).encode()).hexdigest(),
        asked_on=_day(row, "tanggal_permohonan", city),
        planned_on=_day(row, "tanggal_pelaksanaan", None),
        nik=_nik(row),
        name=name,
        age=_age(row),
        phone=read_phone(row, city),
        address=placed[0],
        kelurahan=placed[1],
        given=read_given(row, city),
        care=_care(row),
    )


def _place(row: Row, city: CityFacts) -> tuple[Address, str] | None:
    if "luar" in row.cell("kecamatan").casefold():
        row.refuse("kecamatan", OUTSIDE)
        return None
    return read_place(row, mask_numbers(row.cell("alamat") or row.cell("lokasi_perekaman")), city)


def _nik(row: Row) -> Nik | None:
    """Empty where somebody never had one: he is recorded all the same."""
    if not row.cell("nik").strip("-0 "):
        return None
    try:
        return Nik.parse(row.cell("nik"))
    except Fault:
        row.warn("nik", BAD_NIK)
        return None


def _day(row: Row, column: str, city: CityFacts | None) -> date | None:
    """Read a day; with a city, none that is still to come."""
    written = row.cell(column)
    if written in {"", "-"}:
        return None
    day = parse_date(written, century=2000)
    if day is None or (city is not None and day > city.today):
        row.warn(column, BAD_DAY)
        return None
    return day


def _age(row: Row) -> AgeGroup:
    status = row.cell("status_pemohon").strip().casefold()
    if status not in _STATUSES:
        row.warn("status_pemohon", BAD_STATUS)
    return AgeGroup.SIXTY if status == "lansia" else AgeGroup.UNKNOWN


def _care(row: Row) -> CareCard:
    """What he has is nobody's business but who comes to him: it goes into the sealed card."""
    said = (row.cell("status_pemohon"), row.cell("keterangan"))
    tidy = (" ".join(drop_numbers(text).split()) for text in said)
    return CareCard(note=": ".join(filter(None, tidy))[:_LONGEST_NOTE])
