"""Tak bisa lewat: what a courier reports of a road, and what the office makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

ALREADY_DECIDED = FaultKind(
    "road_report.already_decided",
    Nature.CONFLICT,
    N_("Laporan jalan ini sudah diputuskan atau ditarik kembali oleh kurir."),
    N_("Muat ulang halaman untuk melihat keadaan terakhir."),
)
NO_ANSWER = FaultKind(
    "road_report.no_answer",
    Nature.BAD_INPUT,
    N_("Alasan menolak laporan belum ditulis."),
    N_("Tulis singkat mengapa jalan itu tetap bisa dilewati."),
)


class ReportState(StrEnum):
    """Where a report stands; who takes it back on the phone does so before it is decided."""

    NEW = "new"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Reported:
    """The data of an event of this kind, as `field.domain.wire` lets it through."""

    lat: float
    lon: float
    accuracy: float | None
    profiles: tuple[str, ...]
    reason: str
    note: str

    @classmethod
    def of(cls, data: Mapping[str, object]) -> "Reported":
        known = {name: data.get(name) for name in cls.__dataclass_fields__}
        return cls(**known)  # type: ignore[arg-type]  # the wire has seen to the types


def after_undo(state: str, *, undone: bool) -> str:
    """A report that is taken back stays where it is when the office has decided it already."""
    if state in (ReportState.NEW, ReportState.WITHDRAWN):
        return ReportState.WITHDRAWN if undone else ReportState.NEW
    return state
