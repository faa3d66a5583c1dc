"""What came of telling a household that somebody will be at its door."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a call or message to a household ended."""

    REACHED = "reached"
    UNREACHED = "unreached"
