"""Why a day cannot be planned, a plan not be changed, or not be published."""

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

PAST_DAY = FaultKind(
    "plan.past_day",
    Nature.BAD_INPUT,
    N_("Tanggal %(date)s sudah lewat."),
    N_("Pilih hari ini atau hari sesudahnya."),
)
CLOSED_DAY = FaultKind(
    "plan.closed_day",
    Nature.CONFLICT,
    N_("Kantor libur pada %(date)s (%(holiday)s)."),
    N_("Pilih hari kerja."),
)
NOBODY_ON_DUTY = FaultKind(
    "plan.nobody_on_duty",
    Nature.CONFLICT,
    N_("Tidak ada petugas yang bertugas pada %(date)s."),
    N_("Tambah petugas, atau cabut tanda tidak masuk di halaman Petugas."),
)
NOTHING_TO_PLAN = FaultKind(
    "plan.nothing_to_plan",
    Nature.CONFLICT,
    N_("Tidak ada kartu yang menunggu untuk diantar."),
    N_("Masukkan data di halaman Data, atau terima kembali kartu yang gagal diantar."),
)
ALREADY_PUBLISHED = FaultKind(
    "plan.already_published",
    Nature.CONFLICT,
    N_("Rute untuk %(date)s sudah terbit."),
    N_("Pilih “Susun ulang” bila rute itu memang harus diganti."),
)
PLAN_CLOSED = FaultKind(
    "plan.closed",
    Nature.CONFLICT,
    N_("Rencana ini sudah terbit atau diganti, jadi tidak bisa diubah."),
    N_("Susun rencana baru untuk hari itu."),
)
PLAN_CHANGED = FaultKind(
    "plan.changed",
    Nature.CONFLICT,
    N_("Rencana ini baru saja diubah dari halaman lain."),
    N_("Muat ulang halaman, lalu ulangi perubahan Anda."),
)
NOT_ON_PLAN = FaultKind(
    "plan.not_on_plan",
    Nature.NOT_FOUND,
    N_("Alamat atau petugas itu tidak ada di rencana ini."),
    N_("Muat ulang halaman dan pilih lagi."),
)
NO_POINT = FaultKind(
    "plan.no_point",
    Nature.CONFLICT,
    N_("Alamat itu belum punya titik di peta."),
    N_("Tandai titiknya di halaman Alamat, lalu susun rencana lagi."),
)
ROADS_CHANGED = FaultKind(
    "plan.roads_changed",
    Nature.CONFLICT,
    N_("Peta jalan berubah sejak rencana ini disusun, dan rutenya tidak muat lagi (%(rule)s)."),
    N_("Susun rencana baru untuk hari itu."),
)
OTHER_TERRITORY = FaultKind(
    "plan.other_territory",
    Nature.CONFLICT,
    N_("Alamat itu di luar wilayah %(courier)s."),
    N_("Pilih petugas yang wilayahnya mencakup alamat itu, atau ubah wilayah di halaman Petugas."),
)
NOTHING_TO_UNDO = FaultKind(
    "plan.nothing_to_undo",
    Nature.CONFLICT,
    N_("Tidak ada perubahan yang bisa dibatalkan."),
    N_("Hanya perubahan terakhir yang bisa dibatalkan."),
)
COURIER_AWAY = FaultKind(
    "plan.courier_away",
    Nature.CONFLICT,
    N_("%(courier)s tidak masuk pada %(date)s, tetapi punya rute di rencana ini."),
    N_("Pindahkan kunjungannya, atau susun rencana baru."),
)
NOTHING_TO_PUBLISH = FaultKind(
    "plan.nothing_to_publish",
    Nature.CONFLICT,
    N_("Rencana ini tidak punya satu pun kunjungan."),
    N_("Susun rencana lagi setelah ada kartu dan petugas."),
)
OVERTAKEN = FaultKind(
    "plan.overtaken",
    Nature.CONFLICT,
    N_("%(count)s kartu di rencana ini sudah terbit di rute lain atau tidak lagi di kantor."),
    N_("Susun rencana baru, lalu terbitkan yang baru."),
)

TRIP_GONE = FaultKind(
    "plan.trip_gone",
    Nature.CONFLICT,
    N_("%(count)s jemputan di rencana ini sudah dibatalkan atau diubah."),
    N_("Susun rencana baru, lalu terbitkan yang baru."),
)

TURN_TAKEN = FaultKind(
    "plan.turn_taken",
    Nature.CONFLICT,
    N_("Pada jam itu tidak ada alat rekam yang kosong untuk mereka."),
    N_("Pilih jam lain; giliran orang lain tidak digeser."),
)
TURN_OUTSIDE = FaultKind(
    "plan.turn_outside",
    Nature.BAD_INPUT,
    N_("Jam itu di luar yang dijanjikan kepada keluarga (%(opens)s sampai %(closes)s)."),
    N_("Tawarkan waktu lain lebih dulu di halaman permohonannya."),
)
TURN_GONE = FaultKind(
    "plan.turn_gone",
    Nature.CONFLICT,
    N_("%(count)s giliran di rencana ini tidak punya alat rekam lagi."),
    N_("Susun rencana baru: giliran mereka dipindah lebih dulu, lalu terbitkan yang baru."),
)

NO_POINT_YET = "no_point"  # a reason of ours beside those of routing
# In the form of routing's own words, which have both languages side by side.
NO_POINT_WORDS = {
    "id": "Belum ada titik: tandai di halaman Alamat.",
    "en": "No point yet: set one on the Address page.",
}


def _breaks(code: str, message: str) -> FaultKind:
    return FaultKind(
        f"plan.breaks_{code}",
        Nature.CONFLICT,
        message,
        N_("Rencana tidak berubah. Coba petugas atau urutan lain."),
    )


# What a change by hand would break, by the code of routing.check.
BREAKS = {
    "shift": _breaks(
        "shift", N_("Tidak bisa: %(courier)s akan bekerja %(minutes)s menit di luar jam kerjanya.")
    ),
    "missing_break": _breaks("rest", N_("Tidak bisa: %(courier)s tidak akan sempat istirahat.")),
    "break_time": _breaks(
        "rest_time", N_("Tidak bisa: %(courier)s tidak akan istirahat pada waktunya.")
    ),
    "max_tasks": _breaks("stops", N_("Tidak bisa: kunjungan %(courier)s akan melebihi batasnya.")),
    "max_duration": _breaks(
        "duration", N_("Tidak bisa: rute %(courier)s akan lebih lama daripada batasnya.")
    ),
    "load": _breaks(
        "load", N_("Tidak bisa: kursi atau ruang kursi roda di mobil %(courier)s tidak cukup.")
    ),
    "max_ride": _breaks(
        "ride", N_("Tidak bisa: seseorang akan terlalu lama di mobil %(courier)s.")
    ),
    "delay": _breaks(
        "late", N_("Tidak bisa: %(courier)s akan terlambat %(minutes)s menit untuk sebuah giliran.")
    ),
    "unreachable": _breaks("reach", N_("Tidak bisa: alamat itu tidak bisa dicapai %(courier)s.")),
}
OTHERWISE = _breaks("rule", N_("Tidak bisa: rute %(courier)s akan melanggar aturan."))
