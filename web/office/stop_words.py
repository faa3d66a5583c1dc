"""The state of a stop as the office reads it, colour, shape and word; what events are called."""

from field.domain.event import EventKind, StopState
from field.domain.text import N_

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
}
SOURCE_WORDS: dict[str, str] = {
    "phone": N_("dari HP"),
    "paper": N_("dari kertas"),
    "adopted": N_("diambil alih admin"),
    "office": N_("keputusan kantor"),
}
