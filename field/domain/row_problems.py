"""What can be wrong with one row of a list: each problem with its code and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute

from field.domain import address, nik
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

_BAD = Nature.BAD_INPUT

NO_NAME = FaultKind(
    "row.no_name", _BAD, N_("Nama kosong."), N_("Isi nama penerima seperti di kartu.")
)
ODD_NAME = FaultKind(
    "row.odd_name",
    _BAD,
    N_("Nama berisi nomor panjang, atau lebih dari %(limit)s huruf."),
    N_("Periksa apakah isi kolom bergeser, lalu isi nama saja."),
)
NO_ADDRESS = FaultKind(
    "row.no_address",
    _BAD,
    N_("Alamat kosong."),
    N_("Isi jalan, gang, atau kampung, dan nomor rumah."),
)
LONG_ADDRESS = FaultKind(
    "row.long_address",
    _BAD,
    N_("Alamat lebih dari %(limit)s huruf."),
    N_("Tulis alamatnya saja; keterangan lain di kolom patokan."),
)
BAD_PRINT_DATE = FaultKind(
    "row.bad_print_date",
    _BAD,
    N_("Tanggal cetak tidak terbaca."),
    N_("Tulis seperti 2026-11-20, atau kosongkan."),
)
FUTURE_PRINT_DATE = FaultKind(
    "row.future_print_date",
    _BAD,
    N_("Tanggal cetak belum lewat."),
    N_("Periksa tanggalnya; daftar ini untuk kartu yang sudah dicetak."),
)
BAD_BIRTH_DATE = FaultKind(
    "row.bad_birth_date",
    _BAD,
    N_("Tanggal lahir tidak terbaca; baris tetap masuk tanpa tanggal lahir."),
    N_("Tulis seperti 1967-08-05 bila ingin melengkapi."),
)
OTHER_BIRTH_DATE = FaultKind(
    "row.other_birth_date",
    _BAD,
    N_("Tanggal lahir berbeda dengan yang ada di NIK; baris tetap masuk."),
    N_("Cocokkan dengan kartu sebelum diantar."),
)
BAD_KK = FaultKind(
    "row.bad_kk",
    _BAD,
    N_("Nomor KK tidak terbaca; baris tetap masuk tanpa KK."),
    N_("Isi 16 angka sebagai teks agar kartu satu KK diantar bersama."),
)
BAD_PHONE = FaultKind(
    "row.bad_phone",
    _BAD,
    N_("Nomor telepon tidak terbaca; baris tetap masuk tanpa telepon."),
    N_("Tulis seperti 0812-3456-7890."),
)
BAD_URGENT = FaultKind(
    "row.bad_urgent",
    _BAD,
    N_("Kolom mendesak tidak terbaca; dianggap tidak mendesak."),
    N_("Isi ya atau tidak."),
)
REPEATED = FaultKind(
    "row.repeated",
    _BAD,
    N_("Kartu yang sama sudah ada di baris %(line)s berkas ini; baris ini dilewati."),
    N_("Hapus salah satu barisnya."),
)
OTHER_TERRITORY = FaultKind(
    "row.other_territory",
    Nature.NOT_ALLOWED,
    N_("Alamat ini di luar kecamatan Anda."),
    N_("Kirim baris ini kepada admin atau petugas kecamatannya."),
)

# Told with the row; a missing number or RT is too common to tell, the map page lists those.
TOLD_DOUBTS = frozenset({address.OTHER_KECAMATAN, address.OTHER_KELURAHAN, address.OTHER_RT_RW})

_LONGEST_SHOWN = 120
_SECRET = frozenset({"nik", "no_kk"})


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One field of one line: what is wrong with it, masked, and whether the row stays out."""

    line: int
    field: str
    kind: FaultKind
    shown: str
    fatal: bool
    values: Mapping[str, object] = attribute(default_factory=dict)

    @classmethod
    def of(cls, line: int, column: str, fault: Fault, cell: str, *, fatal: bool) -> "RowProblem":
        values = {name: _plain(value) for name, value in fault.values.items()}
        return cls(line, column, fault.kind, masked(column, cell), fatal, values)


def masked(column: str, cell: str) -> str:
    """Show a cell without anybody's whole number."""
    if column in _SECRET:
        return "*" * min(max(len(cell) - 4, 0), 12) + cell[-4:]
    return nik.mask_numbers(cell)[:_LONGEST_SHOWN]


def _plain(value: object) -> object:
    return nik.mask_numbers(value)[:_LONGEST_SHOWN] if isinstance(value, str) else value
