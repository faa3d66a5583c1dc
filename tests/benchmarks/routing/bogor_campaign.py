"""A made campaign: the cards of some kelurahan in fourteen days, each with its own two couriers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from data.regions import regions
from routing import Job
from routing.campaign.days import Campaign, Span
from tests.benchmarks.routing.bogor_crew import LUNCH, couriers
from tests.benchmarks.routing.bogor_doors import FIRST_CARD_S, NEXT_CARD_S, PARK_S
from tests.benchmarks.routing.bogor_people import CITY, People, Places

DAYS = 14
DOORS_A_KELURAHAN = 60_000 / 68
SIZES = {f"{round(places * DOORS_A_KELURAHAN)}-{DAYS}": places for places in (17, 34, 68)}
"""Kelurahan by name, which tells doors and days: to see how time and memory grow."""

URGENT_DAYS = 3


def campaign(kelurahan: int) -> Campaign:
    """Every tenth card is urgent; a beat is a kelurahan, as offices have it."""
    chance = Random(f"campaign/{kelurahan}")  # noqa: S311 - invented, not secret
    quarter = regions(CITY).kelurahan[:kelurahan]
    places = Places()
    crew = couriers(quarter, places)
    fleet = tuple(replace(member.vehicle, breaks=(LUNCH,), skills=frozenset()) for member in crew)
    people = People({place.code for place in quarter})
    beats = {
        place.code: frozenset(each.id for each in crew if each.kelurahan == place.code)
        for place in quarter
    }
    jobs = _jobs(people, round(kelurahan * DOORS_A_KELURAHAN), beats, places)
    spans = {job.id: Span(0, URGENT_DAYS - 1) for job in jobs if chance.random() < 0.1}
    return Campaign(tuple(places.points), tuple(jobs), (fleet,) * DAYS, spans, balance=1)


def _jobs(
    people: People, count: int, beats: dict[str, frozenset[int]], places: Places
) -> Sequence[Job]:
    return [
        Job(
            id=number,
            location=places.at(members[0].lat, members[0].lon),
            service=FIRST_CARD_S + NEXT_CARD_S * (len(members) - 1),
            setup=PARK_S,
            delivery=(len(members), 0, 0),
            priority=number % 10,
            vehicles=beats[members[0].kelurahan],
        )
        for number, members in enumerate(islice(people.households(), count), start=1)
    ]
