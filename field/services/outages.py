"""A device fails: its slots close, and who loses a turn is rebooked first and told why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from field.domain.fault import NOT_FOUND, Fault
from field.domain.jemput.booth import Appointment
from field.domain.jemput.fleet import OutageForm
from field.domain.jemput.letters import Template
from field.domain.jemput.needs import Aid, recording_s
from field.domain.jemput.rebook import rebook
from field.domain.jemput.request import Act
from field.domain.jemput.turns import Wanting
from field.domain.text import N_
from field.gateways.city_days import hours_on, next_working_day, rests_on
from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import audit, messages, rides, trips
from field.store import booths as store
from field.store.booths import OfficeTurn
from field.store.db import Live, transaction
from field.store.request_steps import Actor, take_step
from field.store.tables import Outage, Turn


@dataclass(frozen=True)
class Reporter:
    """Who says so, and the kecamatan that bounds him (None: the whole city)."""

    user_id: int
    scope: str | None


@dataclass(frozen=True)
class Effect:
    """How many got another turn that day, another day, or wait for a person to decide."""

    moved: int = 0
    postponed: int = 0
    stranded: int = 0  # under way already, and no turn is left: somebody must call

    def __add__(self, other: "Effect") -> "Effect":
        return Effect(
            self.moved + other.moved,
            self.postponed + other.postponed,
            self.stranded + other.stranded,
        )


def report(booth_id: int, form: OutageForm, who: Reporter, doors: Doors) -> Effect:
    """Write an outage down and give everybody who loses a turn by it another one."""
    now = doors.clock.now()
    with transaction() as live:
        booth = store.lock_booth_or_none(live, booth_id, who.scope)
        if booth is None:
            raise Fault(NOT_FOUND, what=N_("Alat rekam"))
        live.add(
            Outage(
                booth_id=booth_id, starts_at=form.starts_at, ends_at=form.ends_at,
                why=form.why.strip()[:300], told_at=now, by_user_id=who.user_id,
            )
        )  # fmt: skip
        live.flush()
        actor = Actor("office", now, who.user_id)
        effect = Effect()
        since = max(form.starts_at, now) - timedelta(hours=1)  # who is being recorded now, too
        for day, turns in store.turns_at(booth.office, since, form.ends_at).items():
            effect += _rebook(live, day, turns, actor, form.why.strip(), doors)
        audit.record(
            live, "booth.outage", at=now, by=who.user_id, subject=f"booth:{booth_id}",
            **vars(effect),
        )  # fmt: skip
        return effect


def repaired(outage_id: int, who: Reporter, doors: Doors) -> int:
    """End an outage now, or take back one that has not begun; returns its device's id."""
    now = doors.clock.now()
    with transaction() as live:
        outage = store.outage_or_none(outage_id)
        if outage is None or store.booth_or_none(outage.booth_id, who.scope) is None:
            raise Fault(NOT_FOUND, what=N_("Kerusakan"))
        booth_id = outage.booth_id
        if outage.starts_at >= now:
            live.delete(outage)
        else:
            outage.ends_at = now
        audit.record(live, "booth.repaired", at=now, by=who.user_id, subject=f"booth:{booth_id}")
        return booth_id


def _rebook(
    live: Live, day: date, turns: Sequence[OfficeTurn], actor: Actor, why: str, doors: Doors
) -> Effect:
    midnight = datetime.combine(day, time(), doors.zone)
    hours = hours_on(doors.city, day)
    closes = datetime.combine(day, hours.closes if hours else time(16), doors.zone)
    rests = rests_on(doors.city, midnight)
    office = turns[0].trip.place
    booths = [booth.on(midnight, rests) for booth in rides.booths().get(office, ())]
    by_trip = {one.trip.id: one for one in turns}
    found = rebook(booths, [_wanting(one, actor.at) for one in turns], closes)
    for trip_id, turn in found.moved.items():
        _move(live, by_trip[trip_id], turn, actor)
    stranded = 0
    for one in (by_trip[trip_id] for trip_id in found.without):
        if store.is_begun(one.trip):
            stranded += 1
        else:
            _postpone(live, one, actor, why, doors)
    return Effect(len(found.moved), len(found.without) - stranded, stranded)


def _wanting(one: OfficeTurn, now: datetime) -> Wanting:
    request, trip = one.trip.request, one.trip
    length = timedelta(seconds=sum(turn.duration_s for turn in one.turns))
    told = one.turns[0].starts_at
    soon = now + timedelta(minutes=-now.minute % 5)
    # Never earlier than he was told: no car would be there yet.
    opens = max(told, soon.replace(second=0, microsecond=0))
    return Wanting(
        trip.id, opens, max(opens, trip.requested_until or told), length, request.asked_at,
        bumped=request.priority or any(turn.bumped for turn in one.turns), kept=told,
    )  # fmt: skip


def _move(live: Live, one: OfficeTurn, turn: Appointment, actor: Actor) -> None:
    """The car follows when the day is planned anew; the new turn is kept then."""
    request, start = one.trip.request, turn.start
    request.priority = True
    made = []
    for person in request.people:
        length = recording_s(Aid(person.aid))
        made.append(
            Turn(
                trip_id=one.trip.id, person_id=person.id, office=one.trip.place,
                starts_at=start, duration_s=length, bumped=True,
            )
        )  # fmt: skip
        start += timedelta(seconds=length)
    rides.put_turns(live, made)
    live.flush()
    when = turn.start.isoformat(timespec="minutes")
    messages.ask_for(live, Template.TURN_MOVED, actor.at, request_id=request.id, when=when)


def _postpone(live: Live, one: OfficeTurn, actor: Actor, why: str, doors: Doors) -> None:
    """Offer the same hours on the next working day; he goes first then."""
    request = one.trip.request
    trips.close_trips(live, request, actor.at, local_date(actor.at, doors.zone))
    messages.drop_waiting(live, request.id)
    day = next_working_day(doors.city, one.trip.date + timedelta(days=1))
    later = timedelta(days=(day - one.trip.date).days)
    request.priority, request.date = True, day
    request.window_from = request.window_from and request.window_from + later
    request.window_until = request.window_until and request.window_until + later
    take_step(live, request, Act.PROPOSE, actor, why)
    messages.ask_for(
        live, Template.PROPOSED, actor.at, request_id=request.id, when=actor.at.isoformat()
    )
