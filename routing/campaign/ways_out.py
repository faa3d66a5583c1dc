"""What would let all cards go out that a plan leaves out: each change made, and solved again.

Only numbers of cards are asked for here, with nothing weighed but that they go out: seconds, not
minutes, for each change that is tried.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from routing.campaign.asked import good_blanks, print_days, question
from routing.campaign.beats import beats
from routing.campaign.given import Campaign
from routing.campaign.greedy import greedy
from routing.campaign.how import How
from routing.campaign.validate import require_valid
from routing.campaign.ways import WayOut, changed_campaign
from routing.engines.print_days import best_quantities
from routing.matrix import MatrixSource
from routing.quantities import Question
from routing.search import Budget

HOW = How(seconds=5.0)
MOST_DAYS = 28
MOST_PEOPLE = 4
A_HUNDRED = 100
"""So many blanks count as a day of somebody's work."""


def ways_out(campaign: Campaign, source: MatrixSource, how: How = HOW) -> list[WayOut]:
    """The changes that are enough, the cheapest first; none when nothing is left out.

    `how.seconds` are for each change that is tried. Stopped early, those found so far.

    Raises:
        InvalidProblem: with every fault of the campaign.
    """
    require_valid(campaign)
    trial = _Trial(campaign, source, how)
    short = trial.short(campaign)
    if not short:
        return []
    found = [way for way in trial.all() if way is not None]
    found.append(WayOut("fewer_cards", len(campaign.cards), {"cards": short}))
    return sorted(found, key=lambda way: way.price)


class _Trial:
    def __init__(self, campaign: Campaign, source: MatrixSource, how: How) -> None:
        self.campaign, self.source, self.how = campaign, source, how
        self.apart = beats(campaign, source)

    def all(self) -> Iterator[WayOut | None]:
        yield self._later_finish()
        yield from self._operators()
        yield self._fewest("more_printers", MOST_PEOPLE, self._more_printers)
        yield self._more_blanks()
        yield self._fewest("more_couriers", MOST_PEOPLE, self._more_couriers)

    def _operators(self) -> Iterator[WayOut]:
        """Few for long, or more of them for fewer days."""
        last = self.campaign.limits.days
        for count in (1, 2, MOST_PEOPLE):
            way = self._more_operators(count)
            if way is not None and int(way.values["last"]) < last:
                last = int(way.values["last"])
                yield way

    def short(self, campaign: Campaign) -> int:
        """How many cards are left out at the least."""
        asked = self._asked(campaign)
        found = greedy(asked)
        if found.total < min(asked.wanted, asked.most) and not self.how.should_stop():
            how = self.how
            budget = Budget(how.seconds if how.iterations is None else None, how.iterations)
            search = best_quantities(asked, found, budget, how.seed, how.threads)
            found = search.run(how.should_stop, lambda: None) or found
        return max(0, asked.wanted - found.total) + len(_never_ready(campaign))

    def _asked(self, campaign: Campaign) -> Question:
        """Only that cards go out: nothing else is weighed."""
        same = campaign.crews is self.campaign.crews
        apart = self.apart if same else beats(campaign, self.source)
        asked = question(campaign, apart)
        free = tuple(
            replace(beat, out_and_home=0, due={}, urgent={}, promised={}) for beat in asked.beats
        )
        return replace(asked, beats=free, waiting=0, urgent=0, promise=0, late=0, fair=0)

    def _enough(self, way: WayOut) -> bool:
        """Most changes that are not are seen by adding up, without a search."""
        changed = changed_campaign(self.campaign, way)
        asked = self._asked(changed)
        if self.how.should_stop() or asked.most < asked.wanted or _never_ready(changed):
            return False
        return self.short(changed) == 0

    def _fewest(self, code: str, most: int, make: Callable[[int], WayOut]) -> WayOut | None:
        """The smallest number from 1 to `most` that is enough, each larger one being enough too."""
        if code not in self._sensible() or not self._enough(make(most)):
            return None
        low, high = 0, most
        while high - low > 1:
            middle = (low + high) // 2
            if self._enough(make(middle)):
                high = middle
            else:
                low = middle
        return make(high)

    def _sensible(self) -> set[str]:
        codes = {"later_finish", "more_couriers"}
        if self.campaign.printers and self.campaign.operators:
            codes |= {"more_operators", "more_printers"}
        return codes | ({"more_blanks"} if self.campaign.blanks is not None else set())

    def _later_finish(self) -> WayOut | None:
        days = self.campaign.limits.days
        people = max(1, len(self.campaign.operators))
        return self._fewest(
            "later_finish",
            MOST_DAYS,
            lambda n: WayOut("later_finish", n * people, {"days": days + n, "last": days + n - 1}),
        )

    def _more_operators(self, count: int) -> WayOut | None:
        """On as few days as are enough, from the first one on."""
        days = print_days(self.campaign)
        return self._fewest(
            "more_operators",
            len(days),
            lambda n: WayOut(
                "more_operators",
                n * count,
                {"operators": count, "first": days[0], "last": days[0] + n - 1},
            ),
        )

    def _more_printers(self, count: int) -> WayOut:
        price = 2 * count * len(print_days(self.campaign))
        return WayOut("more_printers", price, {"printers": count})

    def _more_couriers(self, count: int) -> WayOut:
        """One more for each of them, on each of their days."""
        price = sum(len(crew) for crew in self.campaign.crews.values())
        return WayOut("more_couriers", count * price, {"couriers": count})

    def _more_blanks(self) -> WayOut | None:
        """By the day on which there would be none left if all printers worked."""
        wanted = len(self.campaign.cards) - len(self.campaign.so_far.gone)
        day = self._day_without_blanks()
        most = int(wanted / (1 - self.campaign.spoiled)) + 1
        return self._fewest(
            "more_blanks",
            most,
            lambda n: WayOut("more_blanks", -(-n // A_HUNDRED), {"blanks": n, "day": day}),
        )

    def _day_without_blanks(self) -> int:
        asked = question(self.campaign, beats(self.campaign, self.source))
        made = 0
        for day in sorted(asked.days):
            made += asked.days[day].usual
            if made > good_blanks(self.campaign, day):
                return day
        return self.campaign.so_far.today


def _never_ready(campaign: Campaign) -> list[int]:
    """Cards that become ready only when the printing is over."""
    so_far = campaign.so_far
    return [
        card.id
        for card in campaign.cards
        if card.ready >= campaign.limits.days
        and card.id not in so_far.printed
        and card.id not in so_far.gone
    ]
