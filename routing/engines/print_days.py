"""Quantities by CP-SAT: how many cards of each beat are printed when and go out when.

Printers of a day are one capacity, for any share of it can be given to each of them; a beat is a
count, for which cards are meant is geography's. So 60,000 cards are some thousand whole numbers.
"""

import threading
from collections.abc import Callable, Iterable
from itertools import pairwise

from ortools.sat.python import cp_model

from routing.quantities import BEFORE, BeatCounts, Quantities, Question, Turn
from routing.search import Budget, ShouldStop

LEFT_OUT = 200_000
"""The price of a card that is not planned, in seconds: above all else."""
MEANS = 100
"""The mean waiting of a beat counts in hundredths of a day."""
GOOD_ENOUGH = 0.002
"""The search ends when nothing can be better by more than this part."""
POLL_SECONDS = 0.1
A_WORK = 0.1
"""An iteration counts as so much of CP-SAT's deterministic time."""

Expression = cp_model.LinearExprT
Which = Callable[[Turn], bool]


def best_quantities(
    question: Question, start: Quantities, budget: Budget, seed: int, threads: int = 1
) -> "Search":
    """A search that can be run, watched and stopped; it begins with `start`."""
    return Search(_Model(question, start), budget, seed, threads)


class Search:
    def __init__(self, model: "_Model", budget: Budget, seed: int, threads: int) -> None:
        self.model = model
        self.solver = cp_model.CpSolver()
        self.solver.parameters.random_seed = seed
        self.solver.parameters.num_workers = threads
        self.solver.parameters.relative_gap_limit = GOOD_ENOUGH
        if budget.seconds is not None:
            self.solver.parameters.max_time_in_seconds = max(0.1, budget.seconds)
        if budget.iterations is not None:
            self.solver.parameters.max_deterministic_time = budget.iterations * A_WORK

    def run(self, should_stop: ShouldStop, each_moment: Callable[[], None]) -> Quantities | None:
        """The best found, or nothing if none was. The solver works in a thread of its own."""
        status: list[object] = []
        worker = threading.Thread(
            target=lambda: status.append(self.solver.solve(self.model.model)), daemon=True
        )
        worker.start()
        while worker.is_alive():
            worker.join(POLL_SECONDS)
            each_moment()
            if should_stop():
                self.solver.stop_search()
        found = status and status[0] in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return self.model.read(self.solver) if found else None


def _any(_: Turn) -> bool:
    return True


def _lying(turn: Turn) -> bool:
    return turn.printed == BEFORE


def _printed_by(day: int) -> Which:
    return lambda turn: BEFORE < turn.printed <= day


def _out_on(day: int) -> Which:
    return lambda turn: turn.out == day


def _out_by(day: int, *, since: int) -> Which:
    """Of what is printed from `since` on."""
    return lambda turn: turn.printed >= since and turn.out <= day


def _lying_out_by(day: int) -> Which:
    return lambda turn: turn.printed == BEFORE and turn.out <= day


class _Model:
    def __init__(self, question: Question, start: Quantities) -> None:
        self.question = question
        self.start = start
        self.model = cp_model.CpModel()
        self.cards: dict[tuple[int, Turn], cp_model.IntVar] = {}
        self.trips: dict[tuple[int, int], cp_model.IntVar] = {}
        self.prices: list[Expression] = []
        self.begin = min((turn.out for turn in question.turns), default=0)
        for number, beat in enumerate(question.beats):
            self._beat(number, beat)
        self._print_days()
        self._fairness()
        self.model.minimize(sum(self.prices))

    def read(self, solver: cp_model.CpSolver) -> Quantities:
        cards = {key: solver.value(var) for key, var in self.cards.items()}
        trips = {key: solver.value(var) for key, var in self.trips.items()}
        return Quantities(
            {key: count for key, count in cards.items() if count},
            {key: count for key, count in trips.items() if count},
        )

    def _beat(self, number: int, beat: BeatCounts) -> None:
        fresh = sum(beat.ready.values())
        for turn in self.question.turns:
            most = sum(beat.printed.values()) if turn.printed == BEFORE else fresh
            team = beat.teams.get(turn.out)
            if team and most:
                self._turn(number, turn, min(most, team.cards))
        self._ready(number, beat)
        self._couriers(number, beat)
        self._due(number, beat)
        self._urgent(number, beat)
        self._promised(number, beat)
        served = self._sum(number)
        self.prices.append(LEFT_OUT * (beat.cards - served))

    def _turn(self, number: int, turn: Turn, most: int) -> None:
        var = self.model.new_int_var(0, most, "")
        self.model.add_hint(var, self.start.cards.get((number, turn), 0))
        self.cards[number, turn] = var
        self.prices.append(self.question.waiting * (turn.out - self.begin) * var)

    def _ready(self, number: int, beat: BeatCounts) -> None:
        """No card before it is there."""
        self.model.add(self._sum(number, _lying) <= sum(beat.printed.values()))
        for day in self.question.days:
            so_far = self._sum(number, _printed_by(day))
            self.model.add(so_far <= beat.ready_by(day))

    def _couriers(self, number: int, beat: BeatCounts) -> None:
        """As many go out as the cards need; each drives out and home, and all of them around."""
        for day, team in beat.teams.items():
            carried = self._start(number, _out_on(day))
            out = self.model.new_int_var(0, team.couriers, "")
            self.model.add_hint(out, -(-carried // team.each))
            self.model.add(self._sum(number, _out_on(day)) <= team.each * out)
            visited = self.model.new_bool_var("")
            self.model.add_hint(visited, carried > 0)
            self.model.add(out <= team.couriers * visited)
            self.prices.append(beat.out_and_home * out + self.question.visit * visited)

    def _due(self, number: int, beat: BeatCounts) -> None:
        """Of those ready from a day on and due by another, as many have gone out, or are late."""
        for ready in {ready for ready, _ in beat.due}:
            for last in {last for _, last in beat.due}:
                count = sum(n for (r, d), n in beat.due.items() if r >= ready and d <= last)
                self._in_time(number, count, _out_by(last, since=ready))
        for last in beat.printed:
            count = sum(n for d, n in beat.printed.items() if d <= last)
            self._in_time(number, count, _lying_out_by(last))

    def _in_time(self, number: int, count: int, which: Which) -> None:
        if count:
            late = self.model.new_int_var(0, count, "")
            self.model.add_hint(late, max(0, count - self._start(number, which)))
            self.model.add(self._sum(number, which) >= count - late)
            self.prices.append(self.question.late * late)

    def _urgent(self, number: int, beat: BeatCounts) -> None:
        """Each day on which an urgent card is still not out."""
        days = sorted({turn.out for turn in self.question.turns})
        for day, after in pairwise(days):
            there = sum(n for ready, n in beat.urgent.items() if ready < day)
            if there:
                self._reward(
                    number,
                    there,
                    _out_by(day, since=0),
                    self.question.urgent * (after - day),
                )

    def _promised(self, number: int, beat: BeatCounts) -> None:
        for day, count in beat.promised.items():
            self._reward(number, count, _out_on(day), self.question.promise)

    def _reward(self, number: int, most: int, which: Which, price: int) -> None:
        """For each of so many cards that is among these turns."""
        kept = self.model.new_int_var(0, most, "")
        self.model.add_hint(kept, min(most, self._start(number, which)))
        self.model.add(kept <= self._sum(number, which))
        self.prices.append(price * (most - kept))

    def _print_days(self) -> None:
        for day, room in self.question.days.items():
            for trip in {trip for ready, trip in self.question.trips if ready <= day < trip}:
                if trip <= self.question.reach[day]:
                    self._trip(day, trip)
            made = self._made(day, day)
            if room.most > room.usual:
                extra = self.model.new_bool_var("")
                self.model.add_hint(extra, self._start_made(day) > room.usual)
                self.model.add(made <= room.usual + (room.most - room.usual) * extra)
                self.prices.append(room.price * extra)
            else:
                self.model.add(made <= room.usual)
            so_far = self._made(0, day)
            self.model.add(so_far <= self.question.blanks[day])
        for trip in {trip for _, trip in self.question.trips}:
            self._trips_of(trip)

    def _trip(self, day: int, trip: int) -> None:
        count = sum(self.question.trips.values())
        var = self.model.new_int_var(0, count, "")
        self.model.add_hint(var, self.start.trips.get((day, trip), 0))
        self.trips[day, trip] = var

    def _trips_of(self, trip: int) -> None:
        wanted = {ready: n for (ready, to), n in self.question.trips.items() if to == trip}
        printed = {day: var for (day, to), var in self.trips.items() if to == trip}
        for day in printed:
            there = sum(n for ready, n in wanted.items() if ready <= day)
            self.model.add(sum(var for each, var in printed.items() if each <= day) <= there)
        self.prices.append(LEFT_OUT * (sum(wanted.values()) - sum(printed.values())))

    def _fairness(self) -> None:
        """The beat that waits longest, on the mean of its cards."""
        last = max((turn.out for turn in self.question.turns), default=0) - self.begin
        worst = self.model.new_int_var(0, MEANS * (last + 1), "")
        means = [0]
        for number, beat in enumerate(self.question.beats):
            waited = [
                (turn.out - self.begin) * var
                for (other, turn), var in self.cards.items()
                if other == number
            ]
            if waited:
                self.model.add(worst * beat.cards >= MEANS * sum(waited))
                started = sum(
                    (turn.out - self.begin) * n
                    for (other, turn), n in self.start.cards.items()
                    if other == number
                )
                means.append(-(-MEANS * started // beat.cards))
        self.model.add_hint(worst, max(means))
        many = sum(beat.cards for beat in self.question.beats) // max(1, len(means) - 1)
        self.prices.append(self.question.fair * many // MEANS * worst)

    def _sum(self, number: int, which: Which = _any) -> Expression:
        return sum(self._of(number, which))

    def _of(self, number: int, which: Which) -> Iterable[cp_model.IntVar]:
        return [
            self.cards[number, turn]
            for turn in self.question.turns
            if (number, turn) in self.cards and which(turn)
        ]

    def _start(self, number: int, which: Which) -> int:
        return sum(
            self.start.cards.get((number, turn), 0) for turn in self.question.turns if which(turn)
        )

    def _made(self, first: int, last: int) -> Expression:
        """All that is printed from one day to another."""
        turns = [var for (_, turn), var in self.cards.items() if first <= turn.printed <= last]
        return sum(turns) + sum(var for (day, _), var in self.trips.items() if first <= day <= last)

    def _start_made(self, day: int) -> int:
        turns = sum(n for (_, turn), n in self.start.cards.items() if turn.printed == day)
        return turns + sum(n for (printed, _), n in self.start.trips.items() if printed == day)
