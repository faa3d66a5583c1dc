"""Which card goes first when not all can go: the longest waiting, the urgent, the hand-picked."""

HANDPICKED = 100
URGENT = 40
PER_DAY = 2
MOST = 99


def priority(waiting_days: int, *, urgent: bool, handpicked: bool) -> int:
    """Return 0 to 100; a door that somebody chose by hand comes before all others."""
    if handpicked:
        return HANDPICKED
    return min(MOST, max(0, waiting_days) * PER_DAY + (URGENT if urgent else 0))
