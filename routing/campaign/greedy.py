"""Quantities without a search, day by day: where an engine begins, or all if it is stopped."""

from collections import Counter

from routing.quantities import BEFORE, BeatCounts, Quantities, Question, Turn


def greedy(question: Question) -> Quantities:
    """Full days for the beats that have waited most, urgent cards first, until a day is printed."""
    work = _Work(question)
    for beat in range(len(question.beats)):
        work.bring_printed(beat)
    for day in sorted(question.days):
        work.print_day(day)
    return Quantities(dict(work.cards), dict(work.trips))


class _Work:
    def __init__(self, question: Question) -> None:
        self.question = question
        self.cards: Counter[tuple[int, Turn]] = Counter()
        self.trips: Counter[tuple[int, int]] = Counter()
        self.carried: Counter[tuple[int, int]] = Counter()
        self.printed: Counter[int] = Counter()
        self.made = 0

    def bring_printed(self, number: int) -> None:
        left = sum(self.question.beats[number].printed.values())
        for turn in self.question.turns:
            if turn.printed == BEFORE:
                left -= self._take(number, turn, left)

    def print_day(self, day: int) -> None:
        room = min(self.question.days[day].most, self.question.blanks[day] - self.made)
        room -= self._print_for_trips(day, room)
        outs = [turn for turn in self.question.turns if turn.printed == day]
        for promised in (True, False):
            for turn in outs:
                for number in self._neediest(turn):
                    wanted = min(room, self._pool(number, day))
                    if promised:
                        wanted = min(wanted, self._promised(number, turn))
                    taken = self._take(number, turn, wanted)
                    self.printed[number] += taken
                    self.made += taken
                    room -= taken

    def _print_for_trips(self, day: int, room: int) -> int:
        """The trips that come first, first."""
        taken = 0
        reach = self.question.reach[day]
        for trip in sorted({trip for _, trip in self.question.trips if day < trip <= reach}):
            there = sum(
                n for (ready, to), n in self.question.trips.items() if to == trip and ready <= day
            )
            done = sum(n for (_, to), n in self.trips.items() if to == trip)
            cards = min(there - done, room - taken)
            if cards > 0:
                self.trips[day, trip] += cards
                taken += cards
        self.made += taken
        return taken

    def _neediest(self, turn: Turn) -> list[int]:
        beats = range(len(self.question.beats))
        return sorted(beats, key=lambda number: self._need(number, turn), reverse=True)

    def _need(self, number: int, turn: Turn) -> tuple[int, int, float]:
        """What would be late, what is urgent, and how full the couriers' days to come must be."""
        beat = self.question.beats[number]
        late = sum(
            n for (ready, due), n in beat.due.items() if ready <= turn.printed and due <= turn.out
        )
        urgent = sum(n for ready, n in beat.urgent.items() if ready <= turn.printed)
        done = self.printed[number]
        days = (day for day in beat.teams if day > turn.printed)
        room = sum(beat.teams[day].cards - self.carried[number, day] for day in days)
        return max(0, late - done), max(0, urgent - done), (beat.cards - done) / max(1, room)

    def _pool(self, number: int, day: int) -> int:
        """What is ready by this day and not printed."""
        beat = self.question.beats[number]
        return sum(n for ready, n in beat.ready.items() if ready <= day) - self.printed[number]

    def _promised(self, number: int, turn: Turn) -> int:
        beat: BeatCounts = self.question.beats[number]
        return max(0, beat.promised.get(turn.out, 0) - self.carried[number, turn.out])

    def _take(self, number: int, turn: Turn, wanted: int) -> int:
        team = self.question.beats[number].teams.get(turn.out)
        room = team.cards - self.carried[number, turn.out] if team else 0
        taken = max(0, min(wanted, room))
        if taken:
            self.cards[number, turn] += taken
            self.carried[number, turn.out] += taken
        return taken
