"""The columns of a list of residents, and the headings that offices give them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.region_names import spelling_key
from field.domain.text import N_

MISSING_COLUMNS = FaultKind(
    "sheet.missing_columns",
    Nature.BAD_INPUT,
    N_("Baris judul tidak lengkap. Kolom yang kurang: %(missing)s."),
    N_("Pakai contoh lembar yang bisa diunduh, atau tambahkan kolom itu."),
)
NO_ROWS = FaultKind(
    "sheet.no_rows",
    Nature.BAD_INPUT,
    N_("Berkas ini hanya berisi baris judul, belum ada warga."),
    N_("Isi satu baris untuk setiap warga, lalu kirim lagi."),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in the template, an example, what to write, other headings."""

    name: str
    example: str
    note: str
    also: tuple[str, ...] = ()
    required: bool = False


COLUMNS = (
    Column("nik", "3271014508670001", N_("16 angka, sebagai teks. Wajib."),
           ("nonik", "nomornik", "nomorindukkependudukan", "noktp", "niknoktp"), required=True),
    Column("nama", "Siti Rohmah", N_("Nama penerima seperti di kartu. Wajib."),
           ("namalengkap", "namawarga", "namapemohon", "namapenerima"), required=True),
    Column("tanggal_lahir", "1967-08-05", N_("Contoh 1967-08-05 atau 05/08/1967."),
           ("tgllahir", "lahir", "tanggallahirtgl")),
    Column("no_kk", "3271010101100002", N_("16 angka; kartu satu KK diantar bersama."),
           ("kk", "nokk", "nomorkk", "nokartukeluarga", "nomorkartukeluarga")),
    Column("alamat", "Gg. Mawar II No. 5", N_("Jalan, gang, atau kampung, dan nomor rumah. Wajib."),
           ("alamatlengkap", "alamatrumah", "alamatktp", "jalan"), required=True),
    Column("rt", "003", N_("1-3 angka; boleh kosong bila sudah ada di alamat."),
           ("rtrw", "nort")),
    Column("rw", "007", N_("1-3 angka; boleh kosong bila sudah ada di alamat."), ("norw",)),
    Column("kelurahan", "Bondongan", N_("Boleh kosong bila sudah ada di alamat."),
           ("kel", "desa", "kelurahandesa", "desakelurahan", "keldesa")),
    Column("kecamatan", "Bogor Selatan", N_("Perlu bila dua kelurahan bernama sama."), ("kec",)),
    Column("patokan", "sebelah mushola", N_("Yang mudah dilihat di dekat rumah."),
           ("ancerancer", "petunjuk", "keterangan")),
    Column("telepon", "0812-0000-0001", N_("Nomor HP atau WhatsApp keluarga."),
           ("telp", "tlp", "hp", "nohp", "notelp", "notelepon", "nomorhp", "nomortelepon", "wa",
            "nowa", "whatsapp", "nowhatsapp", "handphone")),
    Column("koordinat", "-6.614916, 106.806204", N_("Angka, tautan Google Maps, atau plus code."),
           ("lokasi", "titik", "latlong", "latlon", "gps", "sharelok", "shareloc", "linkmaps",
            "googlemaps", "pluscode")),
    Column("tanggal_cetak", "2026-11-20", N_("Hari kartu dicetak, contoh 2026-11-20."),
           ("tglcetak", "cetak", "tanggalcetakktp")),
    Column("mendesak", "tidak", N_("ya atau tidak."), ("urgen", "urgent", "prioritas", "segera")),
)  # fmt: skip

_TITLE_LINES = 12  # a letterhead above the headings is common
_BY_KEY: Mapping[str, str] = {
    spelling_key(heading): column.name
    for column in COLUMNS
    for heading in (column.name, *column.also)
}
_REQUIRED = tuple(column.name for column in COLUMNS if column.required)


def read_header(cells: Sequence[str]) -> dict[str, int]:
    """Map the names of known columns to their place; an unknown heading is passed over."""
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        name = _BY_KEY.get(spelling_key(heading))
        if name is not None:
            found.setdefault(name, place)
    return found


def is_header(found: Mapping[str, int]) -> bool:
    """Tell a row of headings from a title above it: it names most of what is required."""
    return sum(name in found for name in _REQUIRED) >= len(_REQUIRED) - 1


def check_header(found: Iterable[str]) -> None:
    """Raise when a required column is not there."""
    here = set(found)
    missing = [name for name in _REQUIRED if name not in here]
    if missing:
        raise Fault(MISSING_COLUMNS, missing=", ".join(missing))


def rows_of(lines: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Find the headings among the first lines, then name the cells of each line below.

    Raises:
        Fault: a required column is missing, or there is nothing below the headings.
    """
    rest = iter(lines)
    header = _find_header(rest)
    check_header(header)
    count = 0
    for number, cells in rest:
        named = {name: cells[place] for name, place in header.items() if place < len(cells)}
        if any(named.values()):
            count += 1
            yield number, named
    if count == 0:
        raise Fault(NO_ROWS)


def _find_header(lines: Iterator[tuple[int, Sequence[str]]]) -> dict[str, int]:
    best: dict[str, int] = {}
    for _, cells in islice(lines, _TITLE_LINES):
        found = read_header(cells)
        if is_header(found):
            return found
        best = max(best, found, key=len)
    return best
