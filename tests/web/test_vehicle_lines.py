"""A line tells its vehicle class without a colour, on the office's map and on paper alike."""

import re
from dataclasses import replace

import pytest
from flask import Flask, render_template

from field.domain.courier import VEHICLES
from field.domain.leg import Leg
from field.domain.place import Point
from field.domain.polyline import encode
from field.domain.route_sheet import RouteSheet
from field.gateways.doors import Doors
from field.services.accounts import Person
from field.services.route_sheets import sheets_of
from tests.routes_on_paper import DAY, publish
from web.office.folium_map import day_map
from web.paper.ground import Ground
from web.paper.map_documents import map_parts, overview_parts
from web.vehicle_lines import STROKES

CITY = "32.71"


@pytest.fixture
def sheet(doors: Doors, people: dict[str, Person]) -> RouteSheet:
    """A route of one road to its first door and a walk at its end."""
    assert people
    publish(doors)
    found = sheets_of(DAY, None, doors)[0]
    first = found.stops[0]
    road, walk = [Point(-6.61, 106.80), Point(-6.612, 106.802)], [
        Point(-6.612, 106.802), Point(-6.6123, 106.802),
    ]  # fmt: skip
    leg = Leg(line=encode(road), walk=encode(walk), walk_m=33, estimated=False)
    return replace(found, stops=(replace(first, leg=leg), *found.stops[1:]))


def folium(sheet: RouteSheet) -> str:
    return day_map([sheet], (CITY, None), "id")


def test_every_vehicle_has_a_stroke_of_its_own() -> None:
    assert STROKES.keys() == VEHICLES.keys()
    assert len({(stroke.weight, stroke.core) for stroke in STROKES.values()}) == len(VEHICLES)


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_the_office_map_draws_and_explains_the_class(
    app: Flask, sheet: RouteSheet, vehicle: str
) -> None:
    with app.test_request_context():
        text = folium(replace(sheet, vehicle=vehicle))
    stroke = STROKES[vehicle]
    assert re.search(rf'"weight": {stroke.weight}\b', text)
    assert (f'"weight": {stroke.core}' in text) is bool(stroke.core)
    assert [other.words for other in STROKES.values() if other.words in text] == [stroke.words]
    assert '"dashArray": "1 8"' in text, "the walk is dotted"


@pytest.mark.parametrize("vehicle", VEHICLES)
def test_the_printed_maps_do_so_in_black_and_white(
    app: Flask, sheet: RouteSheet, vehicle: str
) -> None:
    driven = replace(sheet, vehicle=vehicle)
    ground = Ground(CITY, ())
    with app.test_request_context():
        one = render_template("office/paper/map_pdf.html", **map_parts(driven, ground))
        every = render_template(
            "office/paper/overview_pdf.html", **overview_parts([driven, sheet], ground)
        )
    assert ('class="core"' in one) is bool(STROKES[vehicle].core)
    assert STROKES[vehicle].words in one
    assert 'stroke-dasharray=".05 1.7"' in one, "the walk is dotted"
    assert STROKES[vehicle].words in every
    assert STROKES[sheet.vehicle].words in every
    colours = set(re.findall(r'stroke="#([0-9a-f]+)"', one + every))
    assert all(len(set(re.findall("..", colour.ljust(6, colour[0])))) == 1 for colour in colours)
