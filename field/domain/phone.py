"""Indonesian telephone numbers: held as digits from 62, shown the way people write them."""

import re
from dataclasses import dataclass

_GROUPS = re.compile(r"[/;,]|\batau\b", re.IGNORECASE)
_MOBILE = re.compile(r"628\d{8,11}")
_LANDLINE = re.compile(r"62(21|22|24|31|61|[2-9]\d{2})\d{5,8}")
_SHORTEST_LOCAL, _LONGEST_LOCAL = 6, 8


@dataclass(frozen=True, slots=True)
class Phone:
    """One number, such as 6281234567890 or 622518323351."""

    digits: str

    @property
    def mobile(self) -> bool:
        return self.digits.startswith("628")

    @property
    def display(self) -> str:
        national = "0" + self.digits[2:]
        if self.mobile:
            return "-".join((national[:4], national[4:8], national[8:]))
        area = _area_length(self.digits) + 1
        return f"({national[:area]}) {national[area:]}"

    @property
    def whatsapp(self) -> str | None:
        """The click-to-chat address, or None: a landline has no WhatsApp."""
        return f"https://wa.me/{self.digits}" if self.mobile else None


def parse_phone(text: str, area_code: str | None = None) -> Phone | None:
    """Take the first number that can be dialled out of what somebody wrote.

    Args:
        text: any of "0812-3456-7890", "+62 812..", "(0251) 8323351", several with "/".
        area_code: the city's, without its 0, for landlines written without one.
    """
    for group in _GROUPS.split(text):
        digits = _international("".join(re.findall(r"[0-9]", group)), area_code)
        if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits):
            return Phone(digits)
    return None


def _international(digits: str, area_code: str | None) -> str:
    digits = digits.removeprefix("00") if digits.startswith("0062") else digits
    digits = digits.replace("620", "62", 1) if digits.startswith("620") else digits
    if digits.startswith("0"):
        return "62" + digits[1:]
    if digits.startswith("8") and len(digits) > _LONGEST_LOCAL:  # a sheet ate the leading 0
        return "62" + digits
    if area_code and not digits.startswith("62") and len(digits) in _local_lengths():
        return "62" + area_code + digits
    return digits


def _local_lengths() -> range:
    return range(_SHORTEST_LOCAL, _LONGEST_LOCAL + 1)


def _area_length(digits: str) -> int:
    match = _LANDLINE.fullmatch(digits)
    return len(match[1]) if match else 0
