"""How many cards can still be printed on a day, by its hours and by the blanks."""

from collections import Counter
from collections.abc import Iterable

from routing.quantities import Question


class Room:
    """What is free of each day. Priced shifts count only on days that need them anyway."""

    def __init__(self, question: Question, planned: Counter[int]) -> None:
        self._most = {
            day: room.most if planned[day] > room.usual else room.usual
            for day, room in question.days.items()
        }
        self._blanks = question.blanks
        self._used = Counter(planned)

    def free(self, day: int) -> int:
        """Blanks that a later day has been promised are not free."""
        if day not in self._most:
            return 0
        hours = self._most[day] - self._used[day]
        return max(
            0, min([hours, *self._blanks_left(later for later in self._most if later >= day)])
        )

    def use(self, day: int, cards: int) -> None:
        """Fewer than none gives room back."""
        self._used[day] += cards

    def _blanks_left(self, days: Iterable[int]) -> list[int]:
        used = {day: sum(n for each, n in self._used.items() if each <= day) for day in self._most}
        return [self._blanks[day] - used[day] for day in days]
