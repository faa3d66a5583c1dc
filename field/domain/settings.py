"""What an office may choose for itself: names, defaults, and which values make sense."""

from collections.abc import Container
from dataclasses import dataclass, fields

from field.domain.event import RELATIONS
from field.domain.fault import Fault, FaultKind, Nature
from field.domain.text import N_

BAD_NUMBER = FaultKind(
    "settings.bad_number",
    Nature.BAD_INPUT,
    N_("%(value)s tidak bisa dipakai: harus angka %(least)s sampai %(most)s."),
    N_("Isi dengan angka bulat dalam batas itu."),
)
BAD_CHOICE = FaultKind(
    "settings.bad_choice",
    Nature.BAD_INPUT,
    N_("Pilihan “%(value)s” tidak dikenal."),
    N_("Pilih salah satu dari daftar."),
)
NO_RECEIVER = FaultKind(
    "settings.no_receiver",
    Nature.BAD_INPUT,
    N_("Belum ada yang boleh menerima kartu."),
    N_("Centang paling sedikit satu: biasanya yang bersangkutan sendiri."),
)
NO_OFFICE_NAME = FaultKind(
    "settings.no_office_name",
    Nature.BAD_INPUT,
    N_("Nama kantor kosong atau lebih dari 80 huruf."),
    N_("Contoh: Disdukcapil Kota Bogor."),
)

SIGNATURES = ("optional", "required")
LIMITS = {
    "retain_days": (1, 30),
    "service_seconds": (30, 1800),
    "service_seconds_more": (0, 600),
    "spoil_percent": (0, 50),
    "ready_days": (0, 60),
    "wait_days": (1, 365),
}


@dataclass(frozen=True)
class Settings:
    """The office's choices; a value that makes no sense cannot be born."""

    office_name: str = "Disdukcapil"
    hotline: str = ""
    receiver_rule: tuple[str, ...] = ("self",)  # strict until the office says otherwise
    signature: str = "optional"
    retain_days: int = 3  # how long a phone keeps what it holds of people
    service_seconds: int = 120  # at a door, with one card
    service_seconds_more: int = 30  # for each further card
    spoil_percent: int = 2  # of a hundred cards that come out of a printer, so many are bad
    ready_days: int = 1  # from the recording to the print-ready record
    wait_days: int = 14  # who waits longer for his card is pointed out

    def __post_init__(self) -> None:
        if not 0 < len(self.office_name.strip()) <= 80:
            raise Fault(NO_OFFICE_NAME)
        if not self.receiver_rule:
            raise Fault(NO_RECEIVER)
        for code in self.receiver_rule:
            _check_choice(code, RELATIONS)
        _check_choice(self.signature, SIGNATURES)
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise Fault(BAD_NUMBER, value=value, least=least, most=most)

    def service_s(self, cards: int) -> int:
        """Return how long a visit takes at the door."""
        return self.service_seconds + max(0, cards - 1) * self.service_seconds_more


def _check_choice(value: str, among: Container[str]) -> None:
    if value not in among:
        raise Fault(BAD_CHOICE, value=value[:40])


NAMES = tuple(field.name for field in fields(Settings))


def from_texts(texts: dict[str, str]) -> Settings:
    """Read settings as they are stored or typed: text by name; what is missing has its default."""
    values: dict[str, object] = {name: texts[name].strip() for name in NAMES if name in texts}
    for name, (least, most) in LIMITS.items():
        if name in values:
            values[name] = _number(str(values[name]), least, most)
    if "receiver_rule" in values:
        values["receiver_rule"] = tuple(str(values["receiver_rule"]).split())
    return Settings(**values)  # type: ignore[arg-type]  # each value was read as its field's type


def to_texts(settings: Settings) -> dict[str, str]:
    """Write settings as they are stored."""
    texts = {name: str(getattr(settings, name)) for name in NAMES}
    return texts | {"receiver_rule": " ".join(settings.receiver_rule)}


def _number(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise Fault(BAD_NUMBER, value=text[:20] or "-", least=least, most=most)
    return int(text)
