"""One row of a list becomes a resident whose card waits, or problems in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from field.domain import row_problems as problems
from field.domain.address import NO_KELURAHAN, Address
from field.domain.address_columns import UNKNOWN_KECAMATAN, UNKNOWN_KELURAHAN, Columns, complete
from field.domain.address_parser import parse_address
from field.domain.coordinate import OUTSIDE_CITY, parse_coordinate
from field.domain.dates import parse_date
from field.domain.fault import Fault, FaultKind
from field.domain.nik import Kk, Nik, mask_numbers
from field.domain.phone import parse_phone
from field.domain.place import Box, Point
from field.domain.region_names import RegionNames
from field.domain.row_problems import RowProblem

LONGEST_NAME = 120
LONGEST_ADDRESS = 500
LONGEST_LANDMARK = 500
_YES = frozenset({"ya", "y", "1", "x", "v", "true", "benar", "mendesak", "urgent", "segera"})
_NO = frozenset({"", "-", "tidak", "tdk", "t", "n", "no", "0", "false", "biasa", "normal"})
_REGION_FIELDS = {
    NO_KELURAHAN.code: "kelurahan",
    UNKNOWN_KELURAHAN.code: "kelurahan",
    UNKNOWN_KECAMATAN.code: "kecamatan",
}


@dataclass(frozen=True, slots=True)
class CityFacts:
    """What a row is read against: the city's names and ground, and the day."""

    names: RegionNames
    box: Box
    holds: Callable[[Point], bool]
    decode_plus_code: Callable[[str, Point], Point | None]
    area_code: str
    today: date


@dataclass(frozen=True, slots=True)
class Resident:
    """A person and the card that waits for him, as a list says it."""

    line: int
    nik: Nik
    kk: Kk | None
    name: str
    born_on: date | None
    printed_on: date | None
    ready_on: date | None  # print-ready since; only of a card that is not printed yet
    urgent: bool
    phone: str
    address: Address
    kelurahan: str  # its Kemendagri code
    given: Point | None


@dataclass(slots=True)
class Row:
    """A line's cells by column name, and what was found wrong with them so far."""

    line: int
    cells: Mapping[str, str]
    problems: list[RowProblem] = field(default_factory=list)

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def refuse(self, column: str, kind: FaultKind, **values: object) -> None:
        self.note(column, Fault(kind, **values), fatal=True)

    def warn(self, column: str, kind: FaultKind, **values: object) -> None:
        self.note(column, Fault(kind, **values), fatal=False)

    def note(self, column: str, fault: Fault, *, fatal: bool) -> None:
        problem = RowProblem.of(self.line, column, fault, self.cell(column), fatal=fatal)
        self.problems.append(problem)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a row: a resident unless a problem is fatal."""

    resident: Resident | None
    problems: tuple[RowProblem, ...]


def check_row(line: int, cells: Mapping[str, str], city: CityFacts) -> Checked:
    """Read one row whole, so that all that is wrong with it is told at once."""
    row = Row(line, cells)
    nik = _nik(row)
    name = read_name(row)
    placed = _address(row, city)
    printed_on = _past_day(row, "tanggal_cetak", city)
    ready_on = _past_day(row, "tanggal_siap_cetak", city)
    if nik is None or placed is None or any(problem.fatal for problem in row.problems):
        return Checked(None, tuple(row.problems))
    resident = Resident(
        line=line,
        nik=nik,
        kk=_kk(row),
        name=name,
        born_on=_born_on(row, nik),
        printed_on=printed_on,
        ready_on=ready_on,
        urgent=_urgent(row),
        phone=read_phone(row, city),
        address=placed[0],
        kelurahan=placed[1],
        given=read_given(row, city),
    )
    return Checked(resident, tuple(row.problems))


def _nik(row: Row) -> Nik | None:
    try:
        return Nik.parse(row.cell("nik"))
    except Fault as fault:
        row.note("nik", fault, fatal=True)
        return None


def _kk(row: Row) -> Kk | None:
    written = row.cell("no_kk")
    if not written.strip("-0 "):
        return None
    try:
        return Kk.parse(written)
    except Fault:
        row.warn("no_kk", problems.BAD_KK)
        return None


def read_name(row: Row) -> str:
    name = row.cell("nama")
    if not name:
        row.refuse("nama", problems.NO_NAME)
    elif len(name) > LONGEST_NAME or mask_numbers(name) != name:
        row.refuse("nama", problems.ODD_NAME, limit=LONGEST_NAME)
    return name


def _address(row: Row, city: CityFacts) -> tuple[Address, str] | None:
    written = mask_numbers(row.cell("alamat"))
    if not written:
        row.refuse("alamat", problems.NO_ADDRESS)
        return None
    return read_place(row, written, city)


def read_place(row: Row, written: str, city: CityFacts) -> tuple[Address, str] | None:
    """Return the address, completed by its columns, and the code of its kelurahan."""
    if len(written) > LONGEST_ADDRESS:
        row.refuse("alamat", problems.LONG_ADDRESS, limit=LONGEST_ADDRESS)
        return None
    columns = Columns(
        rt=row.cell("rt"),
        rw=row.cell("rw"),
        kelurahan=row.cell("kelurahan"),
        kecamatan=row.cell("kecamatan"),
        landmark=mask_numbers(row.cell("patokan"))[:LONGEST_LANDMARK],
    )
    try:
        address = complete(parse_address(written, city.names), columns, city.names)
        kelurahan = _kelurahan_of(address, city)
    except Fault as fault:
        row.note(_field_of(fault), fault, fatal=True)
        return None
    for doubt in address.notes:
        if doubt in problems.TOLD_DOUBTS:
            row.warn("alamat", doubt)
    return address, kelurahan


def _kelurahan_of(address: Address, city: CityFacts) -> str:
    place = city.names.find_kelurahan(address.kelurahan or "", address.kecamatan)
    if place is None:
        raise Fault(NO_KELURAHAN)
    return place.code


def _field_of(fault: Fault) -> str:
    said = str(fault.values.get("what", "")).lower()
    return _REGION_FIELDS.get(fault.code, said or "alamat")


def _past_day(row: Row, column: str, city: CityFacts) -> date | None:
    written = row.cell(column)
    if written in {"", "-"}:
        return None
    day = parse_date(written, century=2000)
    if day is None:
        row.refuse(column, problems.BAD_PRINT_DATE)
    elif day > city.today:
        row.refuse(column, problems.FUTURE_PRINT_DATE)
    return day


def _born_on(row: Row, nik: Nik) -> date | None:
    written = row.cell("tanggal_lahir")
    if written in {"", "-"}:
        return None
    day = parse_date(written)
    if day is None:
        row.warn("tanggal_lahir", problems.BAD_BIRTH_DATE)
    elif not nik.agrees_with(day):
        row.warn("tanggal_lahir", problems.OTHER_BIRTH_DATE)
    return day


def _urgent(row: Row) -> bool:
    written = row.cell("mendesak").casefold()
    if written not in _YES | _NO:
        row.warn("mendesak", problems.BAD_URGENT)
    return written in _YES


def read_phone(row: Row, city: CityFacts) -> str:
    written = row.cell("telepon")
    if written in {"", "-"}:
        return ""
    phone = parse_phone(written, city.area_code)
    if phone is None:
        row.warn("telepon", problems.BAD_PHONE)
    return phone.digits if phone else ""


def read_given(row: Row, city: CityFacts) -> Point | None:
    """A doubtful point is told and left out: the card must be delivered all the same."""
    written = row.cell("koordinat")
    if written in {"", "-"}:
        return None
    try:
        given = parse_coordinate(written, city.box, city.decode_plus_code)
        if not city.holds(given.point):
            centre = city.box.centre
            raise Fault(OUTSIDE_CITY, lat=f"{centre.lat:.2f}", lon=f"{centre.lon:.2f}")
    except Fault as fault:
        row.note("koordinat", fault, fatal=False)
        return None
    for doubt in given.doubts:
        row.warn("koordinat", doubt)
    return given.point
