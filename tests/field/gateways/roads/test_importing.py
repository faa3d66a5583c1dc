"""A map is taken in whole or refused with a reason, and then nothing has changed."""

import json
import multiprocessing
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import osmium
import pytest

from data.roads import main_roads
from field.domain.fault import Fault
from field.domain.roads import MAIN_ROADS, NETWORK
from field.gateways.road_book import RoadBook
from field.gateways.roads.network import ARRAYS
from field.gateways.roads.network_file import NotANetwork, read_network, write_network
from tests.field.gateways.roads.village import CITY, NOW, OSM, UNSAID, at, copy_of, network
from tests.trial import trial_file

KEBAYORAN = trial_file("osm_jakarta_kebayoran.osm.pbf")
SPOILT: dict[str, Callable[[Path], Path]] = {}


def spoils(code: str) -> Callable[[Callable[[Path], Path]], Callable[[Path], Path]]:
    def known(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
        SPOILT[f"{code}: {make.__name__}"] = make
        return make

    return known


def lines(folder: Path, *features: tuple[dict[str, object], list[list[float]]]) -> Path:
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": said,
                "geometry": {"type": "LineString", "coordinates": where},
            }
            for said, where in features
        ],
    }
    path = folder / "jalan.geojson"
    path.write_text(json.dumps(document))
    return path


def as_pbf(folder: Path) -> Path:
    path = folder / "village.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for thing in osmium.FileProcessor(str(OSM)):
            writer.add(thing)
    return path


@spoils("roads.empty")
def nothing_in_it(folder: Path) -> Path:
    path = folder / "kosong.osm.pbf"
    path.touch()
    return path


@spoils("roads.broken")
def torn_xml(folder: Path) -> Path:
    path = copy_of(folder)
    path.write_bytes(path.read_bytes()[:-200])
    return path


@spoils("roads.broken")
def torn_pbf(folder: Path) -> Path:
    path = as_pbf(folder)
    path.write_bytes(path.read_bytes()[:-40])
    return path


@spoils("roads.broken")
def torn_geojson(folder: Path) -> Path:
    path = lines(folder, ({"class": "primary"}, [[106.8, -6.6], [106.81, -6.6]]))
    path.write_text(path.read_text()[:-30])
    return path


@spoils("roads.broken")
def odd_shapes(folder: Path) -> Path:
    return lines(folder, ({"class": "primary"}, [[106.8], [106.81]]))


@spoils("roads.unknown_format")
def a_picture(folder: Path) -> Path:
    path = folder / "peta.png"
    path.write_bytes(b"not a map")
    return path


@spoils("roads.none_here")
def another_city(folder: Path) -> Path:
    return lines(folder, ({"class": "primary"}, [[110.4, -7.8], [110.41, -7.8]]))


@spoils("roads.none_here")
def only_rivers(folder: Path) -> Path:
    path = copy_of(folder)
    path.write_text(path.read_text().replace('k="highway"', 'k="waterway"'))
    return path


@spoils("roads.turned")
def lat_and_lon_swapped(folder: Path) -> Path:
    return lines(folder, ({"class": "primary"}, [[-6.6, 106.8], [-6.6, 106.81]]))


@spoils("roads.no_class")
def no_class(folder: Path) -> Path:
    return lines(folder, ({"nama": "Jalan"}, [[106.8, -6.6], [106.81, -6.6]]))


@pytest.mark.parametrize("case", SPOILT)
def test_a_bad_file_changes_nothing(case: str, tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path / "roads")
    book.import_file(OSM, NOW, UNSAID)
    before = (tmp_path / "roads" / f"{CITY}.roads").read_bytes()
    with pytest.raises(Fault) as refused:
        book.import_file(SPOILT[case](tmp_path), NOW, UNSAID)
    assert refused.value.code == case.split(":")[0]
    assert (tmp_path / "roads" / f"{CITY}.roads").read_bytes() == before
    assert {path.suffix for path in (tmp_path / "roads").iterdir()} == {".roads", ".lock"}


def test_swapped_coordinates_are_turned_when_asked(tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path / "roads")
    book.import_file(lat_and_lon_swapped(tmp_path), NOW, UNSAID, turn=True)
    assert book.in_use().kind == NETWORK


def test_pbf_and_xml_say_the_same(tmp_path: Path) -> None:
    one, other = network(), network(as_pbf(tmp_path))
    for name in ARRAYS:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


def test_geojson_with_words_of_our_own(tmp_path: Path) -> None:
    path = lines(
        tmp_path,
        ({"kelas": "arteri", "name": "Jalan Raya"}, [[106.8, -6.6], [106.81, -6.6]]),
        ({"kelas": "lokal", "oneway": "yes"}, [[106.81, -6.6], [106.81, -6.61]]),
        ({"kelas": "setapak"}, [[106.81, -6.61], [106.8, -6.6]]),
    )
    found = network(path)
    assert found.kinds == ("primary", "residential", "footway")
    assert found.about.counts["junctions"] == 3


def test_the_network_knows_itself(tmp_path: Path) -> None:
    about = RoadBook(CITY, tmp_path).import_file(OSM, NOW, UNSAID)
    assert (about.source, about.licence) == ("OpenStreetMap contributors", "ODbL 1.0")
    assert about.date
    assert about.counts["bridges"] == 1
    assert about.counts["motor_island_m"] == pytest.approx(221, abs=2)
    assert about.counts["mobil_island_m"] > about.counts["motor_island_m"]  # behind the bollard


def test_a_network_comes_back_from_its_file_as_it_went_in(tmp_path: Path) -> None:
    first = network()
    write_network(first, tmp_path / "x.roads")
    again = read_network(tmp_path / "x.roads")
    assert again.about == first.about
    assert all(np.array_equal(getattr(again, name), getattr(first, name)) for name in ARRAYS)
    assert len(again.order) == again.topology.nodes  # kept, so that nobody waits for it


def test_a_broken_network_is_no_network(tmp_path: Path) -> None:
    (tmp_path / "x.roads").write_bytes(b"PK\x03\x04 torn")
    with pytest.raises(NotANetwork):
        read_network(tmp_path / "x.roads")


def older_version_of(path: Path) -> None:
    """The file as a former version of the program wrote it."""
    with zipfile.ZipFile(path) as box:
        held = {name: box.read(name) for name in box.namelist()}
    header = json.loads(held["header.json"])
    held["header.json"] = json.dumps(header | {"version": header["version"] - 1}).encode()
    with zipfile.ZipFile(path, "w") as box:
        for name, content in held.items():
            box.writestr(name, content)


def test_a_network_of_an_older_version_waits_to_be_imported_again(tmp_path: Path) -> None:
    RoadBook(CITY, tmp_path).import_file(OSM, NOW, UNSAID)
    assert not RoadBook(CITY, tmp_path).in_use().left_aside
    older_version_of(tmp_path / f"{CITY}.roads")
    book = RoadBook(CITY, tmp_path)
    assert (book.in_use().kind, book.in_use().left_aside) == (MAIN_ROADS, True)
    assert book.times().matrix([at(1, 0), at(0, 1)], "motor").size == 2
    book.import_file(OSM, NOW, UNSAID)
    assert (book.in_use().kind, book.in_use().left_aside) == (NETWORK, False)


def test_a_new_map_is_taken_up_without_a_restart(tmp_path: Path) -> None:
    book, other_process = RoadBook(CITY, tmp_path), RoadBook(CITY, tmp_path)
    assert book.in_use().kind == MAIN_ROADS
    other_process.import_file(OSM, NOW, UNSAID)
    assert book.in_use().kind == NETWORK
    assert book.times().matrix([at(1, 0), at(0, 1)], "motor").distances[0, 1] > 600


def test_a_city_of_which_nothing_is_known() -> None:
    assert main_roads("31.74") == ()


def _import(folder: Path, said: "multiprocessing.Queue[str]") -> None:
    try:
        RoadBook(CITY, folder).import_file(OSM, NOW, UNSAID)
    except Fault as fault:
        said.put(fault.code)
    else:
        said.put("done")


def test_two_imports_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    said = context.Queue()
    both = [context.Process(target=_import, args=(tmp_path, said)) for _ in range(2)]
    for each in both:
        each.start()
    answers = sorted(said.get(timeout=60) for _ in both)
    for each in both:
        each.join()
    assert answers in (["done", "done"], ["done", "roads.busy"])
    assert RoadBook(CITY, tmp_path).in_use().kind == NETWORK


def test_a_second_import_is_told_to_wait(tmp_path: Path) -> None:
    book = RoadBook(CITY, tmp_path)
    with book._alone(), pytest.raises(Fault, match="Impor peta jalan yang lain"):
        RoadBook(CITY, tmp_path).import_file(OSM, NOW, UNSAID)


@pytest.mark.skipif(
    not KEBAYORAN.exists(), reason=f"the trial extract {KEBAYORAN.name} is not here"
)
def test_a_real_quarter_is_refused_for_another_city(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="tidak memuat jalan di Kota Bogor"):
        RoadBook(CITY, tmp_path).import_file(KEBAYORAN, NOW, UNSAID)
