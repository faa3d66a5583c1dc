"""What makes a request doubtful: told to the office, never a silent refusal."""

from enum import StrEnum

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_


class Doubt(StrEnum):
    DUPLICATE = "duplicate"
    OUTSIDE_CITY = "outside_city"
    OTHER_KELURAHAN = "other_kelurahan"
    ALREADY_RECORDED = "already_recorded"
    AID_UNKNOWN = "aid_unknown"
    NO_CONTACT = "no_contact"
    NO_ADDRESS = "no_address"


DOUBT_WORDS: dict[Doubt, str] = {
    Doubt.DUPLICATE: N_("mungkin sudah ada permohonan untuk orang atau rumah ini"),
    Doubt.OUTSIDE_CITY: N_("titiknya di luar kota"),
    Doubt.OTHER_KELURAHAN: N_("titiknya di kelurahan lain"),
    Doubt.ALREADY_RECORDED: N_("orangnya sudah punya kartu di daftar kita"),
    Doubt.AID_UNKNOWN: N_("belum diketahui bisa naik mobil atau tidak"),
    Doubt.NO_CONTACT: N_("belum ada nomor yang bisa dihubungi"),
    Doubt.NO_ADDRESS: N_("alamat rumahnya belum ada"),
}
# How often one phone, one address and one line may ask in a day before we ask for a call.
MOST_A_DAY = {"phone": 5, "address": 3, "origin": 40}
MOST_OF_A_HELPER = 20  # an RT or kader asks for many from one phone

TOO_MANY = FaultKind(
    "ask.too_many",
    Nature.CONFLICT,
    N_("Hari ini sudah ada beberapa permohonan dari nomor atau alamat ini."),
    N_("Telepon kantor agar dibantu: %(hotline)s. Permohonan yang sudah masuk tetap kami proses."),
)
