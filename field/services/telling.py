"""Telling: letters that are due go out by the gateway; what cannot go waits for a person."""

from field.domain.jemput.letters import Letter, Template
from field.gateways.doors import Doors
from field.gateways.messages import NotSent
from field.store import messages
from field.store.db import transaction
from field.store.letters import letter_to, letter_to_booking
from field.store.tables import Message


def send_due(doors: Doors) -> int:
    """Send what is due; returns how many went out. Each is tried at most five times.

    A try is written down before the letter goes, and the row is free while it is
    on its way: after a crash in between it may go twice, but never not at all.
    """
    return sum(_send(message_id, doors) for message_id in messages.due(doors.clock.now()))


def _send(message_id: int, doors: Doors) -> bool:
    with transaction() as live:
        row = messages.begin_or_none(live, message_id, doors.clock.now())
        letter = _letter(row, doors) if row else None
        known = row is not None
    if not known:
        return False
    try:
        state = "sent" if letter is not None and doors.messages.send(letter) else "by_hand"
    except NotSent:
        state = "waiting"
    with transaction() as live:
        messages.end(live, message_id, state, doors.clock.now())
    return state == "sent"


def _letter(row: Message, doors: Doors) -> Letter | None:
    template = Template(row.template)
    if row.request_id is not None:
        request = messages.request_of(row.request_id)
        return letter_to(request, template, doors.zone)
    booking = messages.booking_of(row.booking_id or 0)
    return letter_to_booking(booking, template, doors.zone) if booking else None
