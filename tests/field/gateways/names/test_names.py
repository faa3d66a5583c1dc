"""Names of a map small enough to see: read, kept, found misspelt, believed as far as they bear."""

from pathlib import Path

import pytest

from data.regions import regions
from field.domain.address_parser import parse_address
from field.domain.pins import Pins, RtPin
from field.domain.place import Point
from field.gateways.geocoder import Geocoders
from field.gateways.names.book import NameBook, NameFile
from field.gateways.names.clusters import clusters
from field.gateways.names.file import NotAnIndex, read_index, write_index
from field.gateways.names.places import About, NamedPlace, NameIndex, PlaceKind
from field.gateways.names.read_osm import names_of
from field.gateways.offline_geocoder import OfflineGeocoder
from field.gateways.regions import region_names

OSM = Path(__file__).parent / "kampung.osm"
BOGOR = regions("32.71")
EMPANG = "32.71.01.1003"


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return names_of(OSM, BOGOR)


@pytest.fixture
def coder(index: NameIndex) -> OfflineGeocoder:
    book = NameBook(index)
    return OfflineGeocoder(BOGOR, lambda: book)


def test_each_kind_of_name_is_read_with_its_kelurahan(index: NameIndex) -> None:
    assert index.counts() | {"street": 0} == {
        "street": 0, "kampung": 1, "estate": 1, "block": 1, "landmark": 1, "house": 2,
    }  # fmt: skip
    (mawar,) = [place for place in index.places if place.name == "Gang Mawar II"]
    assert mawar.kelurahan == "32.71.01.1002"
    assert mawar.houses == {"5": Point(-6.6146, 106.80505)}
    assert mawar.reach < 100


def test_a_road_through_many_kelurahan_is_a_place_in_each(index: NameIndex) -> None:
    parts = [place for place in index.places if place.name == "Jalan Raya Panjang"]
    assert len({place.kelurahan for place in parts}) == len(parts) > 2


def test_the_file_gives_back_what_was_written(index: NameIndex, tmp_path: Path) -> None:
    write_index(index, tmp_path / "names")
    assert read_index(tmp_path / "names") == index
    assert [path.name for path in tmp_path.iterdir()] == ["names"]


@pytest.mark.parametrize("broken", [b"", b"no gzip", b"\x1f\x8b\x08\x00rubbish"])
def test_a_broken_file_is_told_and_read_as_none(broken: bytes, tmp_path: Path) -> None:
    path = tmp_path / "names"
    path.write_bytes(broken)
    with pytest.raises(NotAnIndex):
        read_index(path)
    assert NameFile(path).book() is None


def test_a_new_file_is_taken_up_by_who_runs_already(index: NameIndex, tmp_path: Path) -> None:
    running = NameFile(tmp_path / "names")
    assert running.book() is None
    NameFile(tmp_path / "names").replace(index)
    book = running.book()
    assert book
    assert len(book.index.places) == len(index.places)


@pytest.mark.parametrize(
    ("written", "name", "confidence"),
    [
        ("Gg. Mawar II No. 5, Kel. Bondongan", "Gang Mawar II", "house"),
        ("gg mawaar 2 no 9 kel bondongan", "Gang Mawar II", "street"),
        ("Gg. Mawar III, Kel. Bondongan", "Gang Mawar III", "street"),
        ("Jln. Soerjo Kentjana, Kel. Empang", "Jalan Suryo Kencana", "street"),
        ("Kp. Soekadjadi, Kel. Bondongan", "Kampung Sukajadi", "rt_rw"),
        ("Perum Gria Asri, Kel. Bondongan", "Perumahan Griya Asri", "street"),
        ("Masjid Al Ikhlas, Kel. Bondongan", "Masjid Al-Ikhlas", "street"),
        ("Jl. Suryo Kencana", "Jalan Suryo Kencana", "street"),
        ("Jl. Suryo Kencana Gg. Entah No. 3, Kel. Empang", "Jalan Suryo Kencana", "rt_rw"),
        ("Gg. Mawar II No. 5, Perum Griya Asri, Kel. Bondongan", "Gang Mawar II", "house"),
        ("Perum Griya Asri Blok C5 No. 7, Kel. Bondongan", "Blok C5", "house"),
        ("Gg. Entah depan Masjid Al-Ikhlas, Kel. Bondongan", "Masjid Al-Ikhlas", "rt_rw"),
    ],
)
def test_what_is_misspelt_is_found(
    written: str, name: str, confidence: str, coder: OfflineGeocoder
) -> None:
    found = coder.geocode(written)
    assert found.address.startswith(name)
    assert found.raw["confidence"] == confidence


@pytest.mark.parametrize(
    "written",
    [
        "Gg. Mawar IV, Kel. Bondongan",  # another numeral is another street
        "Gg. Anggrek, Kel. Bondongan",  # not on the map
        "Jl. Suryo Kencana, Kel. Bondongan",  # on the map, but in another kelurahan
    ],
)
def test_what_is_not_there_is_not_made_up(written: str, coder: OfflineGeocoder) -> None:
    found = coder.geocode(written)
    assert (found.raw["confidence"], found.raw["kelurahan"]) == ("kelurahan", "32.71.01.1002")


def test_a_street_elsewhere_is_offered_with_its_clash(coder: OfflineGeocoder) -> None:
    first, *others = coder.geocode("Jl. Suryo Kencana, Kel. Bondongan", exactly_one=False)
    assert first.raw["source"] == "regions"
    (other,) = [one for one in others if one.address.startswith("Jalan Suryo Kencana")]
    assert other.raw["clash"] == "point.other_kelurahan"
    assert "kelurahan" in other.raw["missed"]


def test_answers_say_their_rank_and_what_fits(coder: OfflineGeocoder) -> None:
    answers = coder.geocode("Gg. Mawar II No. 7 RT 3/7 Kel. Bondongan", exactly_one=False)
    assert [one.raw["rank"] for one in answers] == list(range(1, len(answers) + 1))
    assert answers[0].raw["matched"] == ["street", "kelurahan"]
    assert answers[0].raw["missed"] == ["number", "rt_rw"]


def test_a_short_name_with_a_slip_is_shown_but_not_believed(coder: OfflineGeocoder) -> None:
    found = coder.geocode("Gg. Mawr II Kel. Bondongan", exactly_one=False)
    assert {one.raw["confidence"] for one in found} == {"kelurahan"}
    assert any(one.address.startswith("Gang Mawar II,") for one in found)


def test_a_long_road_alone_is_no_address(coder: OfflineGeocoder) -> None:
    assert coder.geocode("Jl. Raya Panjang No. 3").raw["confidence"] == "kelurahan"


def test_the_gazetteer_says_where_on_a_street(coder: OfflineGeocoder, index: NameIndex) -> None:
    part = next(place for place in index.places if place.reach > 400)
    (kelurahan,) = [place for place in BOGOR.kelurahan if place.code == part.kelurahan]
    end = part.points[-1]
    pins = Pins.of([], [RtPin(kelurahan.name, "003", "007", end)])
    found = coder.geocode(f"Jl. Raya Panjang RT 3/7 Kel. {kelurahan.name}", pins=pins)
    assert found.raw["confidence"] == "street"
    assert "rt_rw" in found.raw["matched"]
    assert (found.latitude, found.longitude) == (end.lat, end.lon)


def test_an_unknown_rt_of_a_known_rw_is_nearer_than_the_kelurahan(coder: OfflineGeocoder) -> None:
    here = Point(-6.6111, 106.8044)
    pins = Pins.of([], [RtPin("Bondongan", "001", "007", here)])
    found = coder.geocode("Gg. Entah RT 9/7 Kel. Bondongan", pins=pins)
    assert (found.latitude, found.longitude) == (here.lat, here.lon)
    assert found.raw["confidence"] == "kelurahan"


def test_a_kelurahan_is_guessed_by_hints_only(coder: OfflineGeocoder) -> None:
    assert coder.geocode("Kel. Bondogan").raw["source"] == "guess"
    assert coder.geocode("Jl. Raya Cipaku No. 3").raw["kelurahan"] == "32.71.01.1016"


def test_points_far_apart_are_two_places() -> None:
    row = [Point(-6.6, 106.8 + step / 1000) for step in (0, 1, 2, 9, 10)]
    assert sorted(len(group) for group in clusters(row, 150)) == [2, 3]
    assert clusters([], 150) == []


def index_of(*names: tuple[str, float]) -> NameIndex:
    """Make an index of streets north of one another, each so many kilometres up."""
    places = (
        NamedPlace(PlaceKind.STREET, name, (Point(-6.62 + north / 111.2, 106.80),), 0, EMPANG)
        for name, north in names
    )
    return NameIndex(About("test", "none", "2026-01-01"), tuple(places))


def in_a_city_of(*names: tuple[str, float]) -> OfflineGeocoder:
    book = NameBook(index_of(*names))
    return OfflineGeocoder(BOGOR, lambda: book)


@pytest.mark.parametrize(
    ("written", "far_km", "confidence"),
    [
        ("Jl. Darmawangsa XII", 2.0, "street"),
        ("Jl. Darmawagnsa XII", 2.0, "kelurahan"),  # who slipped once may have meant XIII
        ("Jl. Darmawagnsa XII", 0.4, "street"),  # from there the other one is seen
        ("Jl. Darmawagnsa 12", 2.0, "kelurahan"),
        ("Jl. Darmawagnsa XX", 2.0, "street"),
    ],
)
def test_a_slip_in_the_letters_leaves_doubt_about_a_numeral_far_off(
    written: str, far_km: float, confidence: str
) -> None:
    coder = in_a_city_of(
        ("Jalan Darmawangsa XII", 0),
        ("Jalan Darmawangsa XIII", far_km),
        ("Jalan Darmawangsa XX", 6),
    )
    assert coder.geocode(written).raw["confidence"] == confidence


def test_a_gang_that_has_only_a_numeral_is_not_found_in_a_whole_city() -> None:
    coder = in_a_city_of(("Gang III", 0), ("Jalan Nipah", 3))
    assert coder.geocode("Jl. Nipah Gg. III", exactly_one=False)[0].raw["confidence"] != "street"


def test_a_street_of_another_kecamatan_than_was_said_is_none_of_the_answers() -> None:
    coder = in_a_city_of(("Jalan Kenanga", 0))  # in Bogor Selatan
    found = coder.geocode("Jl. Kenanga", exactly_one=False)
    assert [answer.raw["source"] for answer in found][:1] == ["names"]
    assert coder.geocode("Jl. Kenanga, Kec. Bogor Utara") is None


def test_no_courier_is_sent_to_a_name_that_is_only_somewhat_alike(tmp_path: Path) -> None:
    names = NameFile(tmp_path / "names")
    names.replace(index_of(("Kantor PLN", 0)))
    address = parse_address("Jl. Kantin No. 2", region_names(BOGOR.code))
    chain = Geocoders(BOGOR.code, names=names)
    assert [one.label for one in chain.candidates(address)] == ["Kantor PLN"]
    assert chain.locate(address) is None
