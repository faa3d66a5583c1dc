"""What families are told, in their own language whatever the reader's screen shows.

Our messages ask for nothing, follow a request that the family began, and carry its code.
"""

from dataclasses import dataclass
from enum import StrEnum

from field.domain.text import N_


class Template(StrEnum):
    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REFUSED = "refused"
    REMINDER = "reminder"
    CANCELLED = "cancelled"
    MOVED_UP = "moved_up"
    TURN_MOVED = "turn_moved"
    EVENING_OFF = "evening_off"


TEMPLATE_WORDS: dict[Template, str] = {
    Template.ACCEPTED: N_("Permohonan diterima"),
    Template.PROPOSED: N_("Waktu lain ditawarkan"),
    Template.REFUSED: N_("Tidak bisa dilayani"),
    Template.REMINDER: N_("Pengingat sehari sebelumnya"),
    Template.CANCELLED: N_("Permohonan dibatalkan"),
    Template.MOVED_UP: N_("Dapat tempat di layanan malam"),
    Template.TURN_MOVED: N_("Giliran perekaman pindah jam"),
    Template.EVENING_OFF: N_("Layanan malam dibatalkan"),
}
_BODIES: dict[Template, str] = {
    Template.ACCEPTED: "{office} akan {coming} {names} pada {window}.",
    Template.PROPOSED: "{office} menawarkan waktu lain untuk {names}: {window}. Alasannya: {why} "
    "Mohon jawab lewat halaman permohonan atau telepon kantor.",
    Template.REFUSED: "Maaf, {office} belum bisa melayani permohonan untuk {names}. "
    "Alasannya: {why}",
    Template.REMINDER: "Mengingatkan: besok, {window}, {office} {coming} {names}. "
    "Mohon siapkan KK atau KTP lama bila ada.",
    Template.CANCELLED: "Permohonan untuk {names} sudah dibatalkan.{because}",
    Template.MOVED_UP: "{names} sekarang mendapat tempat di layanan malam, {window}.",
    Template.TURN_MOVED: "Maaf, alat perekaman di kantor sedang rusak. Giliran {names} pindah ke "
    "{window}. Mobil menyesuaikan; jam jemputnya ada di halaman permohonan.",
    Template.EVENING_OFF: "Maaf, layanan malam {window} dibatalkan. Alasannya: {why} "
    "{names} bisa memilih malam lain lewat halaman pendaftaran atau telepon kantor.",
}
_FOOT = (
    "Kode permohonan {code}. Petugas akan menyebut angka yang ada di slip atau halaman Anda. "
    "Gratis. Kami tidak meminta uang, NIK, foto, atau kode OTP. {hotline}"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What goes into a letter. No NIK, no health, no check code: a phone is read by many."""

    office: str
    names: str
    code: str
    window: str = ""
    why: str = ""
    hotline: str = ""
    link: str = ""
    kit: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with where it may go; a gateway takes what it can reach."""

    subject: str
    text: str
    phone: str = ""  # 628...
    email: str = ""


def write(template: Template, facts: Facts, phone: str = "", email: str = "") -> Letter:
    """Write one letter."""
    values = {
        "office": facts.office,
        "names": facts.names,
        "code": facts.code,
        "window": facts.window,
        "why": facts.why or "-",
        "because": f" Alasannya: {facts.why}" if facts.why else "",
        "coming": "datang merekam" if facts.kit else "menjemput",
        "hotline": f"Ragu? Telepon {facts.hotline}." if facts.hotline else "",
    }
    parts = [_BODIES[template].format_map(values), _FOOT.format_map(values).strip()]
    if facts.link:
        parts.append(f"Halaman permohonan: {facts.link}")
    return Letter(f"Jemput KTP-el {facts.code}", "\n\n".join(parts), phone, email)
