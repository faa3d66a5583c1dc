"""From a campaign to its plan: quantities first, then which cards, then when on which printer."""

import time
from collections import defaultdict
from collections.abc import Sequence

from routing.campaign.asked import last_day, question
from routing.campaign.beats import Beat, beats
from routing.campaign.chosen import Chosen, chosen
from routing.campaign.given import Campaign, Card
from routing.campaign.greedy import greedy
from routing.campaign.how import How, Stage
from routing.campaign.left_out import reasons
from routing.campaign.line import lines
from routing.campaign.plan import CampaignPlan, PrintDay
from routing.campaign.sequence import sequenced
from routing.campaign.validate import require_valid
from routing.engines.print_days import best_quantities
from routing.matrix import MatrixSource
from routing.quantities import BEFORE, Quantities, Question
from routing.search import Budget

HOW = How()
MANY = 30_000
"""So many cards are worth all the seconds of a search, fewer their share."""


def plan_campaign(campaign: Campaign, source: MatrixSource, how: How = HOW) -> CampaignPlan:
    """Which card is printed when and goes out on which day; stopped early, the best so far.

    Raises:
        InvalidProblem: with every fault of the campaign.
    """
    require_valid(campaign)
    apart = beats(campaign, source)
    asked = question(campaign, apart)
    line = lines(campaign, apart, source, how)
    found = _quantities(asked, how)
    return planned(campaign, apart, chosen(campaign, apart, line, asked, found))


def _quantities(asked: Question, how: How) -> Quantities:
    start = greedy(asked)
    if how.should_stop():
        return start
    began = time.monotonic()
    seconds = how.seconds * min(1.0, asked.wanted / MANY)

    def tell() -> None:
        passed = time.monotonic() - began
        left = max(0.0, seconds - passed)
        done = min(1.0, passed / seconds) if seconds else 1.0
        how.on_stage(Stage("printing", passed, left, done))

    budget = Budget(seconds if how.iterations is None else None, how.iterations)
    search = best_quantities(asked, start, budget, how.seed, how.threads)
    return search.run(how.should_stop, tell) or start


def planned(campaign: Campaign, apart: Sequence[Beat], turns: Chosen) -> CampaignPlan:
    """The plan in which these cards have these turns, all others being left out."""
    card = {each.id: each for each in campaign.cards}
    out = {number: turn.out for number, turn in turns.items()}
    so_far = campaign.so_far
    wanted = [each for each in campaign.cards if each.id not in so_far.gone]
    lasts = ((number, last_day(campaign, card[number])) for number in out)
    return CampaignPlan(
        days=_print_days(campaign, card, turns),
        out=out,
        trips=frozenset(number for number in out if card[number].trip == out[number]),
        late=frozenset(number for number, last in lasts if last is not None and out[number] > last),
        moved=frozenset(
            number
            for number, day in so_far.promised.items()
            if number in out and out[number] != day
        ),
        left_out=reasons(campaign, apart, [each for each in wanted if each.id not in out]),
    )


def _print_days(campaign: Campaign, card: dict[int, Card], turns: Chosen) -> tuple[PrintDay, ...]:
    by_day: dict[int, list[int]] = defaultdict(list)
    for number, turn in turns.items():
        if turn.printed != BEFORE:
            by_day[turn.printed].append(number)

    def in_line(number: int) -> tuple[object, ...]:
        """What goes out first is printed first: an outage in the evening then costs least."""
        each = card[number]
        return turns[number].out, campaign.area(each), each.door, number

    return tuple(
        sequenced(campaign, day, [card[number] for number in sorted(by_day[day], key=in_line)])
        for day in sorted(by_day)
    )
