"""Queries about requests: drafts, how much was asked lately, and what the office sees."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from field.domain.envelope import envelope_code
from field.domain.jemput.request import STANDING, RequestFilter, RequestState
from field.store.bulk import chunks
from field.store.db import Live, session
from field.store.tables import AskDraft, Card, Person, Request

PAGE = 50
_WAITING = [state.value for state in STANDING]


def draft_or_none(draft_id: str) -> AskDraft | None:
    return session().get(AskDraft, draft_id, populate_existing=True)


def locked_draft_or_none(live: Live, draft_id: str) -> AskDraft | None:
    """Return the draft as it is now, held until the transaction ends."""
    query = select(AskDraft).where(AskDraft.id == draft_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()


def drop_drafts(live: Live, before: datetime) -> None:
    live.execute(delete(AskDraft).where(AskDraft.touched_at < before))


def asked_since(column: str, index: str, since: datetime) -> int:
    """Count requests with this keyed hash (phone, address, origin) since a moment."""
    where = getattr(Request, f"{column}_index") == index
    query = select(func.count()).select_from(Request).where(where, Request.asked_at >= since)
    return session().scalar(query) or 0


def new_code(live: Live) -> str:
    """Draw the code of a request; it stands on the slip and opens nothing."""
    while True:
        code = envelope_code(secrets.choice)
        if not live.scalar(select(exists().where(Request.code == code))):
            return code


def known_keys(live: Live, wanted: Iterable[str]) -> set[str]:
    """Return those of the wanted keys that an earlier import brought in."""
    found: set[str] = set()
    for part in chunks(wanted):
        query = select(Request.import_key).where(Request.import_key.in_(part))
        found.update(key for key in live.scalars(query) if key)
    return found


def has_twin(request: Request) -> bool:
    """Tell whether another request stands for the same person, phone or house."""
    niks = [person.nik_index for person in request.people if person.nik_index]
    names = [person.name for person in request.people]
    same_person = exists().where(Person.request_id == Request.id, Person.nik_index.in_(niks))
    same_name = exists().where(Person.request_id == Request.id, Person.name.in_(names))
    same_phone = (Request.phone_index == request.phone_index) & (Request.phone_index != "")
    same_house = (Request.address_index == request.address_index) & (Request.address_index != "")
    query = select(Request.id).where(
        Request.id != request.id,
        Request.state.in_(_WAITING),
        or_(same_person, same_house, same_phone & same_name),
    )
    return session().scalar(query.limit(1)) is not None


def has_card(nik_indices: Iterable[str]) -> bool:
    """Tell whether a card was printed for one of these people."""
    known = [index for index in nik_indices if index]
    return session().scalar(select(Card.id).where(Card.nik_index.in_(known)).limit(1)) is not None


def request_or_none(request_id: int, within: str | None) -> Request | None:
    return (
        session()
        .scalars(_within(select(Request), within).where(Request.id == request_id))
        .one_or_none()
    )


def lock_request_or_none(live: Live, request_id: int, within: str | None) -> Request | None:
    """Return the row as it is now, held until the transaction ends."""
    query = _within(select(Request), within).where(Request.id == request_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()


def requests(chosen: RequestFilter, within: str | None, page: int) -> Sequence[Request]:
    """Return a page of requests, those that wait longest first."""
    query = _chosen(select(Request), chosen, within).options(
        joinedload(Request.household), selectinload(Request.people)
    )
    query = query.order_by(Request.priority.desc(), Request.asked_at, Request.id)
    return list(session().scalars(query.limit(PAGE).offset((page - 1) * PAGE)))


def count_requests(chosen: RequestFilter, within: str | None) -> int:
    query = _chosen(select(func.count()).select_from(Request), chosen, within)
    return session().scalar(query) or 0


def count_states(within: str | None) -> dict[str, int]:
    """Return how many requests stand where."""
    query = select(Request.state, func.count()).group_by(Request.state)
    if within is not None:
        query = query.where(Request.kecamatan == within)
    return {row[0]: row[1] for row in session().execute(query)}


def _chosen(query: Select[Any], chosen: RequestFilter, within: str | None) -> Select[Any]:
    if chosen.states:
        query = query.where(Request.state.in_(chosen.states))
    if chosen.accepted_before:
        accepted = Request.state == RequestState.ACCEPTED
        query = query.where(accepted, Request.date < chosen.accepted_before)
    if chosen.kelurahan:
        query = query.where(Request.household.has(kelurahan=chosen.kelurahan))
    if chosen.channel:
        query = query.where(Request.channel == chosen.channel)
    return _within(query, within)


def _within(query: Select[Any], within: str | None) -> Select[Any]:
    return query if within is None else query.where(Request.kecamatan == within)
