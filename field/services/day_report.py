"""The day in figures per courier, and the same as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from field.domain.card import Place
from field.domain.event import EventKind, StopState
from field.domain.fold import fold
from field.gateways.doors import Doors
from field.gateways.sheet_writer import MEDIA_TYPES, Sheet, csv_bytes, xlsx_bytes
from field.store.events import events_of, told
from field.store.published import manifests_of
from field.store.tables import Event, Manifest

FORMATS = MEDIA_TYPES
Row = tuple[str, ...]


@dataclass(frozen=True)
class Labels:
    """The words of the table in the reader's language."""

    title: str
    head: Row


@dataclass(frozen=True)
class Report:
    """Rows as they are seen, and their sums."""

    date: date
    rows: tuple[Row, ...]
    sums: tuple[int, ...]  # of the columns from stops to cards


def report_of(day: date, kecamatan: str | None, doors: Doors) -> Report:
    """Return a row per route: stops, outcomes, cards received, first and last door."""
    manifests = manifests_of(day, kecamatan)
    events = events_of(stop.visit for manifest in manifests for stop in manifest.stops)
    counted = [_counts(manifest, events) for manifest in manifests]
    rows = [
        _row(manifest, counts, _times(manifest, events, doors))
        for manifest, counts in zip(manifests, counted, strict=True)
    ]
    sums = tuple(sum(column) for column in zip(*counted, strict=True))
    return Report(day, tuple(rows), sums)


def report_file(report: Report, labels: Labels, kind: str) -> bytes:
    """Write exactly what is seen."""
    sheet = Sheet(labels.title, labels.head, report.rows)
    return csv_bytes(sheet) if kind == "csv" else xlsx_bytes(sheet)


def _counts(manifest: Manifest, events: dict[str, list[Event]]) -> tuple[int, ...]:
    states = [
        fold(map(told, events.get(stop.visit, [])), [card.id for card in stop.cards]).state
        for stop in manifest.stops
    ]
    shown = (StopState.DELIVERED, StopState.FAILED, StopState.REVIEW, StopState.WAITING)
    cards = [card for stop in manifest.stops for card in stop.cards]
    received = sum(card.place == Place.RESIDENT for card in cards)
    return len(states), *(states.count(state) for state in shown), received


def _times(manifest: Manifest, events: dict[str, list[Event]], doors: Doors) -> tuple[str, str]:
    at_doors = [
        event.at_corrected
        for stop in manifest.stops
        for event in events.get(stop.visit, [])
        if event.kind in (EventKind.DELIVERED, EventKind.FAILED)
    ]
    if not at_doors:
        return "", ""
    return _clock(min(at_doors), doors), _clock(max(at_doors), doors)


def _clock(moment: datetime, doors: Doors) -> str:
    return moment.astimezone(doors.zone).strftime("%H.%M")


def _row(manifest: Manifest, counts: Sequence[int], times: tuple[str, str]) -> Row:
    courier = manifest.courier
    return (
        str(manifest.number),
        courier.user.name,
        courier.title,
        *map(str, counts),
        *times,
        str(manifest.distance_m),
    )
