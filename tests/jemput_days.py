"""Days of jemput made up from a seed, planned without a database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from field.domain.duty import Duty, Pause
from field.domain.jemput.asked import JemputAsked, KitAsked, Place, TripAsked
from field.domain.jemput.booth import Booth, Span
from field.domain.jemput.needs import Aid, Rider, Spaces
from field.domain.jemput.party import parties
from field.domain.jemput.trip import Leg
from field.problems.called import SoFar
from field.problems.day import BALANCE, Member, day_of
from field.problems.jemput_day import Ground, Outing, outing
from field.problems.rides import with_both_ways
from field.problems.stored import PlannedPart
from routing import Budget, Plan, Problem, as_planned
from routing.crow_flies import CrowFlies
from routing.parts import Outline, problems
from routing.solve import solve_parts

MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
OFFICES = {
    f"office-{number}": (-6.56 - number * 0.02, 106.78 + number % 3 * 0.015) for number in range(6)
}
TEAM = 99  # who goes with the kit
SPACES = Spaces(ambulatory=4, wheelchair=1)  # of each car
AIDS = (Aid.WALKS, Aid.WALKS, Aid.ARM, Aid.WHEELCHAIR_FOLDS, Aid.WHEELCHAIR_RIGID, Aid.CARRIED)


@dataclass(frozen=True)
class Size:
    lansia: int
    cars: int
    offices: int
    beds: int = 0  # visited with the kit, by one team


@dataclass(frozen=True)
class Planned:
    asked: JemputAsked
    out: Outing
    problems: list[Problem]
    plans: list[Plan]

    @property
    def visits(self) -> set[int]:
        return {visit for plan in self.plans for route in plan.routes for visit in route.jobs}


def at(hour: float) -> datetime:
    return MIDNIGHT + timedelta(hours=hour)


def made_up(size: Size, seed: int, *, outages: bool = False) -> JemputAsked:
    """Households of one to three, half in the morning; each fifth way home is a will-call.

    One that no car takes is two requests, as the desk makes of it.
    """
    random = Random(seed)  # noqa: S311 - days of tests
    offices = list(OFFICES)[: size.offices]
    trips: list[TripAsked] = []
    people = 0
    while people < size.lansia:
        many = min(random.choice((1, 1, 1, 2, 3)), size.lansia - people)
        trips += _household(random, len(trips) // 2, range(people + 1, people + many + 1), offices)
        people += many
    booths = {
        office: tuple(Booth(10 * number + n, _outages(random, outages=outages)) for n in range(2))
        for number, office in enumerate(offices)
    }
    kits = [_bed(random, number, offices) for number in range(1, size.beds + 1)]
    return JemputAsked(trips, kits, booths=booths)


def _bed(random: Random, number: int, offices: list[str]) -> KitAsked:
    office = random.choice(offices)
    lat, lon = OFFICES[office]
    opens = random.choice((8.0, 9.0, 13.0))
    return KitAsked(
        id=number, request_id=900 + number, household_id=900 + number,
        door=(lat + random.uniform(-0.012, 0.012), lon + random.uniform(-0.012, 0.012)),
        meet=None, kelurahan=f"{office}-0", opens=at(opens), closes=at(opens + 2),
        asked_at=MIDNIGHT, priority=False, riders=((900 + number, Rider(Aid.BED)),),
        service_s=random.choice((20, 30, 40)) * 60,
    )  # fmt: skip


def _household(random: Random, before: int, people: range, offices: list[str]) -> list[TripAsked]:
    office = random.choice(offices)
    near = OFFICES[office]
    door = (near[0] + random.uniform(-0.012, 0.012), near[1] + random.uniform(-0.012, 0.012))
    opens = random.choice((8.0, 8.5, 9.0, 12.75, 13.0))
    riders = [Rider(random.choice(AIDS), companion=random.random() < 0.4) for _ in people]
    hours = ("09:00",) if random.random() < 0.2 else ()
    will_call = random.random() < 0.2
    return [
        TripAsked(
            id=2 * request + (leg is Leg.RETURN), request_id=request, household_id=request,
            door=door, meet=None, kelurahan=f"{office}-{request % 3}", opens=at(opens),
            closes=at(opens + 2), asked_at=MIDNIGHT, priority=False,
            riders=tuple((people[place], riders[place]) for place in party),
            medicine_hours=hours, leg=leg, office=office,
            will_call=will_call and leg is Leg.RETURN,
        )
        for request, party in enumerate(parties(riders, [SPACES]), start=before + 1)
        for leg in Leg
    ]  # fmt: skip


def _outages(random: Random, *, outages: bool) -> tuple[Span, ...]:
    if not outages or random.random() < 0.5:
        return ()
    start = random.choice((8.0, 9.0, 13.0))
    return (Span(at(start), at(start + random.choice((0.5, 1.0)))),)


def drivers(size: Size) -> list[Member]:
    lunch = Pause("istirahat", at(11.75), at(12.5), timedelta(hours=0.5))
    duty = Duty(at(7.5), at(16.5), (lunch,))
    places = [OFFICES[office] for office in list(OFFICES)[: size.offices]]
    cars = [
        Member(number, "mobil", place, place, duty, frozenset(), spaces=SPACES)
        for number in range(1, size.cars + 1)
        for place in [places[number % len(places)]]
    ]
    team = Member(TEAM, "motor", places[0], places[0], duty, frozenset(), has_kit=True)
    return [*cars, team] if size.beds else cars


def planned(asked: JemputAsked, crew: list[Member], budget: Budget, threads: int = 1) -> Planned:
    ground = Ground(MIDNIGHT, {}, _office, at(7.5), at(16.0))
    out = outing(asked, ground)
    day = day_of([], crew, MIDNIGHT, lambda _: 0, {}, out)
    outline = Outline(day.points, day.jobs, day.vehicles, day.shipments, balance=BALANCE)
    parts = list(problems(outline, CrowFlies()))
    solved = solve_parts(parts, budget, threads=threads)
    plans = [with_both_ways(*both, out.pairs) for both in zip(parts, solved, strict=True)]
    return Planned(asked, out, parts, plans)


def so_far(part: PlannedPart, now: int) -> SoFar:
    """The day until now, as this plan has it."""
    news = as_planned(part.plan, now)
    over = [(r.vehicle, s) for r in part.plan.routes for s in r.stops if s.id in news.done]
    last = {car: step.id for car, step in over if step.id is not None}
    fetched = {s.id: s.departure for _, s in over if s.id is not None and s.departure <= now}
    return SoFar(now, news.done, last, fetched)


def _office(code: str) -> Place:
    return OFFICES[code]
