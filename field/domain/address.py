"""An address in its parts, and the one line that the parts are written as."""

import re
from dataclasses import dataclass

from field.domain.fault import FaultKind, Nature
from field.domain.region_names import spelling_key
from field.domain.text import N_


def _note(code: str, message: str, action: str) -> FaultKind:
    return FaultKind(f"address.{code}", Nature.BAD_INPUT, message, action)


NO_KELURAHAN = _note(
    "no_kelurahan",
    N_("Kelurahan tidak tertulis, baik di kolomnya maupun di alamat."),
    N_("Isi kolom kelurahan."),
)
UNCLEAR_KELURAHAN = _note(
    "unclear_kelurahan",
    N_("Nama kelurahan di alamat tidak dikenal di kota ini."),
    N_("Tulis nama kelurahan menurut daftar."),
)
UNCLEAR_KECAMATAN = _note(
    "unclear_kecamatan",
    N_("Nama kecamatan di alamat tidak dikenal di kota ini."),
    N_("Periksa apakah alamatnya memang di kota ini."),
)
OTHER_KECAMATAN = _note(
    "other_kecamatan",
    N_("Kelurahan ini tidak berada di kecamatan yang tertulis."),
    N_("Periksa kelurahan dan kecamatannya; yang dipakai kelurahannya."),
)
OTHER_KELURAHAN = _note(
    "other_kelurahan",
    N_("Kelurahan di alamat berbeda dengan di kolomnya."),
    N_("Periksa mana yang benar; yang dipakai isi kolom."),
)
OTHER_RT_RW = _note(
    "other_rt_rw",
    N_("RT/RW di alamat berbeda dengan di kolomnya."),
    N_("Periksa mana yang benar; yang dipakai isi kolom."),
)
NO_RT_RW = _note(
    "no_rt_rw",
    N_("RT atau RW tidak tertulis."),
    N_("Lengkapi bila tahu, agar rumahnya lebih mudah ditemukan."),
)
NO_NUMBER = _note(
    "no_number",
    N_("Nomor rumah tidak tertulis."),
    N_("Lengkapi nomor atau patokannya bila tahu."),
)
_SAID_NUMBER = re.compile(r"(?<![a-z])(?:no|nomor|nomer|nmr|blok)[\s.:]*[a-z]?[0-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """What is known of where somebody lives.

    A street is a jalan, gang or kampung with its prefix; a block is a housing estate and its
    block. RT and RW are three digits as text. Raw is what was written; a note is a fault that
    is told and not raised: the address is used all the same.
    """

    street: str | None = None
    number: str | None = None
    block: str | None = None
    rt: str | None = None
    rw: str | None = None
    kelurahan: str | None = None
    kecamatan: str | None = None
    landmark: str | None = None
    raw: str = ""
    notes: tuple[FaultKind, ...] = ()

    @property
    def line(self) -> str:
        """The canonical line, landmark aside; parsing it gives the same parts."""
        house = f"No. {self.number}" if self.number else None
        door = " ".join(part for part in (self.street, house) if part)
        if not self.street and self.block:
            door = " ".join(part for part in (self.block, house) if part)
        rt_rw = "/".join(
            f"{label} {value}" for label, value in (("RT", self.rt), ("RW", self.rw)) if value
        )
        parts = (
            door,
            self.block if self.street else None,
            rt_rw,
            f"Kel. {self.kelurahan}" if self.kelurahan else None,
            f"Kec. {self.kecamatan}" if self.kecamatan else None,
        )
        return ", ".join(part for part in parts if part)

    @property
    def full_street(self) -> str:
        """Street and estate in one, for where they share a line or a column."""
        return ", ".join(part for part in (self.street, self.block) if part)

    @property
    def says_number(self) -> bool:
        """Whether "No." stands before the number; without it "Wijaya 4" may be Wijaya IV."""
        return bool(_SAID_NUMBER.search(self.raw)) if self.raw else True

    @property
    def key(self) -> str:
        """What two spellings of one place share."""
        parts = (self.street, self.block, self.number, self.rt, self.rw, self.kelurahan)
        return "/".join(spelling_key(part or "") for part in parts)
