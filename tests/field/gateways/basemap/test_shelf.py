"""The map to draw: what is on it, and that a bad extract leaves the one before in its place."""

import fcntl
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from field.domain.fault import Fault
from field.gateways.basemap.tiles import cut_tiles
from field.gateways.basemap_shelf import BasemapShelf
from field.gateways.roads.area import Area
from tests.field.gateways.basemap.tiles import OSM, quiet, seen_in
from tests.trial import trial_file

KEBAYORAN = trial_file("osm_jakarta_kebayoran.osm.pbf")


@pytest.fixture
def shelf(tmp_path: Path) -> BasemapShelf:
    return BasemapShelf("32.71", tmp_path / "basemap")


def test_all_that_helps_to_find_a_door_is_on_it(shelf: BasemapShelf) -> None:
    drawn = shelf.build(OSM, quiet)
    assert drawn.counts == {"roads": 2, "water": 2, "pois": 4, "places": 2}
    near = {(one.layer, one.kind, one.name) for one in seen_in(shelf.path) if one.zoom == 14}
    assert near == {
        ("roads", "major_road", "Jalan Raya"),
        ("roads", "path", "Gang Mawar II"),
        ("water", "river", "Ci Liwung"),
        ("water", "water", ""),
        ("places", "hamlet", "Kampung Sukajadi"),
        ("places", "neighbourhood", "Griya Asri"),
        ("pois", "mosque", "Masjid Al-Ikhlas"),
        ("pois", "mosque", "Masjid"),
        ("pois", "school", "SDN Sukajadi 2"),
        ("pois", "warung", "Warung Bu Euis"),
    }


def test_what_is_small_is_drawn_from_near_only(shelf: BasemapShelf) -> None:
    shelf.build(OSM, quiet)
    seen = seen_in(shelf.path)
    assert min(one.zoom for one in seen if one.name == "Jalan Raya") == 9
    assert min(one.zoom for one in seen if one.name == "Gang Mawar II") == 13
    shapes = {one.shape for one in seen if one.kind == "water"}
    assert shapes == {"Polygon"}


def test_it_is_named_by_its_fingerprint_and_the_day_of_the_extract(
    shelf: BasemapShelf, tmp_path: Path
) -> None:
    assert shelf.in_use() is None
    shelf.build(OSM, quiet)
    first = shelf.in_use()
    assert first is not None
    assert first.size == shelf.path.stat().st_size
    assert "OpenStreetMap" in first.attribution
    other = tmp_path / "lain.osm"
    dated = '<osm version="0.6" osmosis_replication_timestamp="2026-11-01T00:00:00Z" '
    other.write_text(OSM.read_text().replace('<osm version="0.6" ', dated).replace("Raya", "Baru"))
    shelf.build(other, quiet)
    second = shelf.in_use()
    assert second is not None
    assert second.sha256 != first.sha256


def _torn(path: Path) -> None:
    path.write_bytes(OSM.read_bytes()[:900])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _elsewhere(path: Path) -> None:
    path.write_text(OSM.read_text().replace('lat="-6.', 'lat="-8.'))


def _turned(path: Path) -> None:
    text = OSM.read_text().replace("lat=", "@").replace("lon=", "lat=").replace("@", "lon=")
    path.write_text(text.replace('lat="106.', 'lat="16.'))


def _picture(path: Path) -> None:
    path.write_bytes(gzip.compress(b"not a map"))


@pytest.mark.parametrize(
    ("name", "write", "code"),
    [
        ("kota.osm", _torn, "basemap.broken"),
        ("kota.osm.pbf", _torn, "basemap.broken"),
        ("kota.osm", _empty, "basemap.empty"),
        ("kota.osm.pbf", _empty, "basemap.empty"),
        ("kota.osm", _elsewhere, "basemap.none_here"),
        ("kota.osm", _turned, "basemap.none_here"),
        ("kota.osm.pbf", _picture, "basemap.broken"),
        ("kota.geojson", _torn, "basemap.unknown_format"),
    ],
)
def test_a_bad_extract_changes_nothing(
    shelf: BasemapShelf, tmp_path: Path, name: str, write: Callable[[Path], None], code: str
) -> None:
    shelf.build(OSM, quiet)
    before = shelf.path.read_bytes()
    write(tmp_path / name)
    with pytest.raises(Fault) as refused:
        shelf.build(tmp_path / name, quiet)
    assert refused.value.code == code
    assert shelf.path.read_bytes() == before
    assert {path.name for path in shelf.path.parent.iterdir()} == {"32.71.pmtiles", "32.71.lock"}


@pytest.mark.skipif(
    not KEBAYORAN.exists(), reason=f"the trial extract {KEBAYORAN.name} is not here"
)
def test_a_truncated_pbf_is_refused(shelf: BasemapShelf, tmp_path: Path) -> None:
    torn = tmp_path / "kota.osm.pbf"
    torn.write_bytes(KEBAYORAN.read_bytes()[:50_000])
    with pytest.raises(Fault, match="terpotong"):
        shelf.build(torn, quiet)
    assert shelf.in_use() is None


def test_two_at_once_are_refused(shelf: BasemapShelf) -> None:
    shelf.path.parent.mkdir()
    with (shelf.path.parent / "32.71.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Fault, match="sedang dibuat"):
            shelf.build(OSM, quiet)
    assert shelf.in_use() is None


def test_a_tippecanoe_that_gives_up_is_told(tmp_path: Path) -> None:
    out = tmp_path / "kota.pmtiles"
    with pytest.raises(Fault) as refused:
        cut_tiles(tmp_path / "gone.json", out, Area(-6.7, 106.7, -6.5, 106.9), quiet)
    assert refused.value.code == "basemap.not_drawn"


def test_a_builder_that_is_stopped_leaves_no_litter(shelf: BasemapShelf) -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt(share)

    with pytest.raises(KeyboardInterrupt):
        shelf.build(OSM, stop)
    assert {path.name for path in shelf.path.parent.iterdir()} == {"32.71.lock"}
