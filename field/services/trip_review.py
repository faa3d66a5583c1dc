"""Periksa, of jemput: no-shows without proof, stories that differ, and calls for help."""

from collections.abc import Iterable
from dataclasses import dataclass

from field.domain.event import EventKind
from field.domain.fault import Fault
from field.domain.jemput.doubtful import Said, against, left_over
from field.domain.review import ALREADY_DECIDED, NONE, Decision, Review
from field.gateways.doors import Doors
from field.store import audit
from field.store.custody import Why
from field.store.db import transaction
from field.store.office_word import Word, say, taken_back
from field.store.people import names_of
from field.store.photos import arrived
from field.store.reviews import open_reviews, stops_of_visits
from field.store.tables import Event, Stop
from field.store.trip_settle import settle_jemput
from field.store.trip_stops import TripStop, told_trips
from field.store.visits import lock_visits


@dataclass(frozen=True)
class TripCase:
    """One end of a trip to look at: what was told, and why somebody must ask."""

    stop: Stop
    trip: TripStop
    flagged: tuple[Event, ...]
    told: tuple[Event, ...]  # what may be held to be true
    people: dict[int, str]  # who told it
    photos: frozenset[str]  # those that are here

    @property
    def reasons(self) -> tuple[Review, ...]:
        return tuple(dict.fromkeys(Review(event.review) for event in self.flagged))

    @property
    def help(self) -> Event | None:
        """The call for help, when it is nothing but that."""
        if self.told:
            return None
        return next((event for event in self.flagged if event.review == Review.SOS), None)

    def names(self, event: Event) -> str:
        """Name of whom an event speaks, nothing when of all."""
        about = _said(event).people
        return ", ".join(one.name for one in self.trip.people if one.id in about)


def trip_cases(kecamatan: str | None) -> list[TripCase]:
    """Return what is to be looked at, calls for help first, then oldest first."""
    stops = [stop for stop in stops_of_visits(open_reviews(kecamatan)) if _fetches(stop)]
    trips = told_trips(stops)
    found = [_case(stop, trips[stop.visit]) for stop in stops]
    return sorted(
        (case for case in found if case.flagged), key=lambda one: Review.SOS not in one.reasons
    )


def calls_for_help(kecamatan: str | None) -> list[TripCase]:
    """Return where a driver asked for help and nobody has answered yet."""
    return [case for case in trip_cases(kecamatan) if Review.SOS in case.reasons]


def decide_trip(decision: Decision, kecamatan: str | None, by: int, doors: Doors) -> None:
    """Let one story stand and take back what is told against it; a call for help is closed."""
    now = doors.clock.now()
    why = Why("reviewed", now, by)
    reason = decision.reason.strip()
    with transaction() as live:
        visits = lock_visits(live, [decision.visit])
        if decision.visit not in visits or decision.visit not in open_reviews(kecamatan):
            raise Fault(ALREADY_DECIDED)
        stop = visits[decision.visit].stop
        if not _fetches(stop):
            raise Fault(ALREADY_DECIDED)
        case = _case(stop, told_trips([stop])[stop.visit])
        words = list(_words(case, decision.right, reason))
        for event in case.flagged:
            event.reviewed_at, event.reviewed_by, event.review_note = now, by, reason[:2000]
        say(live, words, why)
        live.flush()
        settle_jemput(live, [stop], now)
        audit.record(live, "event.review", at=now, by=by, subject=f"visit:{stop.visit}")


def _fetches(stop: Stop) -> bool:
    return bool(stop.trip_id or stop.kit_visit_id)


def _case(stop: Stop, trip: TripStop) -> TripCase:
    flagged = [
        e for e in trip.events if e.visit == stop.visit and e.review and e.reviewed_at is None
    ]
    doubtful = [event for event in flagged if event.review != Review.SOS]
    standing = [_said(event) for event in trip.events]
    rivals = {one.id for each in doubtful for one in against(_said(each), standing)}
    told = [event for event in trip.events if event in doubtful or event.id in rivals]
    photos = arrived(sha256 for event in told for sha256 in event.photos)
    people = names_of(event.user_id for event in (*told, *flagged))
    return TripCase(stop, trip, tuple(flagged), tuple(told), people, frozenset(photos))


def _words(case: TripCase, right: str, reason: str) -> Iterable[Word]:
    """Take back what is wrong; of whom it still holds, it is said again."""
    version = case.stop.manifest.version
    if right == NONE:
        doubtful = [event for event in case.flagged if event.review != Review.SOS]
        return [taken_back(event.id, event.visit, version, reason) for event in doubtful]
    if case.help and right == case.help.id:
        return []
    by_id = {event.id: event for event in case.told}
    if right not in by_id:
        raise Fault(ALREADY_DECIDED)
    chosen = _said(by_id[right])
    everybody = frozenset(person.id for person in case.trip.people)
    words = []
    for wrong in against(chosen, map(_said, case.trip.events)):
        event = next(one for one in case.trip.events if one.id == wrong.id)
        words.append(taken_back(event.id, event.visit, version, reason))
        if others := left_over(wrong, chosen, everybody):
            data: dict[str, object] = {"people": sorted(others), "note": reason[:500]}
            words.append(Word(event.visit, version, wrong.kind, data, event.at_corrected))
    return words


def _said(event: Event) -> Said:
    people = event.data.get("people")
    named = frozenset(people) if isinstance(people, list) else frozenset()
    return Said(event.id, EventKind(event.kind), named)
