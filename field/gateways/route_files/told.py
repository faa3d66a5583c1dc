"""What a file tells of a route. Names are in it only when they were asked for; a NIK never is."""

import re
from dataclasses import dataclass

from field.domain.nik import drop_numbers
from field.domain.route_sheet import RouteSheet, SheetStop, Spot

# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the files in the reader's language."""

    route: str  # "Rute"
    cards: str  # "kartu"
    guessed: str  # said of a point that is only near the door
    head: tuple[str, ...]  # of the CSV: HEAD


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be written."""

    words: Words
    with_names: bool = False


def clean(text: str) -> str:
    return _UNWRITABLE.sub("", drop_numbers(text)).strip()


def title(sheet: RouteSheet, wish: Wish) -> str:
    return clean(f"{wish.words.route} {sheet.number} · {sheet.courier}")


def stop_title(stop: SheetStop, wish: Wish) -> str:
    """12 Gg. Mawar II No. 5."""
    who = f" {stop.name}," if wish.with_names else ""
    return clean(f"{stop.sequence}{who} {stop.door}")


def stop_words(stop: SheetStop, wish: Wish) -> str:
    weak = stop.confidence is None or stop.confidence.weak
    parts = (
        stop.rt_rw,
        stop.kelurahan,
        stop.landmark,
        f"{len(stop.cards)} {wish.words.cards}" if stop.cards else "",
        wish.words.guessed if weak else "",
    )
    return clean(", ".join(part for part in parts if part))


def offices(sheet: RouteSheet) -> list[Spot]:
    """Return where a route begins and ends, once when that is one place."""
    return list(dict.fromkeys(spot for spot in (sheet.start, sheet.end) if spot))
