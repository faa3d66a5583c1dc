"""Why a map of roads is refused, what one holds that is taken in, and where vehicles stand."""

from dataclasses import dataclass, field
from math import ceil

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

_WHOLE = N_("Unduh atau salin ulang berkasnya, lalu jalankan lagi. Peta yang lama tetap dipakai.")

UNKNOWN_FORMAT = FaultKind(
    "roads.unknown_format",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s bukan peta yang dikenal."),
    N_("Pakai .osm.pbf, .osm, atau GeoJSON garis dengan kolom kelas jalan."),
)
EMPTY = FaultKind("roads.empty", Nature.BAD_INPUT, N_("Berkas %(name)s kosong."), _WHOLE)
BROKEN = FaultKind(
    "roads.broken",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s rusak atau terpotong: tidak terbaca sampai akhir."),
    _WHOLE,
)
NO_CLASS = FaultKind(
    "roads.no_class",
    Nature.BAD_INPUT,
    N_("GeoJSON %(name)s tidak menyebut kelas jalan."),
    N_("Beri setiap garis kolom “class” atau “highway”, misalnya primary, residential, footway."),
)
NO_ROADS = FaultKind(
    "roads.none_here",
    Nature.BAD_INPUT,
    N_("Berkas %(name)s tidak memuat jalan di %(city)s."),
    N_("Ambil peta daerah yang benar, atau periksa pengaturan CITY."),
)
TURNED = FaultKind(
    "roads.turned",
    Nature.BAD_INPUT,
    N_("Lintang dan bujur di %(name)s tertukar."),
    N_("Jalankan lagi dengan --turn supaya keduanya dibalik saat dibaca."),
)
BUSY = FaultKind(
    "roads.busy",
    Nature.CONFLICT,
    N_("Impor peta jalan yang lain sedang berjalan."),
    N_("Tunggu sampai selesai, lalu jalankan lagi bila masih perlu."),
)

NO_MAP_SERVER = FaultKind(
    "roads.no_map_server",
    Nature.BAD_INPUT,
    N_("Server peta %(host)s tidak memberi peta (%(why)s)."),
    N_("Coba lagi nanti, atau isi OVERPASS_URL dengan server lain. Peta yang lama tetap dipakai."),
)
TOO_LARGE = FaultKind(
    "roads.too_large",
    Nature.BAD_INPUT,
    N_("Peta dari %(host)s lebih besar dari %(most)s MB: unduhannya dihentikan."),
    N_("Periksa pengaturan CITY dan OVERPASS_URL. Peta yang lama tetap dipakai."),
)
CUT_SHORT = FaultKind(
    "roads.cut_short",
    Nature.BAD_INPUT,
    N_("Peta dari %(host)s terpotong: servernya berhenti di tengah jalan."),
    N_("Coba lagi nanti, saat servernya tidak sibuk. Peta yang lama tetap dipakai."),
)

DOUBTS = {
    "private": N_("jalan pribadi: kendaraan dianggap tidak boleh masuk"),
    "unknown_access": N_("aturan akses yang tidak dikenal: diabaikan"),
    "path_untold": N_("jalan setapak yang lebar dan lapisannya tidak disebut: hanya pejalan kaki"),
    "oneway_changes": N_("arah yang berganti menurut jam: dianggap satu arah"),
    "width_unreadable": N_("lebar yang tidak terbaca: diabaikan"),
    "maxspeed_unreadable": N_("batas kecepatan yang tidak terbaca: diabaikan"),
    "class_unknown": N_("kelas jalan belum diketahui: dianggap jalan kecil"),
    "conditional": N_("aturan yang hanya berlaku pada jam tertentu: diabaikan"),
    "gate_untold": N_("portal tanpa keterangan: dianggap terbuka"),
    "barrier_at_junction": N_("penghalang tepat di persimpangan: dianggap menutup semua arah"),
    "turn_unclear": N_("larangan belok yang tidak jelas: diabaikan"),
}
"""What a map leaves open, by code, and what is made of it."""

STRAIGHT_LINES = "straight_lines"
MAIN_ROADS = "main_roads"
NETWORK = "network"


@dataclass(frozen=True)
class RoadsInUse:
    """What travel times rest on now: a whole network, main roads only, or straight lines."""

    kind: str
    source: str = ""
    licence: str = ""
    date: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    doubts: dict[str, list[int]] = field(default_factory=dict)
    servers: str = ""  # names of those that are asked first
    left_aside: bool = False  # a network is there, but of an older version, or torn

    @property
    def estimated(self) -> bool:
        return self.kind != NETWORK


WALK_MS = 1.25
"""Metres a second on foot."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a vehicle stands for a door, and the walk from there: one way, in metres."""

    lat: float
    lon: float
    walk_m: float

    @property
    def walk_s(self) -> int:
        """The walk to the door and back."""
        return ceil(2 * self.walk_m / WALK_MS)
