"""What a campaign comes to, in figures, and the tables that show them."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from field.domain.table import Cell, Table
from field.domain.text import N_

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day as planned; `travel_s` is everybody's travel together, without the doors."""

    day: date
    printers: int
    batches: int
    to_print: int
    couriers: int
    doors: int
    to_deliver: int
    travel_s: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a campaign, or would: in cards, days, and waiting days of a card."""

    cards: int
    printed: int
    delivered: int
    days: int  # until the last card was printed
    travel_minutes_per_card: float
    wait_median: float | None = None
    wait_95: float | None = None

    def written(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Trial:
    """A campaign tried out, beside printing first come first served."""

    ours: Outcome
    first_come: Outcome | None
    seconds: float
    peak_memory_mb: float
    violations: int

    def written(self) -> dict[str, Any]:
        """Return the one line that a program reads."""
        first = self.first_come.written() if self.first_come else None
        return self.ours.written() | {
            "seconds": round(self.seconds, 1),
            "peak_memory_mb": round(self.peak_memory_mb),
            "first_come": first,
            "violations": self.violations,
        }


def day_table(days: Sequence[DayFigures], say: Say) -> Table:
    """Return the plan day by day."""
    head = (
        N_("Hari"), N_("Mesin"), N_("Kelompok"), N_("Dicetak"), N_("Kurir"), N_("Rumah"),
        N_("Diantar"), N_("Menit jalan per kartu"),
    )  # fmt: skip
    rows = tuple(_row(day) for day in days)
    whole = DayFigures(
        date.min,
        max((day.printers for day in days), default=0),
        *(
            sum(getattr(day, name) for day in days)
            for name in ("batches", "to_print", "couriers", "doors", "to_deliver", "travel_s")
        ),
    )
    sums = (say(N_("Jumlah")), *_row(whole)[1:])
    return Table(say(N_("Rencana per hari")), tuple(map(say, head)), rows, sums)


def comparison(trial: Trial, say: Say) -> Table:
    """Return our figures beside those of first come first served."""
    names: tuple[tuple[str, str], ...] = (
        ("cards", N_("Kartu")), ("printed", N_("Dicetak")), ("delivered", N_("Sampai di tangan")),
        ("days", N_("Hari cetak")), ("travel_minutes_per_card", N_("Menit jalan per kartu")),
        ("wait_median", N_("Hari dari siap cetak sampai pintu, separuh kartu")),
        ("wait_95", N_("Hari dari siap cetak sampai pintu, 95 dari 100 kartu")),
    )  # fmt: skip
    columns = [trial.ours, *([trial.first_come] if trial.first_come else [])]
    heads = [N_("Rencana ini"), N_("Siapa dulu, dicetak dulu")][: len(columns)]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (say(words), *(getattr(column, name) for column in columns)) for name, words in names
    )
    return Table(say(N_("Perbandingan")), ("", *map(say, heads)), rows)


def _row(day: DayFigures) -> tuple[Cell, ...]:
    each = day.travel_s / 60 / day.to_deliver if day.to_deliver else None
    return (
        day.day, day.printers, day.batches, day.to_print, day.couriers, day.doors, day.to_deliver,
        each,
    )  # fmt: skip
