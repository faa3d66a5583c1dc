"""A fact from the road: what kinds there are; immutable once written on a phone."""

from enum import StrEnum

from field.domain.text import N_


class EventKind(StrEnum):
    """What happened at a stop."""

    DELIVERED = "delivered"
    FAILED = "failed"
    SKIPPED = "skipped"
    BLOCKED = "blocked"  # a road on the way; says nothing of the stop's cards
    UNDONE = "undone"
    # Of a trip (field.domain.jemput.trip):
    ARRIVED = "arrived"
    CALLED = "called"
    ABOARD = "aboard"
    DROPPED = "dropped"
    AT_OFFICE = "at_office"
    READY = "ready"
    HOME = "home"
    HOME_OWN_WAY = "home_own_way"
    NO_SHOW = "no_show"
    CANCELLED_AT_DOOR = "door_cancelled"
    LATE_CANCELLED = "late_cancelled"
    CANCELLED = "cancelled"
    MISSED = "missed"
    SOS = "sos"
    # Of a visit with the kit (field.domain.jemput.kit):
    KIT_ARRIVED = "kit_arrived"
    KIT_RECORDED = "kit_recorded"
    KIT_FAILED = "kit_failed"


OF_CARDS = frozenset({EventKind.DELIVERED, EventKind.FAILED, EventKind.SKIPPED, EventKind.BLOCKED})
OF_JEMPUT = frozenset(EventKind) - OF_CARDS - {EventKind.UNDONE}


class StopState(StrEnum):
    """Where a stop stands after all its events."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    REVIEW = "review"


FAILURE_REASONS: dict[str, str] = {
    "not_home": N_("Tidak ada orang di rumah"),
    "wrong_address": N_("Alamat tidak ditemukan"),
    "moved": N_("Sudah pindah"),
    "deceased": N_("Sudah meninggal"),
    "refused": N_("Menolak menerima"),
    "not_entitled": N_("Yang ada di rumah tidak boleh menerima"),
    "no_access": N_("Jalan tidak bisa dilewati"),
    "other": N_("Lainnya (tulis di catatan)"),
}

RELATIONS: dict[str, str] = {
    "self": N_("Yang bersangkutan"),
    "family": N_("Keluarga satu KK"),
    "proxy": N_("Orang lain dengan surat kuasa"),
    "rt_rw": N_("Ketua RT/RW"),
}
