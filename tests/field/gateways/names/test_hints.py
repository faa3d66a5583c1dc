"""What bears a street's name tells of its kelurahan: a guess that a person sees, nothing more."""

from data.regions import regions
from field.domain.address_parser import parse_address
from field.domain.place import Confidence, Point
from field.gateways.geocoder import Geocoders
from field.gateways.guesses import guesses
from field.gateways.names.hints import Hints, own_words
from field.gateways.names.places import NamedPlace, PlaceKind
from field.gateways.regions import region_names

BOGOR = regions("32.71")
IN_EMPANG = Point(-6.6127, 106.7976)
IN_BONDONGAN = Point(-6.6150, 106.8063)
BORDER = Point(-6.5703, 106.8072)  # in Tanah Sareal; Bantarjati, of Bogor Utara, begins beside it


def place(name: str, point: Point, kind: PlaceKind = PlaceKind.LANDMARK) -> NamedPlace:
    return NamedPlace(kind, name, (point,))


def guessed(text: str, *places: NamedPlace) -> list[str]:
    address = parse_address(text, region_names(BOGOR.code))
    return [kelurahan.name for kelurahan, _ in guesses(address, BOGOR, [Hints(places)])]


def test_what_kind_of_thing_it_is_does_not_count() -> None:
    assert own_words("SDN Layungsari 1") == own_words("Jl. Layungsari III") != ()
    assert own_words("Jl. Ir. H. Djuanda") == own_words("Jalan Juanda")
    assert own_words("Jl. Raya") == own_words("Puskesmas") == ()


def test_a_school_of_the_streets_name_tells_its_kelurahan() -> None:
    school = place("SDN Layungsari 1", IN_EMPANG)
    assert guessed("Jl. Layungsari III No. 41, Kec. Bogor Selatan", school)[:1] == ["Empang"]
    assert guessed("Jl. Layung No. 41, Kec. Bogor Selatan", school) == []


def test_a_street_counts_more_than_one_landmark() -> None:
    school = place("SDN Pahlawan", IN_EMPANG)
    street = place("Jalan Pahlawan", IN_BONDONGAN, PlaceKind.STREET)
    assert guessed("Jl. Pahlawan No. 1", school, street)[0] == "Bondongan"
    assert guessed("Jl. Pahlawan No. 1", school, school, school, street)[0] == "Empang"


def test_only_the_kecamatan_that_was_said_has_votes() -> None:
    market = place("Pasar Induk Warung Jambu", BORDER)
    assert guessed("Puskesmas Warung Jambu, Kec. Bogor Utara", market) == ["Bantarjati"]
    assert "Tanah Sareal" in guessed("Puskesmas Warung Jambu", market)
    assert guessed("Puskesmas Warung Jambu, Kec. Bogor Selatan", market) == []


def test_an_office_that_is_called_as_the_kecamatan_tells_nothing() -> None:
    police = place("Polsek Bogor Utara", Point(-6.5792, 106.8067))
    assert guessed("Jl. Melati No. 2, Bogor Utara, Kec. Bogor Utara", police) == []


def test_a_name_in_the_text_counts_more_than_any_hint() -> None:
    street = place("Jalan Kebon Pedes", IN_EMPANG, PlaceKind.STREET)
    assert guessed("Jl. Kebon Pedes No. 20", street)[0] == "Kebon Pedes"


def test_known_streets_are_a_guess_for_a_person_and_no_point() -> None:
    address = parse_address("Jl. Sempur Kaler No. 5", region_names(BOGOR.code))
    chain = Geocoders(BOGOR.code)
    first = chain.candidates(address)[0]
    assert (first.source, first.confidence) == ("guess", Confidence.KELURAHAN)
    assert chain.locate(address) is None
