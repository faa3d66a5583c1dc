"""Coverage and success by kelurahan: which cards are with their people, how visits ended."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from data.regions import Kelurahan, regions
from field.domain.area import Figures, Period
from field.domain.card import Place
from field.gateways.doors import Doors
from field.gateways.sheet_writer import Download, Sheet, download
from field.store.areas import cards_by_kelurahan, outcomes

GONE = (Place.WITHDRAWN, Place.CANCELLED)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the table in the reader's language."""

    title: str
    head: tuple[str, ...]


def coverage_of(period: Period, kecamatan: str | None, doors: Doors) -> list[Figures]:
    """Return the figures of each kelurahan, in the order of their codes."""
    cards = cards_by_kelurahan(kecamatan)
    begin, end = _midnight(period.first, doors), _midnight(period.last + timedelta(days=1), doors)
    # A visit counts once: as delivered when anything was handed over.
    ends: dict[str, tuple[str, bool]] = {}
    for outcome in outcomes(kecamatan, begin, end):
        _, before = ends.get(outcome.visit, ("", False))
        ends[outcome.visit] = (outcome.kelurahan, outcome.delivered or before)
    visits = Counter(ends.values())
    return [
        _figures(part, cards.get(part.code, {}), visits)
        for part in regions(doors.city).kelurahan
        if kecamatan in (None, part.kecamatan.code)
    ]


def coverage_file(rows: list[Figures], labels: Labels, form: str, period: Period) -> Download:
    """Write exactly what the table shows, "csv" or "xlsx"."""
    lines = [
        (
            row.name,
            row.kecamatan,
            *map(str, (row.cards, row.received, row.waiting)),
            _said(row.coverage),
            *map(str, (row.delivered, row.failed)),
            _said(row.success),
        )
        for row in rows
    ]
    name = f"cakupan-{period.first}-{period.last}"
    return download(name, form, Sheet(labels.title, labels.head, lines))


def _figures(part: Kelurahan, cards: dict[str, int], visits: Counter[tuple[str, bool]]) -> Figures:
    return Figures(
        code=part.code,
        name=part.name,
        kecamatan=part.kecamatan.name,
        cards=sum(count for place, count in cards.items() if place not in GONE),
        received=cards.get(Place.RESIDENT, 0),
        delivered=visits[part.code, True],
        failed=visits[part.code, False],
    )


def _said(value: int | None) -> str:
    return "" if value is None else str(value)


def _midnight(day: date, doors: Doors) -> datetime:
    return datetime.combine(day, time(), doors.zone).astimezone(UTC)
