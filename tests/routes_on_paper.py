"""A day of published routes, written straight into the store, for maps, sheets and calls."""

import math
import random
import uuid
from datetime import UTC, date, datetime, timedelta
from functools import partial

from data.regions import Kelurahan, regions
from field.domain.roles import Role
from field.gateways.doors import Doors
from field.store.db import transaction
from field.store.tables import (
    Card,
    Courier,
    Handpick,
    Household,
    Manifest,
    Plan,
    Stop,
    Territory,
    User,
)

CITY = "32.71"
DAY = date(2026, 11, 25)  # the tests' clock stands on the day before
MORNING = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)  # 08.00 WIB
NIK = "3271014501600001"
NAMES = ("Siti Rohmah", "Ujang Sumarna", "Entin Kartini", "Dadang Hidayat", "Yayah Nurhayati")
STREETS = ("Gg. Mawar II", "Jl. Raya Cipaku", "Kp. Cibalagung", "Jl. Pahlawan", "Gg. H. Abdul")


def publish(  # noqa: PLR0913 - a day has this many sides
    doors: Doors,
    *,
    routes: int = 2,
    stops: int = 5,
    kecamatan: str = "32.71.01",
    day: date = DAY,
    first: int = 1,
    handpicked: bool = False,
) -> list[int]:
    """Publish routes through one kecamatan; return the ids of their manifests."""
    maker = _Maker(doors, random.Random(f"{kecamatan}{first}"), day)  # noqa: S311 - a fixed seed
    places = [part for part in regions(CITY).kelurahan if part.kecamatan.code == kecamatan]
    with transaction() as live:
        plan = Plan(
            date=day,
            kecamatan=kecamatan,
            state="published",
            problem={"parts": []},
            plan={"parts": [], "unassigned": []},
        )
        plan.created_at = plan.published_at = doors.clock.now()
        live.add(plan)
        live.flush()
        made = []
        for number in range(first, first + routes):
            place = places[number % len(places)]
            courier = maker.courier(number, place, only_handpicked=handpicked)
            live.add(courier)
            live.flush()
            manifest = maker.manifest(plan.id, courier, number)
            way = maker.way(place, stops)
            manifest.stops = [maker.stop(i, place, at) for i, at in enumerate(way, 1)]
            live.add(manifest)
            live.flush()
            if handpicked:
                live.add_all(
                    Handpick(date=day, household_id=stop.household_id, courier_id=courier.id)
                    for stop in manifest.stops
                )
            made.append(manifest.id)
    return made


class _Maker:
    def __init__(self, doors: Doors, dice: random.Random, day: date) -> None:
        self.doors, self.dice, self.day = doors, dice, day
        self.morning = MORNING + (day - DAY)

    def courier(self, number: int, place: Kelurahan, *, only_handpicked: bool) -> Courier:
        user = User(username=f"kurir{number}", name=f"Kurir {number}", role=Role.COURIER)
        user.password_hash, user.created_at = "-", self.doors.clock.now()
        return Courier(
            user=user,
            title=f"Lurah {place.name}",
            kecamatan=place.kecamatan.code,
            vehicle="motor",
            start_office=place.code,
            end_office=place.code,
            only_handpicked=only_handpicked,
            territory=[Territory(kelurahan=place.code)],
        )

    def manifest(self, plan_id: int, courier: Courier, number: int) -> Manifest:
        return Manifest(
            plan_id=plan_id,
            courier_id=courier.id,
            date=self.day,
            number=number,
            version=1,
            starts_at=self.morning,
            ends_at=self.morning + timedelta(hours=6),
            duration_s=7200,
            distance_m=14_300,
            published_at=self.doors.clock.now(),
        )

    def way(self, place: Kelurahan, length: int) -> list[tuple[float, float]]:
        """Return doors in the order of a courier who always goes to the nearest."""
        left = [self._inside(place) for _ in range(length)]
        way = [left.pop()]
        while left:
            way.append(min(left, key=partial(math.dist, way[-1])))
            left.remove(way[-1])
        return way

    def stop(self, sequence: int, place: Kelurahan, at: tuple[float, float]) -> Stop:
        home = self._household(sequence, place, at)
        return Stop(
            visit=str(uuid.UUID(int=self.dice.getrandbits(128))),
            sequence=sequence,
            household=home,
            arrival=self.morning + timedelta(minutes=8 * sequence),
            service_s=180,
            travel_s=240,
            distance_m=380,
            cards=list(home.cards),
        )

    def _household(self, sequence: int, place: Kelurahan, at: tuple[float, float]) -> Household:
        home = Household(
            key=f"{self.dice.getrandbits(200):050x}",
            raw=f"{self.dice.choice(STREETS)} No {sequence}",
            street=self.dice.choice(STREETS),
            number=str(sequence),
            rt="003",
            rw="007",
            kelurahan=place.code,
            kecamatan=place.kecamatan.code,
            landmark="sebelah mushola Al-Ikhlas" if sequence % 3 == 0 else "",
            brief="Lansia, mohon sabar di pintu" if sequence % 4 == 0 else "",
            phone=f"62812{self.dice.randrange(10**8):08d}" if sequence % 5 else "",
            lat=at[0],
            lon=at[1],
            confidence="house",
        )
        home.cards = [self._card() for _ in range(2 if sequence % 7 == 0 else 1)]
        return home

    def _card(self) -> Card:
        code = "".join(self.dice.choices("23456789ABCDEFGHJKMNPQRSTVWXYZ", k=8))
        code = f"{code[:4]}-{code[4:]}"
        return Card(
            code=code,
            name=self.dice.choice(NAMES),
            nik_cipher=self.doors.vault.seal(NIK.encode(), owner=code),
            nik_index=f"{self.dice.getrandbits(200):050x}",
            nik_last4=NIK[-4:],
            place="office",
            waiting_since=self.doors.clock.now(),
        )

    def _inside(self, place: Kelurahan) -> tuple[float, float]:
        box = place.boundary.box
        while True:
            lat = self.dice.uniform(box.south, box.north)
            lon = self.dice.uniform(box.west, box.east)
            if place.boundary.holds(lat, lon):
                return lat, lon
