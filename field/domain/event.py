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
