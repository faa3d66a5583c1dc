"""The states of a campaign's plan, and why an act on it is refused."""

from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_


class PlanState(StrEnum):
    """Accepted it holds; of a campaign's plans at most one does."""

    DRAFT = "draft"
    IMPOSSIBLE = "impossible"  # not all cards fit: what would help is said
    ACCEPTED = "accepted"
    REPLACED = "replaced"
    DISCARDED = "discarded"


STATE_WORDS: dict[PlanState, str] = {
    PlanState.DRAFT: N_("Draf"),
    PlanState.IMPOSSIBLE: N_("Tidak muat"),
    PlanState.ACCEPTED: N_("Berlaku"),
    PlanState.REPLACED: N_("Diganti"),
    PlanState.DISCARDED: N_("Dibuang"),
}
OPEN = (PlanState.DRAFT, PlanState.IMPOSSIBLE)

PLAN_NOT_OPEN = FaultKind(
    "campaign.plan_not_open",
    Nature.CONFLICT,
    N_("Rencana kampanye ini sudah berlaku, diganti, atau dibuang."),
    N_("Muat ulang halamannya, atau rencanakan lagi."),
)
NO_PLAN_YET = FaultKind(
    "campaign.no_plan_yet",
    Nature.CONFLICT,
    N_("Kampanye ini belum punya rencana yang berlaku."),
    N_("Rencanakan lagi, lalu pilih “Pakai rencana ini”."),
)
BEING_PLANNED = FaultKind(
    "campaign.being_planned",
    Nature.CONFLICT,
    N_("Kampanye ini sedang direncanakan."),
    N_("Tunggu sampai selesai, atau batalkan dulu di Pekerjaan."),
)
OVERLAPS = FaultKind(
    "campaign.overlaps",
    Nature.CONFLICT,
    N_("%(count)s kartu sudah masuk rencana kampanye lain yang berlaku."),
    N_("Rencanakan lagi supaya kartu itu dilewati."),
)
NOTHING_THAT_DAY = FaultKind(
    "campaign.nothing_that_day",
    Nature.CONFLICT,
    N_("Tidak ada lagi yang dijadwalkan dicetak pada %(date)s."),
    N_("Kelompoknya mungkin sudah dibuat; lihat di antrean cetak."),
)
