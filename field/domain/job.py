"""Long work: its kinds and states in words, and how long it may still take."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_


class JobState(StrEnum):
    """How far a piece of long work has come; the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (JobState.QUEUED, JobState.RUNNING)

STATE_WORDS = {
    JobState.QUEUED: N_("Menunggu giliran"),
    JobState.RUNNING: N_("Sedang berjalan"),
    JobState.DONE: N_("Selesai"),
    JobState.FAILED: N_("Gagal"),
    JobState.CANCELLED: N_("Dibatalkan"),
}

KIND_WORDS = {
    "preview": N_("Memeriksa berkas"),
    "import": N_("Memasukkan data"),
    "locate": N_("Mencari titik alamat"),
    "plan": N_("Menyusun rencana"),
    "campaign": N_("Merencanakan kampanye"),
    "sheets": N_("Menyiapkan lembar rute"),
    "speeds": N_("Membaca catatan perjalanan"),
}

CRASHED = FaultKind(
    "job.crashed",
    Nature.UNAVAILABLE,
    N_("Pekerjaan ini terhenti karena ada yang rusak di pihak kami; data tidak berubah."),
    N_("Jalankan lagi. Bila tetap gagal, beri tahu admin kode %(reference)s."),
)


@dataclass(frozen=True)
class Ending:
    """How a piece of work ended; a fault tells why it failed."""

    state: JobState
    fault_code: str = ""
    fault_values: dict[str, object] | None = None


def time_left(progress: float, spent: timedelta) -> timedelta | None:
    """Guess the rest from the pace so far; None while there is too little to judge by."""
    if progress < 0.03 or spent < timedelta(seconds=2):
        return None
    return spent * ((1 - progress) / progress)
