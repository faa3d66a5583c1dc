"""A route drawn for its sheet: black and white, numbers at the doors, boundaries, scale, north."""

from field.domain.drawn import drawn
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet
from web.closed_roads import Road
from web.paper.drawing import (
    Drawing,
    Name,
    marks_in,
    names_in,
    outlines_in,
    signs_in,
    way_in,
)
from web.paper.frame import Frame, frame_around
from web.paper.ground import Ground

WIDTH, HEIGHT = 186.0, 88.0
MARGIN = 9.0
# An office far away would shrink the doors to a heap; the sheet's head names it anyway.
FAR = 1.6


def route_map(sheet: RouteSheet, ground: Ground) -> Drawing | None:
    """Draw a route; None when not one of its doors has a point."""
    doors = doors_of(sheet)
    if not doors:
        return None
    way = drawn(sheet)
    frame = frame_of(sheet, way.points, (WIDTH, HEIGHT))
    signs, closed = signs_in(frame, roads_for(sheet, ground))
    return Drawing(
        key=str(sheet.manifest_id),
        frame=frame,
        outlines=outlines_in(frame, ground),
        names=names_in(frame, ground.city),
        ways=[way_in(frame, way, sheet.vehicle)],
        marks=marks_in(frame, [(label, *frame.place(at), "stop") for label, at in doors]),
        offices=offices_in(sheet, frame),
        signs=signs,
        closed=closed,
    )


def doors_of(sheet: RouteSheet) -> list[tuple[str, Point]]:
    return [(str(stop.sequence), stop.point) for stop in sheet.stops if stop.point is not None]


def frame_of(sheet: RouteSheet, way: list[Point], size: tuple[float, float]) -> Frame:
    """Return the frame around the way, or around the doors where the office is far from them."""
    doors = [point for _, point in doors_of(sheet)]
    close = frame_around(doors, *size, MARGIN)
    wider = (frame_around(points, *size, MARGIN) for points in (way or doors, sheet.points))
    return next((frame for frame in wider if frame.metres <= close.metres * FAR), close)


def offices_in(sheet: RouteSheet, frame: Frame) -> list[Name]:
    places = {spot.point: spot.name for spot in (sheet.start, sheet.end) if spot is not None}
    return [
        Name(text, *frame.place(point)) for point, text in places.items() if frame.box.holds(point)
    ]


def roads_for(sheet: RouteSheet, ground: Ground) -> list[Road]:
    return [road for road in ground.roads if road.concerns(sheet.vehicle)]
