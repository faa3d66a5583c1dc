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

    A letter is marked within the transaction that sends it: after a crash in
    between it may go twice, but never not at all.
    """
    sent = 0
    for message_id in messages.due(doors.clock.now()):
        with transaction() as live:
            row = messages.locked_or_none(live, message_id)
            if row is None or row.state != "waiting":
                continue
            letter = _letter(row, doors)
            row.attempts += 1
            try:
                gone = letter is not None and doors.messages.send(letter)
            except NotSent:
                row.state = "failed" if row.attempts >= messages.MOST_ATTEMPTS else "waiting"
                continue
            row.state = "sent" if gone else "by_hand"
            row.sent_at = doors.clock.now() if gone else None
            sent += gone
    return sent


def _letter(row: Message, doors: Doors) -> Letter | None:
    template = Template(row.template)
    if row.request_id is not None:
        request = messages.request_of(row.request_id)
        return letter_to(request, template, doors.zone)
    booking = messages.booking_of(row.booking_id or 0)
    return letter_to_booking(booking, template, doors.zone) if booking else None
