"""Reads an OpenStreetMap extract: .osm.pbf or .osm, by the osmium library."""

from datetime import UTC, datetime
from pathlib import Path

import osmium
from osmium.osm import Node, Relation
from osmium.osm import Way as OsmWay

from field.gateways.roads.survey import Origin, Survey, Turn, Way

SOURCE = "OpenStreetMap contributors"
LICENCE = "ODbL 1.0"
_KEYS = ("highway", "barrier", "type")


def read_osm(path: Path) -> Survey:
    """Return the roads of an extract; RuntimeError when it cannot be read to its end."""
    extract = osmium.FileProcessor(str(path)).with_locations()
    extract = extract.with_filter(osmium.filter.KeyFilter(*_KEYS))
    told = extract.header.get("osmosis_replication_timestamp", "")
    survey = Survey(Origin(SOURCE, LICENCE, told[:10] or _day(path)))
    for thing in extract:
        if isinstance(thing, Node):
            if "barrier" in thing.tags:
                survey.barriers[thing.id] = dict(thing.tags)
        elif isinstance(thing, OsmWay):
            if "highway" in thing.tags:
                _add_way(survey, thing)
        elif isinstance(thing, Relation) and thing.tags.get("type") == "restriction":
            _add_turn(survey, thing)
    return survey


def _add_way(survey: Survey, way: OsmWay) -> None:
    refs = []
    for node in way.nodes:
        if node.location.valid():  # an extract cuts ways: what lies outside has no place
            survey.nodes[node.ref] = (node.location.lat, node.location.lon)
        refs.append(node.ref)
    survey.ways.append(Way(way.id, tuple(refs), dict(way.tags)))


def _add_turn(survey: Survey, relation: Relation) -> None:
    ends: dict[str, int] = {}
    via_node: int | None = None
    via_ways: list[int] = []
    for member in relation.members:
        if member.role == "via" and member.type == "n":
            via_node = member.ref
        elif member.role == "via" and member.type == "w":
            via_ways.append(member.ref)
        elif member.type == "w":
            ends[member.role] = member.ref
    if "from" in ends and "to" in ends and (via_node is not None or via_ways):
        tags = dict(relation.tags)
        survey.turns.append(
            Turn(relation.id, ends["from"], via_node, tuple(via_ways), ends["to"], tags)
        )


def _day(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
