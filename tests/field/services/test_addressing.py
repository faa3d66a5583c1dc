"""Points for households: found, kept apart from what a person set, corrected by hand."""

import pytest
from sqlalchemy import select

from data.regions import regions
from field.domain.fault import Fault
from field.domain.place import Confidence, Point
from field.domain.weak_points import WeakFilter
from field.gateways.doors import Doors
from field.gateways.geocoder import Geocoders
from field.services import addressing, intake
from field.services.accounts import Person
from field.store.db import session
from field.store.tables import AuditEntry, Card, DoorPoint, Household
from tests.fakes import Told
from tests.residents import csv_file, row

pytestmark = pytest.mark.both_databases

BONDONGAN = Point(-6.614916, 106.806204)
ALL = WeakFilter()


def bring_in(doors: Doors, *rows: dict[str, str]) -> None:
    import_id = intake.upload("warga.csv", csv_file(rows), doors, None, queued=False)
    intake.preview(import_id, Told(), doors)
    intake.commit(import_id, doors, None, None, queued=False)
    intake.bring_in(import_id, Told(), doors)


def houses() -> list[Household]:
    session().rollback()
    return list(session().scalars(select(Household).order_by(Household.id)))


def elsewhere(**cells: str) -> dict[str, str]:
    """Return a row of another person in another kecamatan."""
    return row(nik="3271014508670002", tanggal_lahir="", kelurahan="Tegallega", **cells)


def test_a_household_gets_the_point_of_its_kelurahan(doors: Doors) -> None:
    bring_in(doors, row())
    progress = Told()
    addressing.locate(progress, doors)

    (house,) = houses()
    assert (house.confidence, house.point_source, house.point_clash) == ("kelurahan", "regions", "")
    assert house.lat is not None
    assert regions("32.71").kelurahan_at(house.lat, house.lon or 0)
    assert progress.said[-1][0] == 1.0


def test_a_given_point_stays_and_a_clash_is_shown(doors: Doors) -> None:
    far = elsewhere(koordinat=f"{BONDONGAN.lat}, {BONDONGAN.lon}")
    bring_in(doors, row(koordinat=f"{BONDONGAN.lat}, {BONDONGAN.lon}"), far)
    addressing.locate(Told(), doors)

    here, there = houses()
    assert (here.confidence, here.point_clash) == ("given", "")
    assert (there.confidence, there.point_clash) == ("given", "point.other_kelurahan")
    assert (there.lat, there.lon) == (BONDONGAN.lat, BONDONGAN.lon)


def test_a_pin_that_was_confirmed_helps_its_neighbours(doors: Doors) -> None:
    bring_in(doors, row())
    (house,) = houses()
    house.lat, house.lon, house.confidence = BONDONGAN.lat, BONDONGAN.lon, "confirmed"
    house.located_at = doors.clock.now()
    session().commit()
    bring_in(doors, row(nik="3271014508670002", tanggal_lahir="", alamat="Gg. Mawar II No. 9"))
    addressing.locate(Told(), doors)
    assert [house.confidence for house in houses()] == ["confirmed", "street"]
    assert houses()[1].point_source == "pins"


def test_work_that_is_cut_short_goes_on_where_it_was(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addressing, "CHUNK", 1)
    bring_in(doors, row(), elsewhere())

    class AfterOne(Told):
        def cancelled(self) -> bool:
            return bool(self.said)

    addressing.locate(AfterOne(), doors)
    assert [house.located_at is None for house in houses()] == [False, True]
    addressing.locate(Told(), doors)
    assert all(house.located_at for house in houses())


def test_a_pin_set_while_we_looked_is_not_overwritten(
    doors: Doors, people: dict[str, Person]
) -> None:
    bring_in(doors, row())
    (house,) = houses()

    class Slow(Geocoders):
        def locate(self, *_: object, **__: object) -> None:
            addressing.set_pin(house.id, BONDONGAN, people["asep"].id, None, doors)

    addressing.locate(Told(), Doors(**{**vars(doors), "geocoders": Slow("32.71")}))
    (house,) = houses()
    assert (house.confidence, house.lat) == ("given", BONDONGAN.lat)


def test_weak_points_are_listed_and_a_pin_takes_them_off(
    doors: Doors, people: dict[str, Person]
) -> None:
    bring_in(doors, row())
    addressing.locate(Told(), doors)
    (door,) = addressing.weak(ALL, None, 1, doors)
    assert (door.confidence, door.kelurahan) == (Confidence.KELURAHAN, "Bondongan")
    assert door.names == ("Siti Rohmah",)

    clash = addressing.set_pin(door.id, BONDONGAN, people["asep"].id, None, doors)

    assert clash is None
    assert addressing.count_weak(None) == 0
    (house,) = houses()
    assert (house.lat, house.confidence, house.point_source) == (BONDONGAN.lat, "given", "office")
    acts = session().scalars(select(AuditEntry).where(AuditEntry.act == "household.pin")).all()
    assert [(act.user_id, act.subject) for act in acts] == [
        (people["asep"].id, f"household:{house.id}"),
    ]  # fmt: skip


def test_a_pin_in_another_kelurahan_is_taken_and_told(
    doors: Doors, people: dict[str, Person]
) -> None:
    bring_in(doors, elsewhere())
    (house,) = houses()
    clash = addressing.set_pin(house.id, BONDONGAN, people["asep"].id, None, doors)
    assert clash
    assert clash.code == "point.other_kelurahan"
    assert addressing.count_weak(None, WeakFilter(confidence="clash")) == 1


def test_a_pin_outside_the_city_is_refused(doors: Doors, people: dict[str, Person]) -> None:
    bring_in(doors, row())
    (house,) = houses()
    with pytest.raises(Fault) as refused:
        addressing.set_pin(house.id, Point(-6.2, 106.8), people["asep"].id, None, doors)
    assert refused.value.code == "point.outside_city"
    assert houses()[0].lat is None


def test_a_dispatcher_sees_and_mends_his_own_kecamatan_only(
    doors: Doors, people: dict[str, Person]
) -> None:
    bring_in(doors, row(), elsewhere())
    addressing.locate(Told(), doors)
    mine, other = houses()
    assert [door.id for door in addressing.weak(ALL, "32.71.01", 1, doors)] == [mine.id]
    assert addressing.count_weak("32.71.01") == 1
    for ask in (
        lambda: addressing.door(other.id, "32.71.01", doors),
        lambda: addressing.set_pin(other.id, BONDONGAN, people["siti"].id, "32.71.01", doors),
    ):
        with pytest.raises(Fault) as refused:
            ask()
        assert refused.value.code == "not_found"


def test_a_door_without_cards_to_deliver_is_not_listed(doors: Doors) -> None:
    bring_in(doors, row())
    addressing.locate(Told(), doors)
    card = session().scalars(select(Card)).one()
    card.place = "resident"
    session().commit()
    assert addressing.count_weak(None) == 0


def test_filters_narrow_the_list(doors: Doors) -> None:
    bring_in(doors, row(), elsewhere())
    addressing.locate(Told(), doors)
    by_kelurahan = WeakFilter(kelurahan="32.71.01.1002")
    assert [door.kelurahan for door in addressing.weak(by_kelurahan, None, 1, doors)] == [
        "Bondongan",
    ]  # fmt: skip
    assert addressing.count_weak(None, WeakFilter(confidence="rt_rw")) == 0
    assert addressing.count_weak(None, WeakFilter(confidence="kelurahan")) == 2


def test_a_locate_job_is_on_record(doors: Doors) -> None:
    addressing.run_locate("a-job", Told(), doors)
    entry = session().scalars(select(AuditEntry).where(AuditEntry.act == "household.locate")).one()
    assert entry.subject == "job:a-job"


def test_an_rt_is_known_after_its_households_are_gone(doors: Doors) -> None:
    session().add(DoorPoint(kelurahan="32.71.01.1002", rt="003", rw="007", lat=-6.614, lon=106.806))
    session().commit()
    bring_in(doors, row(alamat="Gg. Entah No. 1", rt="3", rw="7"))
    addressing.locate(Told(), doors)
    (house,) = houses()
    assert (house.confidence, house.lat, house.lon) == ("rt_rw", -6.614, 106.806)
    assert house.point_source == "pins"
