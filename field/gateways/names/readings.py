"""The names that an address holds, each with how far an answer by it alone may be believed."""

import re
from dataclasses import dataclass

from field.domain.address import Address
from field.domain.name_key import NameKey, name_key
from field.domain.place import Confidence

_BORDER = re.compile(r",\s*|\s+(?=(?:Jl\.|Gg\.|Kp\.|Perum|Komp\.|Blok)\s)")
_WIDE = {"perum", "kampung"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One name in the address; its keys are what it may be called on the map."""

    keys: tuple[NameKey, ...]
    most: Confidence

    @property
    def block(self) -> bool:
        return self.keys[0].kind == "blok"


def readings(address: Address) -> list[Reading]:
    """Read an address from the widest name to the narrowest, then its landmark.

    A jalan tells little of a house in a gang off it, an estate little of a house in its street,
    and "near the mosque" is near the mosque.
    """
    keys = [name_key(piece) for piece in _BORDER.split(address.full_street)]
    keys = [key for key in keys if not key.empty]
    narrow = _narrowest(keys)
    found = [
        Reading(_with_number(key, address), Confidence.STREET)
        if at == narrow
        else Reading((key,), Confidence.RT_RW)
        for at, key in enumerate(keys)
    ]
    landmark = name_key(_bare(address.landmark or ""))
    if not landmark.empty:
        found.append(Reading((landmark,), Confidence.RT_RW))
    return found


def pieces(address: Address) -> list[str]:
    """Return the names that an address holds, as they are written."""
    landmark = _bare(address.landmark or "")
    return [piece for piece in (*_BORDER.split(address.full_street), landmark) if piece]


def _narrowest(keys: list[NameKey]) -> int:
    """Choose the last block, else the last street, else the last of whatever is there."""
    blocks = [at for at, key in enumerate(keys) if key.kind == "blok"]
    streets = [at for at, key in enumerate(keys) if _is_street(key, first=at == 0)]
    return (blocks or streets or [len(keys) - 1])[-1]


def _is_street(key: NameKey, *, first: bool) -> bool:
    return key.kind not in _WIDE and (first or bool(key.kind))


def _with_number(key: NameKey, address: Address) -> tuple[NameKey, ...]:
    if (address.number or "").isdigit() and not address.says_number:
        return (key, key.with_number(address.number or ""))
    return (key,)


def _bare(landmark: str) -> str:
    """Leave the first word of "depan Masjid Al-Ikhlas" out, unless it is all there is."""
    first, _, rest = landmark.partition(" ")
    return rest or first
