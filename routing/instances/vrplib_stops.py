"""The jobs of a VRPLIB file, or its shipments."""

from collections.abc import Sequence

from routing.instances.lines import Misread, whole_figure
from routing.instances.rounding import Rounding
from routing.instances.vrplib_file import NAME, VrplibFile
from routing.problem import Job, Shipment, TimeWindow


def jobs_of(
    file: VrplibFile, size: int, depots: Sequence[int], rounding: Rounding
) -> tuple[Job, ...]:
    """A job keeps the number of its node in the file; its location is the row, one less."""
    demand = file.column("LINEHAUL" if file.has("LINEHAUL") else "DEMAND", size, 0)
    service = file.column("SERVICE_TIME", size, 0)
    prize = file.column("PRIZE", size, 0)
    windows = windows_of(file, size, rounding)
    return tuple(
        Job(
            id=at + 1,
            location=at,
            service=rounding.time(service[at]),
            windows=windows[at],
            delivery=(whole_figure(NAME, demand[at]),),
            prize=rounding.time(prize[at]) or None,
        )
        for at in range(size)
        if at not in depots
    )


def shipments_of(
    file: VrplibFile, size: int, depots: Sequence[int], rounding: Rounding
) -> tuple[Shipment, ...]:
    """Rows of amount, opening, closing, service, pickup, delivery, as Li and Lim have them."""
    if not file.has("PICKUP_AND_DELIVERY"):
        return ()
    rows = file.rows("PICKUP_AND_DELIVERY", size, 6)
    found = []
    for at, row in enumerate(rows):
        to = whole_figure(NAME, row[5]) - len(depots)
        if at in depots or row[4] or not row[5]:
            continue
        if not 0 < to < size:
            raise Misread(NAME, f"PICKUP_AND_DELIVERY_SECTION {at + 1}")
        pickup, delivery = (_end(n, rows[n], rounding) for n in (at, to))
        amount = whole_figure(NAME, row[0])
        found.append(Shipment(pickup=pickup, delivery=delivery, amount=(amount,)))
    return tuple(found)


def windows_of(file: VrplibFile, size: int, rounding: Rounding) -> list[tuple[TimeWindow, ...]]:
    if not file.has("TIME_WINDOW"):
        return [()] * size
    rows = file.rows("TIME_WINDOW", size, 2)
    return [(TimeWindow(rounding.time(row[0]), rounding.time(row[1])),) for row in rows]


def _end(at: int, row: Sequence[float], rounding: Rounding) -> Job:
    window = TimeWindow(rounding.time(row[1]), rounding.time(row[2]))
    service = rounding.time(row[3])
    return Job(id=at + 1, location=at, service=service, windows=(window,))
