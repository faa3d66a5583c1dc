"""A route as CSV: one line a door, in order."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from field.domain.route_sheet import RouteSheet, SheetStop
from field.gateways.route_files.told import Wish, clean
from field.gateways.sheet_writer import Sheet, csv_bytes

Row = tuple[str, ...]


def table(sheets: Sequence[RouteSheet], wish: Wish, zone: ZoneInfo) -> bytes:
    head = wish.words.head
    rows = [_row(sheet, stop, wish, zone) for sheet in sheets for stop in sheet.stops]
    return csv_bytes(Sheet("", head, rows))


def _row(sheet: RouteSheet, stop: SheetStop, wish: Wish, zone: ZoneInfo) -> Row:
    at = stop.point
    return (
        str(sheet.number),
        clean(sheet.courier),
        str(stop.sequence),
        stop.arrival.astimezone(zone).strftime("%H.%M"),
        clean("; ".join(card.name for card in stop.cards)) if wish.with_names else "",
        clean(stop.door),
        stop.rt,
        stop.rw,
        stop.kelurahan,
        stop.kecamatan,
        clean(stop.landmark),
        str(len(stop.cards)),
        f"{at.lat:.6f}" if at else "",
        f"{at.lon:.6f}" if at else "",
    )
