"""The queue of what families are to be told; each message once."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from field.domain.jemput.letters import Template
from field.store.db import Live, session
from field.store.tables import Booking, Message, Request

MOST_ATTEMPTS = 5
FIRST_PAUSE = timedelta(minutes=5)  # then 10, 20, 40: an hour and a quarter in all
_AT_NINE = time(9, 0)


def ask_for(
    live: Live,
    template: Template,
    due_at: datetime,
    *,
    request_id: int | None = None,
    booking_id: int | None = None,
    when: str = "",
) -> None:
    """Put a message into the queue unless it is there; `when` tells it from an earlier one."""
    key = f"{template}:{request_id or ''}:{booking_id or ''}:{when}"
    if live.scalar(select(Message.id).where(Message.key == key)) is None:
        live.add(
            Message(
                key=key, request_id=request_id, booking_id=booking_id, template=template,
                state="waiting", due_at=due_at, attempts=0,
            )
        )  # fmt: skip
        live.flush()


def remind(live: Live, request: Request, now: datetime, zone: ZoneInfo) -> None:
    """Remind the day before at nine, when that is still to come."""
    if request.date is None:
        return
    due_at = datetime.combine(request.date - timedelta(days=1), _AT_NINE, zone)
    if due_at > now:
        day = request.date.isoformat()
        ask_for(live, Template.REMINDER, due_at, request_id=request.id, when=day)


def drop_waiting(live: Live, request_id: int) -> None:
    """Take back what was not sent: it is not true any more."""
    query = select(Message).where(Message.request_id == request_id, Message.state == "waiting")
    for message in live.scalars(query):
        message.state = "dropped"


def due(now: datetime) -> Sequence[int]:
    """Return the ids of what is to be sent now."""
    query = select(Message.id).where(Message.state == "waiting", Message.due_at <= now)
    query = query.where(Message.attempts < MOST_ATTEMPTS)
    return list(session().scalars(query.order_by(Message.due_at, Message.id).limit(100)))


def begin_or_none(live: Live, message_id: int, now: datetime) -> Message | None:
    """Write down that it is tried now; not again before a pause that doubles each time."""
    row = _locked_or_none(live, message_id)
    if row is None or row.state != "waiting" or row.due_at > now:
        return None
    row.due_at = now + FIRST_PAUSE * 2**row.attempts
    row.attempts += 1
    return row


def end(live: Live, message_id: int, state: str, now: datetime) -> None:
    """Write down what became of it, unless somebody told it himself meanwhile."""
    row = _locked_or_none(live, message_id)
    if row is None or row.state != "waiting":
        return
    given_up = state == "waiting" and row.attempts >= MOST_ATTEMPTS
    row.state = "failed" if given_up else state
    row.sent_at = now if state == "sent" else None


def _locked_or_none(live: Live, message_id: int) -> Message | None:
    query = select(Message).where(Message.id == message_id).with_for_update()
    return live.scalars(query.execution_options(populate_existing=True)).one_or_none()


def of_request(request_id: int) -> Sequence[Message]:
    query = select(Message).where(Message.request_id == request_id).order_by(Message.id)
    return list(session().scalars(query))


def mark_called(live: Live, request_id: int, template: Template, at: datetime, by: int) -> None:
    """Note that somebody told it himself: the newest of this kind, or one more."""
    query = select(Message).where(Message.request_id == request_id, Message.template == template)
    row = live.scalars(query.order_by(Message.id.desc()).limit(1)).one_or_none()
    if row is None or row.state == "called":
        key = f"{template}:{request_id}::{at.isoformat()}"
        # Two taps in one moment are one call.
        row = live.scalars(select(Message).where(Message.key == key)).one_or_none() or Message(
            key=key, request_id=request_id, template=template, due_at=at, attempts=0
        )
        live.add(row)
    row.state, row.sent_at, row.by_user_id = "called", at, by
    live.flush()


def request_of(request_id: int) -> Request:
    return session().get_one(Request, request_id)


def booking_of(booking_id: int) -> Booking | None:
    return session().get(Booking, booking_id)
