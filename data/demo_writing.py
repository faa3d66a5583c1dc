"""How invented people write: addresses, telephones and points in the forms seen on real lists."""

from dataclasses import dataclass
from random import Random

_PREFIXES = {
    "Jl.": ("Jl. ", "Jl. ", "Jl.", "Jln. ", "Jln ", "Jalan ", "jl "),
    "Gg.": ("Gg. ", "Gg. ", "Gang ", "gg.", "Gg "),
    "Kp.": ("Kp. ", "Kp. ", "Kampung ", "kp ", "Kp."),
    "Perum": ("Perum ", "Perumahan ", "Perum. "),
}
_NUMBERS = (" No. {}", " No. {}", " No.{}", " no {}", " NO {}", " No : {}", " Nomor {}")
_RT_RW = (
    "RT 0{0}/0{1}",
    "RT 00{0}/00{1}",
    "RT 00{0}/RW 00{1}",
    "Rt0{0}/0{1}",
    "RT.0{0}/RW.{1}",
    "RT. 0{0} / 0{1}",
    "RT 00{0} RW 00{1}",
    "rt {0} rw {1}",
    "RT/RW 00{0}/00{1}",
    "RW 0{1} RT 0{0}",
)
_KELURAHAN = ("Kel. {}", "Kel. {}", "Kelurahan {}", "kel {}", "Kel.{}", "{}")
_KECAMATAN = ("Kec. {}", "Kec. {}", "Kecamatan {}", "kec {}", "{}")
_TAILS = ("", "", "Kota Bogor", "Bogor", "Bogor {postcode}", "Kota Bogor Jawa Barat {postcode}")
_CODE_DIGITS = "23456789CFGHJMPQRVWX"


@dataclass(frozen=True, slots=True)
class Door:
    """An address as it truly is, before anybody writes it down."""

    prefix: str
    street: str
    number: str  # empty where houses have none
    block: str  # of an estate, else empty
    rt: str
    rw: str
    kelurahan: tuple[str, ...]  # its name and other spellings
    kecamatan: tuple[str, ...]
    postcode: str


def write_address(door: Door, chance: Random, *, with_rt_rw: bool) -> str:
    """Write an address on one line, as one of many people might."""
    street = chance.choice(_PREFIXES[door.prefix]) + door.street
    if door.block:
        street += f" Blok {door.block}"
    if door.number:
        street += chance.choice(_NUMBERS).format(door.number)
    parts = [street]
    if with_rt_rw:
        form = chance.choice(_RT_RW)
        parts.append(
            form.format(int(door.rt), int(door.rw))
            if int(door.rw) < 10
            else f"RT {door.rt}/{door.rw}"
        )
    if chance.random() < 0.6:
        parts.append(chance.choice(_KELURAHAN).format(_one_of(door.kelurahan, chance)))
        if chance.random() < 0.7:
            parts.append(chance.choice(_KECAMATAN).format(_one_of(door.kecamatan, chance)))
    parts.append(chance.choice(_TAILS).format(postcode=door.postcode))
    line = chance.choice((", ", ", ", " ")).join(part for part in parts if part)
    return chance.choice((str, str, str, str, str, str, str.upper, str.lower))(line)


def write_phone(chance: Random) -> str:
    """Write a number that nobody has: no operator was given 084."""
    if chance.random() < 0.06:
        return f"(0251) 0{chance.randrange(10**6):06}"
    digits = f"84{chance.randrange(10**9):09}"
    forms = ("0{}", "0{}", "62{}", "+62{}", "+62 {a}-{b}-{c}", "0{a}-{b}-{c}", "0{a} {b} {c}", "{}")
    return chance.choice(forms).format(digits, a=digits[:3], b=digits[3:7], c=digits[7:])


def write_point(lat: float, lon: float, chance: Random) -> str:
    """Write a point as numbers, a Google Maps link or a plus code."""
    forms = (
        f"{lat:.6f}, {lon:.6f}",
        f"{lat:.6f},{lon:.6f}",
        f"https://maps.google.com/?q={lat:.6f},{lon:.6f}",
        f"https://www.google.com/maps/@{lat:.6f},{lon:.6f},18z",
        plus_code(lat, lon),
        f"{plus_code(lat, lon)[4:]} Bogor",
    )
    return chance.choice(forms)


def plus_code(lat: float, lon: float) -> str:
    """Write the open location code of ten digits."""
    rest_lat, rest_lon = int((lat + 90) * 8000), int((lon + 180) * 8000)
    pairs = []
    for _ in range(5):
        rest_lat, digit_lat = divmod(rest_lat, 20)
        rest_lon, digit_lon = divmod(rest_lon, 20)
        pairs.append(_CODE_DIGITS[digit_lat] + _CODE_DIGITS[digit_lon])
    code = "".join(reversed(pairs))
    return f"{code[:8]}+{code[8:]}"


def _one_of(spellings: tuple[str, ...], chance: Random) -> str:
    """Mostly the proper name, now and then another spelling."""
    return chance.choice(spellings) if chance.random() < 0.3 else spellings[0]
