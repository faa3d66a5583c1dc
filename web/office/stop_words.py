"""The state of a stop as the office reads it, colour, shape and word; what events are called."""

from flask_babel import gettext

from field.domain.event import EventKind, StopState
from field.domain.jemput.errand import PURPOSES
from field.domain.text import N_
from field.services.day import TripStop

SHAPES: dict[str, str] = {
    StopState.DELIVERED: "done",
    StopState.FAILED: "failed",
    StopState.REVIEW: "review",
    StopState.WAITING: "waiting",
}
WORDS: dict[str, str] = {
    StopState.DELIVERED: N_("Diserahkan"),
    StopState.FAILED: N_("Tidak berhasil"),
    StopState.REVIEW: N_("Perlu diperiksa"),
    StopState.WAITING: N_("Menunggu"),
}
EVENT_WORDS: dict[str, str] = {
    EventKind.DELIVERED: N_("Diserahkan"),
    EventKind.FAILED: N_("Tidak berhasil"),
    EventKind.SKIPPED: N_("Dilewati dulu"),
    EventKind.BLOCKED: N_("Tak bisa lewat"),
    EventKind.UNDONE: N_("Dibatalkan"),
    EventKind.ARRIVED: N_("Sampai di titik jemput"),
    EventKind.CALLED: N_("Menelepon"),
    EventKind.ABOARD: N_("Naik ke mobil"),
    EventKind.DROPPED: N_("Turun dari mobil"),
    EventKind.AT_OFFICE: N_("Diterima petugas kantor"),
    EventKind.READY: N_("Siap pulang"),
    EventKind.HOME: N_("Sudah di dalam rumah"),
    EventKind.HOME_OWN_WAY: N_("Pulang dengan keluarga"),
    EventKind.NO_SHOW: N_("Tidak ada di tempat"),
    EventKind.CANCELLED_AT_DOOR: N_("Dibatalkan di pintu"),
    EventKind.LATE_CANCELLED: N_("Dibatalkan mendadak"),
    EventKind.CANCELLED: N_("Dibatalkan"),
    EventKind.MISSED: N_("Tidak terjemput oleh kami"),
    EventKind.SOS: N_("SOS"),
    EventKind.KIT_ARRIVED: N_("Sampai di rumah"),
    EventKind.KIT_RECORDED: N_("Selesai direkam"),
    EventKind.KIT_FAILED: N_("Perekaman tidak berhasil"),
}
SOURCE_WORDS: dict[str, str] = {
    "phone": N_("dari HP"),
    "paper": N_("dari kertas"),
    "adopted": N_("diambil alih admin"),
    "office": N_("keputusan kantor"),
}


def trip_purpose(trip: TripStop) -> str:
    """Say what a stop of jemput is for."""
    return str(gettext(PURPOSES[trip.leg, trip.what]))
