"""Fakes for the doors to the outside; everything within is real in tests."""

from datetime import UTC, datetime, timedelta

from field.domain.address import Address
from field.domain.place import Located


class StillClock:
    """A clock that moves only when told to."""

    def __init__(self, at: datetime = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: int) -> None:
        self.at += timedelta(**by)


class CannedSource:
    """A geocoder that knows the points it was given, by canonical line, and counts questions."""

    name = "canned"

    def __init__(self, answers: dict[str, Located]) -> None:
        self.answers = answers
        self.asked = 0

    def ask(self, address: Address) -> Located | None:
        self.asked += 1
        return self.answers.get(address.line)


class Told:
    """A line to a job that remembers what was said, and can ask for its end."""

    def __init__(self, *, stop: bool = False) -> None:
        self.said: list[tuple[float, str]] = []
        self.stop = stop

    def say(self, done: float, step: str) -> None:
        self.said.append((done, step))

    def cancelled(self) -> bool:
        return self.stop
