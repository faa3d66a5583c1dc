"""The demo city's campaign, invented: the yardstick's cards, who prints and who brings them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from data.demo import residents
from data.demo_crew import demo_couriers
from field.gateways.city_days import hours_on, office_place
from field.problems.campaign import (
    HOUR,
    Calendar,
    Rider,
    Waiting,
    cards_of,
    crews_of,
    doors_of,
    operators_of,
    printers_of,
)
from routing.campaign import Campaign, Limits
from routing.point import Point

SPOILED = 0.01
OPENS = 7 * HOUR
WORKED = 11 * HOUR  # beside the rests
AFTER = 7  # days after the printing, for the last doors
BACKLOG = 0.28  # of cards that arrive over time, those that wait at the start


@dataclass(frozen=True)
class Yardstick:
    """What the demo campaign is made of; `over_days` lets cards become ready over the campaign."""

    city: str
    begins: date
    cards: int = 60_000
    days: int = 14
    printers: int = 4
    operators: int = 4
    couriers: int = 136
    seed: int = 1
    over_days: bool = False


def demo_campaign(asked: Yardstick) -> Campaign:
    """100 cards an hour and printer, 11 hours at it on every day, couriers on working days.

    Four of each make 61,600 prints in 14 days. With 1 of 100 spoiled and five minutes of warming
    up a day, 60,480 of them are good cards.
    """
    calendar = Calendar(asked.begins, partial(hours_on, asked.city))
    waiting = list(_waiting(asked))
    crew = demo_couriers(asked.city, asked.couriers)
    offices = sorted({courier.start_office for courier in crew})
    riders = [
        Rider(number, courier.vehicle, offices.index(courier.start_office))
        for number, courier in enumerate(crew, start=1)
    ]
    return Campaign(
        cards=cards_of(waiting, calendar),
        doors=doors_of(waiting),
        printers=printers_of(dict.fromkeys(range(1, asked.printers + 1), 100), asked.days),
        operators=operators_of(
            range(1, asked.operators + 1), calendar, asked.days, opens=OPENS, worked=WORKED
        ),
        crews=crews_of(riders, calendar, asked.days + AFTER),
        beats={
            number: frozenset(courier.territory) for number, courier in enumerate(crew, start=1)
        },
        depots=tuple(Point(*office_place(asked.city, code)) for code in offices),
        spoiled=SPOILED,
        limits=Limits(days=asked.days),
    )


def _waiting(asked: Yardstick) -> Iterator[Waiting]:
    """One household after another; its cards become ready together."""
    chance = Random(f"{asked.seed}/campaign")  # noqa: S311 - invented, not secret
    home: tuple[float, float] | None = None
    door, ready = 0, 0
    people = residents(asked.city, asked.cards, asked.seed)
    for number, person in enumerate(people, start=1):
        if (person.lat, person.lon) != home:
            home = person.lat, person.lon
            door, ready = number, _ready(asked, chance)
        yield Waiting(
            card_id=number,
            household_id=door,
            place=home,
            kelurahan=person.kelurahan,
            rw=person.door.rw,
            rt=person.door.rt,
            ready=asked.begins + timedelta(days=ready),
            urgent=bool(person.row["mendesak"]),
        )


def _ready(asked: Yardstick, chance: Random) -> int:
    """The last two days are left for printing what came before."""
    if not asked.over_days or chance.random() < BACKLOG:
        return 0
    return chance.randrange(max(1, asked.days - 2))
