"""Events as rows: written once, read for the fold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from field.domain.event import EventKind
from field.domain.fold import Told
from field.domain.review import Review
from field.domain.wire import Event as WireEvent
from field.domain.wire import cards_of
from field.store.db import Live, session
from field.store.tables import Blob, Event, EventPhoto


@dataclass(frozen=True)
class Arrival:
    """How an event came to us."""

    device: str
    user_id: int
    at_corrected: datetime
    received_at: datetime
    source: str = "phone"  # phone, paper, adopted
    review: Review = Review.NONE


def insert_once(live: Live, model: type[Any], key: str, **values: object) -> int | None:
    """Insert a row unless its key is there; returns its primary key when it is new."""
    dialect = postgresql if live.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(model).values(**values).on_conflict_do_nothing(index_elements=[key])
    primary = model.__mapper__.primary_key[0]
    return live.execute(statement.returning(primary)).scalar_one_or_none()


def add_event(live: Live, event: WireEvent, arrival: Arrival) -> int | None:
    """Keep an event; returns its order, or None when an event with its id is here already."""
    order = insert_once(
        live,
        Event,
        "id",
        id=event.id,
        visit=event.visit,
        route_version=event.route_version,
        kind=event.kind.value,
        device_id=arrival.device,
        seq=event.seq,
        at=event.at,
        at_corrected=arrival.at_corrected,
        received_at=arrival.received_at,
        user_id=arrival.user_id,
        source=arrival.source,
        photos=list(event.photos),
        data=dict(event.data),
        body_hash=event.body_hash,
        review=arrival.review.value,
        review_note="",
    )
    if order is not None and event.blobs:
        rows = [{"event_order": order, "sha256": sha256} for sha256 in event.blobs]
        live.execute(insert(EventPhoto), rows)
    return order


def body_hashes(ids: Iterable[str]) -> dict[str, str]:
    """Return the body hash of each of these events that is here."""
    query = select(Event.id, Event.body_hash).where(Event.id.in_(set(ids)))
    return {id_: body_hash for id_, body_hash in session().execute(query)}  # noqa: C416 - rows are no pairs to mypy


def events_of(visits: Iterable[str]) -> dict[str, list[Event]]:
    """Return all events of these visits, in the server's order."""
    query = select(Event).where(Event.visit.in_(set(visits))).order_by(Event.order)
    found: dict[str, list[Event]] = defaultdict(list)
    for event in session().scalars(query.execution_options(populate_existing=True)):
        found[event.visit].append(event)
    return found


def told(event: Event) -> Told:
    """Return an event as the fold reads it."""
    open_review = event.review not in ("", Review.CONFLICT) and event.reviewed_at is None
    return Told(
        id=event.id,
        device=event.device_id,
        seq=event.seq,
        order=event.order,
        kind=EventKind(event.kind),
        cards=cards_of(event.data),
        takes_back=str(event.data.get("takes_back", "")),
        needs_review=open_review,
    )


def missing_blobs(sha256s: Iterable[str]) -> list[str]:
    """Return which of these pictures have not arrived, in the order asked."""
    wanted = list(dict.fromkeys(sha256s))
    here = set(session().scalars(select(Blob.sha256).where(Blob.sha256.in_(wanted))))
    return [sha256 for sha256 in wanted if sha256 not in here]


def next_seq(device: str) -> int:
    """Return the next number of a device that is the office itself."""
    return (session().scalar(select(func.max(Event.seq)).where(Event.device_id == device)) or 0) + 1
