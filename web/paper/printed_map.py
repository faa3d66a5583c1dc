"""One route as a map to print: a large one with squares, insets of its dense blocks, an index."""

from collections.abc import Sequence
from dataclasses import dataclass

from field.domain.drawn import drawn
from field.domain.place import Point
from field.domain.route_sheet import RouteSheet
from web.paper.dense import dense_blocks
from web.paper.drawing import (
    Box,
    Drawing,
    marks_in,
    names_in,
    outlines_in,
    signs_in,
    way_in,
)
from web.paper.frame import Frame, frame_around
from web.paper.grid import Grid
from web.paper.ground import Ground
from web.paper.place_index import Entry, Line, index_of
from web.paper.route_map import doors_of, frame_of, offices_in, roads_for

WIDTH, HEIGHT = 186.0, 178.0
SQUARES = 6
INSET_WIDTH, INSET_HEIGHT, INSET_MARGIN = 91.0, 72.0, 9.0
INSET_LEAST = 40.0  # metres across, so that one house does not fill an inset
EDGE = 2.5  # around the doors of a block


@dataclass(frozen=True, slots=True)
class Block:
    """A dense block: its sign, its doors, its box on the large map."""

    sign: str
    doors: list[tuple[str, Point]]
    box: Box
    square: str


@dataclass(frozen=True, slots=True)
class Inset:
    sign: str
    square: str
    map: Drawing


@dataclass(frozen=True, slots=True)
class PrintedMap:
    """None of a map where no door has a point; the index stands all the same."""

    map: Drawing | None
    insets: list[Inset]
    index: list[Line]


def printed_map(sheet: RouteSheet, ground: Ground) -> PrintedMap:
    doors = doors_of(sheet)
    if not doors:
        return PrintedMap(None, [], index_of(_entries(sheet, None, [])))
    frame = frame_of(sheet, drawn(sheet).points, (WIDTH, HEIGHT))
    grid = Grid(WIDTH, HEIGHT, SQUARES, SQUARES)
    blocks = _blocks(doors, frame, grid)
    insets = [Inset(block.sign, block.square, _inset(block, sheet, ground)) for block in blocks]
    large = _large(sheet, ground, frame, blocks, grid)
    return PrintedMap(large, insets, index_of(_entries(sheet, (frame, grid), blocks)))


def _blocks(doors: Sequence[tuple[str, Point]], frame: Frame, grid: Grid) -> list[Block]:
    spots = [frame.place(point) for _, point in doors]
    found = []
    for number, members in enumerate(dense_blocks(spots), 1):
        xs, ys = [spots[i][0] for i in members], [spots[i][1] for i in members]
        left, top = min(xs) - EDGE, min(ys) - EDGE
        box = Box(left, top, max(xs) - left + EDGE, max(ys) - top + EDGE)
        square = grid.square(left + box.width / 2, top + box.height / 2)
        found.append(Block(f"S{number}", [doors[i] for i in members], box, square))
    return found


def _large(
    sheet: RouteSheet, ground: Ground, frame: Frame, blocks: list[Block], grid: Grid
) -> Drawing:
    """Draw the whole route; doors of a block are dots here, and the block has one sign."""
    inside = {label for block in blocks for label, _ in block.doors}
    doors = doors_of(sheet)
    spots = [(label, *frame.place(at), "stop") for label, at in doors if label not in inside]
    spots += [
        (block.sign, block.box.x + block.box.width / 2, block.box.y + block.box.height / 2, "inset")
        for block in blocks
    ]
    signs, closed = signs_in(frame, roads_for(sheet, ground))
    return Drawing(
        key=f"{sheet.manifest_id}-peta",
        frame=frame,
        outlines=outlines_in(frame, ground),
        names=names_in(frame, ground.city),
        ways=[way_in(frame, drawn(sheet), sheet.vehicle)],
        marks=marks_in(frame, spots),
        offices=offices_in(sheet, frame),
        signs=signs,
        closed=closed,
        dots=[frame.place(at) for label, at in doors if label in inside],
        boxes=[block.box for block in blocks],
        grid=grid,
    )


def _inset(block: Block, sheet: RouteSheet, ground: Ground) -> Drawing:
    points = [point for _, point in block.doors]
    frame = frame_around(points, INSET_WIDTH, INSET_HEIGHT, INSET_MARGIN, INSET_LEAST)
    others = [
        (label, at)
        for label, at in doors_of(sheet)
        if frame.box.holds(at) and (label, at) not in block.doors
    ]
    spots = [(label, *frame.place(at), "stop") for label, at in (*block.doors, *others)]
    signs, closed = signs_in(frame, roads_for(sheet, ground))
    return Drawing(
        key=f"{sheet.manifest_id}-{block.sign}",
        frame=frame,
        outlines=outlines_in(frame, ground),
        names=[],
        ways=[way_in(frame, drawn(sheet), sheet.vehicle)],
        marks=marks_in(frame, spots),
        offices=offices_in(sheet, frame),
        signs=signs,
        closed=closed,
    )


def _entries(
    sheet: RouteSheet, over: tuple[Frame, Grid] | None, blocks: list[Block]
) -> list[Entry]:
    signs = {label: block.sign for block in blocks for label, _ in block.doors}
    return [
        Entry(
            area=(stop.kelurahan, stop.rw, stop.rt),
            square=over[1].square(*over[0].place(stop.point)) if over and stop.point else "",
            number=stop.sequence,
            inset=signs.get(str(stop.sequence), ""),
        )
        for stop in sheet.stops
        if stop.at_home
    ]
