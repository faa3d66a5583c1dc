"""The geocoder measured: misspelt names, messy addresses, speed. Numbers only, nothing is kept."""

import csv
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from data.polygon import Box
from data.regions import Regions, regions
from field.domain.address_parser import parse_address
from field.domain.place import Confidence, Point, metres_between
from field.gateways.guesses import guesses
from field.gateways.names.book import NameBook
from field.gateways.names.places import About, NamedPlace, NameIndex, PlaceKind
from field.gateways.names.read_osm import names_of
from field.gateways.offline_geocoder import OfflineGeocoder
from field.gateways.regions import region_names
from tests.benchmarks.misspelling import misspelt
from tests.trial import trial_file

QUARTER = trial_file("osm_jakarta_kebayoran.osm.pbf")
KEBAYORAN = Regions(
    "31.74", "Jakarta Selatan", (), "DKI Jakarta", "Asia/Jakarta", "021", (), (),
    Box(-6.28, 106.78, -6.235, 106.82),
)  # fmt: skip
SEED = 5
SEEDS = 10
NAMES = 500
NEAR_M, FAR_M = 150, 1_000
SPEED = 10_000
OWN_M = 30
ITS_OWN = re.compile(r"Kelurahan|Kecamatan|Puskesmas")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def over(places: Iterable[NamedPlace], index: NameIndex) -> OfflineGeocoder:
    """Make a geocoder over some of the quarter's places."""
    book = NameBook(NameIndex(index.about, tuple(places)))
    return OfflineGeocoder(KEBAYORAN, lambda: book)


def confident(raw: dict[str, str]) -> bool:
    return Confidence(raw["confidence"]) >= Confidence.STREET


class Names:
    """The drawn names, each with what it was misspelt to and where it truly is."""

    def __init__(self, index: NameIndex, seed: int) -> None:
        self.index = index
        dice = Random(seed)  # noqa: S311 - a drawing of names, no secret
        known = sorted({place.name for place in index.places})
        self.drawn = [(name, misspelt(name, dice)) for name in dice.sample(known, NAMES)]
        self.where: dict[str, list[Point]] = {}
        for place in index.places:
            self.where.setdefault(place.name, []).extend(place.points)

    def off(self, name: str, point: Point) -> float:
        return min(metres_between(point, there) for there in self.where[name])

    def measure(self) -> tuple[int, int, int, int]:
        """Return how many came first, how many in five, how many surely, how many wrongly so."""
        coder = over(self.index.places, self.index)
        first = five = sure = wrong = 0
        for name, written in self.drawn:
            found = coder.geocode(written, exactly_one=False) or []
            off = [self.off(name, Point(one.latitude, one.longitude)) for one in found]
            first += any(metres <= NEAR_M for metres in off[:1])
            five += any(metres <= NEAR_M for metres in off[:5])
            if found and confident(found[0].raw):
                sure += 1
                if off[0] > FAR_M:
                    wrong += 1
                    say(f"    {name} as {written!r} taken for {found[0].address}")
        return first, five, sure, wrong


def misspelt_names() -> None:
    index = names_of(QUARTER, KEBAYORAN)
    say(f"Kebayoran: {index.counts()}")
    for seed in range(1, SEEDS + 1):
        first, five, sure, wrong = Names(index, seed).measure()
        say(
            f"  seed {seed}, {NAMES} misspelt names: within {NEAR_M} m {first / NAMES:.1%}, "
            f"in the first five {five / NAMES:.1%}; confident {sure}, "
            f"of these over 1 km off {wrong}"
        )
    unknown(index)


def unknown(index: NameIndex) -> None:
    """Ask for names after they were taken out of the index: none of them may be found surely."""
    names = Names(index, SEED)
    sure = wrong = 0
    for name, written in names.drawn[:200]:
        left = (place for place in index.places if name not in (place.name, *place.others))
        coder = over(left, index)
        found = coder.geocode(written)
        if found and confident(found.raw):
            off = names.off(name, Point(found.latitude, found.longitude))
            sure += 1
            wrong += off > FAR_M
            say(f"    {written} (not on the map) taken for {found.address}, {off:.0f} m off")
    say(f"  200 names taken out of the index: confident {sure}, of these over 1 km off {wrong}")


def messy() -> Iterator[tuple[str, str, str, Point]]:
    """Read the trial addresses with coordinates: group, address, true kelurahan, true point."""
    city = regions("32.71")
    with trial_file("bogor_offices.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["lat"]:
                continue
            point = Point(float(row["lat"]), float(row["lon"]))
            title = {"kelurahan": "Kantor Kelurahan ", "kecamatan": "Kantor Kecamatan "}
            parts = (title.get(row["type"], "") + row["name"], row["address"])
            text = f"{', '.join(part for part in parts if part)}, Kec. {row['kecamatan']}"
            here = city.kelurahan_at(point.lat, point.lon)
            code = row["kode"] if row["type"] == "kelurahan" else here.code if here else ""
            group = "kelurahan offices" if row["type"] == "kelurahan" else "other offices"
            yield group, text, code, point
    with trial_file("bogor_puskesmas_addresses.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["lat"]:
                point = Point(float(row["lat"]), float(row["lon"]))
                yield "puskesmas", f"{row['nama']}, {row['alamat']}", row["kode_kelurahan"], point


def points_of_interest(apart_from: Sequence[Point]) -> NameIndex:
    """Read the city's points of interest, but for those that the addresses were placed by.

    Left out is whatever is within a few metres of one of them, and every kelurahan office,
    kecamatan office and puskesmas.
    """
    kinds = {"Permukiman": PlaceKind.ESTATE}
    places = []
    with trial_file("bogor_poi.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = Point(float(row["lat"]), float(row["lon"]))
            own = any(metres_between(point, other) <= OWN_M for other in apart_from)
            if not own and not ITS_OWN.search(f"{row['kegiatan']} {row['nama']}"):
                kind = kinds.get(row["jenis"], PlaceKind.LANDMARK)
                code = row["kode_kelurahan"]
                places.append(NamedPlace(kind, row["nama"], (point,), kelurahan=code))
    return NameIndex(About("points of interest", "", ""), tuple(places))


def messy_addresses() -> None:
    """Name the kelurahan of real addresses; no map of Bogor's streets is at hand."""
    book = NameBook(points_of_interest([point for _, _, _, point in messy()]))
    coder = OfflineGeocoder(regions("32.71"), lambda: book)
    counts: dict[str, list[int]] = {}
    wrong = 0
    for group, text, code, point in messy():
        found = coder.geocode(text)
        right = found is not None and found.raw["kelurahan"] == code
        count = counts.setdefault(group, [0, 0])
        count[0] += right
        count[1] += 1
        if not right:
            say(f"  missed: {text}: {found.address if found else 'not found'}; true {code}")
        if found and confident(found.raw):
            wrong += metres_between(Point(found.latitude, found.longitude), point) > FAR_M
    for group, (right, all_) in counts.items():
        say(f"  {group}: right kelurahan {right} of {all_}")
    say(f"  confident and over 1 km off: {wrong}")
    street_alone(coder)


def street_alone(coder: OfflineGeocoder) -> None:
    """Ask for the street of each kelurahan office that names no kelurahan: what do hints find?"""
    city = regions("32.71")
    right = wrong = silent = 0
    with trial_file("bogor_offices.csv").open(encoding="utf-8", newline="") as file:
        offices = [row for row in csv.DictReader(file) if row["type"] == "kelurahan"]
    for row in offices:
        text = f"{row['address']}, Kec. {row['kecamatan']}"
        address = parse_address(text, region_names(city.code))
        if address.kelurahan or not address.street or guesses(address, city):
            continue
        found = coder.geocode(text)
        known = found is not None and found.raw["source"] == "guess"
        right += known and found.raw["kelurahan"] == row["kode"]
        wrong += known and found.raw["kelurahan"] != row["kode"]
        silent += not known
    say(f"  streets alone, kelurahan guessed: {right} right, {wrong} wrong, {silent} not at all")


def speed() -> None:
    """Ask for many addresses in a city with as many names as Bogor: copies with other endings."""
    index = names_of(QUARTER, KEBAYORAN)
    dice = Random(SEED)  # noqa: S311 - as above
    letters = "aiueonrst"
    many = [
        NamedPlace(
            place.kind, place.name + dice.choice(letters) + dice.choice(letters), place.points
        )
        for _ in range(20)
        for place in index.places
    ]
    coder = over([*index.places, *many], index)
    asked = [misspelt(dice.choice(index.places).name, dice) for _ in range(SPEED)]
    began, spent = time.monotonic(), time.process_time()
    for text in asked:
        coder.geocode(f"{text} No. 5 RT 3/7")
    took, spent = time.monotonic() - began, time.process_time() - spent
    say(
        f"  {SPEED} addresses against {len(many) + len(index.places)} names: {took:.1f} s, "
        f"{spent:.1f} s of a processor"
    )


def main() -> None:
    if not QUARTER.exists():
        say("geocoder: not measured, the trial data are not here")
        return
    say("Geocoder: names of a quarter, misspelt by tests/benchmarks/misspelling.py")
    misspelt_names()
    say("Geocoder: real addresses of offices and puskesmas")
    messy_addresses()
    say("Geocoder: speed")
    speed()


if __name__ == "__main__":
    main()
