"""A request: who may ask, where it stands, and which step may follow which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

WRONG_TURN = FaultKind(
    "request.wrong_turn",
    Nature.CONFLICT,
    N_("Permohonan ini sudah berubah: keadaannya sekarang “%(state)s”."),
    N_("Muat ulang halamannya, lalu pilih lagi."),
)
NO_REASON = FaultKind(
    "request.no_reason",
    Nature.BAD_INPUT,
    N_("Alasannya belum ditulis."),
    N_("Tulis alasan dengan bahasa yang mudah; keluarga ikut membacanya."),
)
NOT_HOME = FaultKind(
    "request.not_home",
    Nature.CONFLICT,
    N_("Permohonan ini belum selesai: belum semua orang tercatat sampai di rumah."),
    N_("Pastikan di mana orangnya, lalu catat kepulangannya."),
)


class Channel(StrEnum):
    """Who brought the request to us."""

    PUBLIC = "public"
    RT = "rt"
    KADER = "kader"
    HOTLINE = "hotline"
    KELURAHAN = "kelurahan"
    IMPORT = "import"


class RequestState(StrEnum):
    NEW = "new"
    DOUBTFUL = "doubtful"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FINISHED = "finished"


class Act(StrEnum):
    """One step; each is stored with who, when and why."""

    ASK = "ask"
    DOUBT = "doubt"  # our own checks, or a person, see something to look into
    CLEAR = "clear"
    ACCEPT = "accept"
    PROPOSE = "propose"  # the office: another time
    AGREE = "agree"  # the family: that time suits
    MOVE = "move"  # the family: another day, please
    REFUSE = "refuse"
    REOPEN = "reopen"
    CANCEL = "cancel"
    FINISH = "finish"
    UNFINISH = "unfinish"  # what finished it was taken back, or is disputed
    REPORT = "report"  # the family: something is wrong; it moves nothing
    SPLIT = "split"  # some of its people ride in another car, under a code of their own


CHANNEL_WORDS: dict[Channel, str] = {
    Channel.PUBLIC: N_("Halaman umum"),
    Channel.RT: N_("Ketua RT/RW"),
    Channel.KADER: N_("Kader"),
    Channel.HOTLINE: N_("Hotline"),
    Channel.KELURAHAN: N_("Kelurahan"),
    Channel.IMPORT: N_("Daftar JEMPOL-BAHAGIA"),
}
STATE_WORDS: dict[RequestState, str] = {
    RequestState.NEW: N_("baru"),
    RequestState.DOUBTFUL: N_("perlu diperiksa"),
    RequestState.PROPOSED: N_("waktu lain ditawarkan"),
    RequestState.ACCEPTED: N_("diterima"),
    RequestState.REFUSED: N_("tidak bisa dilayani"),
    RequestState.CANCELLED: N_("dibatalkan"),
    RequestState.FINISHED: N_("selesai"),
}
_OPEN = (RequestState.NEW, RequestState.DOUBTFUL, RequestState.PROPOSED)
STANDING = (*_OPEN, RequestState.ACCEPTED)  # somebody still waits for something
_STILL = (Act.REPORT, Act.SPLIT)  # these move nothing
NEEDS_REASON = frozenset({Act.REFUSE, Act.PROPOSE, Act.DOUBT, Act.REOPEN, *_STILL})

_TURNS: dict[Act, tuple[tuple[RequestState, ...], RequestState]] = {
    Act.DOUBT: ((RequestState.NEW,), RequestState.DOUBTFUL),
    Act.CLEAR: ((RequestState.DOUBTFUL,), RequestState.NEW),
    Act.ACCEPT: (_OPEN, RequestState.ACCEPTED),
    Act.PROPOSE: (STANDING, RequestState.PROPOSED),
    Act.AGREE: ((RequestState.PROPOSED,), RequestState.ACCEPTED),
    Act.MOVE: (STANDING, RequestState.NEW),
    Act.REFUSE: (STANDING, RequestState.REFUSED),
    Act.CANCEL: (STANDING, RequestState.CANCELLED),
    Act.REOPEN: ((RequestState.REFUSED, RequestState.CANCELLED), RequestState.NEW),
    Act.FINISH: ((RequestState.ACCEPTED,), RequestState.FINISHED),
    Act.UNFINISH: ((RequestState.FINISHED,), RequestState.ACCEPTED),
}


def moved(
    state: RequestState | None, act: Act, *, why: str = "", all_home: bool = False
) -> RequestState:
    """Return where a request stands after one more step.

    Args:
        state: where it stands; None before it was asked.
        act: the step.
        why: the reason; some steps are silent refusals without one.
        all_home: whether each of its people is at home again, or was recorded in bed.

    Raises:
        Fault: this step does not follow, has no reason, or would leave somebody behind.
    """
    if act is Act.ASK and state is None:
        return RequestState.NEW
    if act in _STILL and state is not None:
        if not why.strip():
            raise Fault(NO_REASON)
        return state
    sources, target = _TURNS.get(act, ((), RequestState.NEW))
    if state not in sources:
        raise Fault(WRONG_TURN, state=STATE_WORDS[state] if state else "-")
    if act in NEEDS_REASON and not why.strip():
        raise Fault(NO_REASON)
    if act is Act.FINISH and not all_home:
        raise Fault(NOT_HOME)
    return target


def fold_request(acts: Iterable[Act]) -> RequestState | None:
    """Return where a request stands after steps that were each allowed when they were stored."""
    state: RequestState | None = None
    for act in acts:
        state = moved(state, act, why="-", all_home=True)
    return state


def may(state: RequestState, act: Act) -> bool:
    """Tell whether a button for this step has a place on the page."""
    return act in _TURNS and state in _TURNS[act][0]


@dataclass(frozen=True)
class RequestFilter:
    """Which requests: in these states, of this kelurahan, by this channel; empty means any.

    `accepted_before`: accepted for an earlier day than this one, which came to nothing.
    """

    states: tuple[str, ...] = ()
    accepted_before: date | None = None
    kelurahan: str = ""
    channel: str = ""
