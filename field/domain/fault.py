"""What a person is told when something cannot be done: code, message and what to do now."""

from dataclasses import dataclass
from enum import Enum

from field.domain.text import N_


class Nature(Enum):
    """Why the answer is no; the web turns it into an HTTP status."""

    BAD_INPUT = "bad_input"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    TOO_LARGE = "too_large"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class FaultKind:
    """One way to be refused. Texts are Indonesian, with %(name)s places for values."""

    code: str
    nature: Nature
    message: str
    action: str

    def __post_init__(self) -> None:
        KINDS[self.code] = self


# Every way by its code, so that a fault which long work stored can be told in words later.
KINDS: dict[str, FaultKind] = {}


class Fault(Exception):
    """A refusal that a person can act upon. Values never hold a NIK."""

    def __init__(self, kind: FaultKind, **values: object) -> None:
        self.kind = kind
        self.values = values
        super().__init__(self.message)

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def message(self) -> str:
        return self.kind.message % self.values

    @property
    def action(self) -> str:
        return self.kind.action % self.values


NOT_FOUND = FaultKind(
    "not_found",
    Nature.NOT_FOUND,
    N_("%(what)s tidak ditemukan."),
    N_("Kembali ke daftar dan pilih lagi."),
)
NOT_ALLOWED = FaultKind(
    "not_allowed",
    Nature.NOT_ALLOWED,
    N_("Akun Anda tidak berwenang membuka ini."),
    N_("Masuk dengan akun lain, atau minta hak akses kepada admin."),
)
BODY_TOO_LARGE = FaultKind(
    "body_too_large",
    Nature.TOO_LARGE,
    N_("Kiriman terlalu besar: paling banyak %(limit)s MB."),
    N_("Kecilkan berkas atau bagi menjadi beberapa berkas."),
)
