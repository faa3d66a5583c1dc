"""What follows once a time is agreed: trips opened, in as many cars as the household needs."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import inspect

from field.domain.jemput.letters import Template
from field.domain.jemput.needs import Aid, Rider, Service, Spaces
from field.domain.jemput.party import parties
from field.domain.jemput.request import Act
from field.store import fleet, messages, trips
from field.store.db import Live
from field.store.request_steps import Actor, take_step
from field.store.requests import new_code
from field.store.tables import Household, Person, Request, RequestStep

Row = TypeVar("Row", Household, Request, RequestStep)
_OWN = {"id", "code", "check_code", "household_id", "import_id", "import_key", "tracking_epoch"}


def open_agreed(live: Live, request: Request, at: datetime, zone: ZoneInfo) -> list[Request]:
    """Open what an accepted request needs on its day, and remind its family the day before.

    When no car takes all its people, those of each further car get a request of their own at the
    same hours, with a code, a letter and a page of their own; returns these.
    """
    others = [_split_off(live, request, people, at) for people in _further_parties(request)]
    for one in (request, *others):
        trips.open_trips(live, one, at)
        messages.remind(live, one, at, zone)
    return others


def _further_parties(request: Request) -> list[list[Person]]:
    if request.service == Service.KIT:
        return []
    riders = [Rider(Aid(person.aid), companion=person.companion) for person in request.people]
    cars = [Spaces(car.ambulatory, car.wheelchair) for car in fleet.all_cars() if car.active]
    people = list(request.people)
    return [[people[place] for place in party] for party in parties(riders, cars)[1:]]


def _split_off(live: Live, request: Request, people: Sequence[Person], at: datetime) -> Request:
    code = new_code(live)
    house = _copy(request.household, {"id", "key"})
    house.key = sha256(f"request:{code}".encode()).hexdigest()
    other = _copy(request, _OWN)
    other.code, other.check_code = code, f"{secrets.randbelow(10_000):04d}"
    other.household = house
    for step in request.steps:
        other.steps.append(_copy(step, {"id", "request_id"}))
    other.people = list(people)
    live.add(other)
    live.flush()
    names = ", ".join(person.name for person in people)
    for one, why in (
        (request, f"Mobil lain untuk {names}: kode {code}."),
        (other, f"Serumah dengan kode {request.code}, dengan mobil lain."),
    ):
        take_step(live, one, Act.SPLIT, Actor("system", at), why)
    when = at.isoformat(timespec="seconds")
    messages.ask_for(live, Template.ACCEPTED, at, request_id=other.id, when=when)
    return other


def _copy(row: Row, without: set[str]) -> Row:
    """Return a row with the same values, its keys and relationships left out."""
    columns = inspect(type(row)).column_attrs
    values = {one.key: getattr(row, one.key) for one in columns if one.key not in without}
    return type(row)(**values)
