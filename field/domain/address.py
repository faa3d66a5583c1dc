"""An address in its parts, and the one line that the parts are written as."""

from dataclasses import dataclass

from field.domain.region_names import spelling_key
from field.domain.text import N_

NO_KELURAHAN = N_("Kelurahan tidak tertulis")
UNKNOWN_KELURAHAN = N_("Kelurahan tidak dikenal di kota ini")
OTHER_KECAMATAN = N_("Kelurahan ini tidak berada di kecamatan yang tertulis")
OTHER_KELURAHAN = N_("Kelurahan di alamat berbeda dengan di kolomnya")
OTHER_RT_RW = N_("RT/RW di alamat berbeda dengan di kolomnya")
NO_RT_RW = N_("RT atau RW tidak tertulis")
NO_NUMBER = N_("Nomor rumah tidak tertulis")


@dataclass(frozen=True, slots=True)
class Address:
    """What is known of where somebody lives.

    A street is a jalan, gang or kampung with its prefix; a block is a housing estate and its
    block. RT and RW are three digits as text. Raw is what was written; notes say, in
    Indonesian, what a person should look at.
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
    notes: tuple[str, ...] = ()

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
    def key(self) -> str:
        """What two spellings of one place share."""
        parts = (self.street, self.block, self.number, self.rt, self.rw, self.kelurahan)
        return "/".join(spelling_key(part or "") for part in parts)
