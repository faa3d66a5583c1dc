"""A game: day after day printed and delivered, until all is done or the days are over."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from routing.search import ShouldStop, never
from routing.simulation.dispatch import Dispatch
from routing.simulation.driving import Driven, Round
from routing.simulation.policy import Policy
from routing.simulation.printing import Printed, print_day
from routing.simulation.setting import DAY_S, Card, Setting
from routing.simulation.world import World

NOON = 12 * 3_600
"""When a car hands over what it takes along."""


@dataclass
class Game:
    """What has become of each card: the moment when it was printed, and when it was handed over."""

    setting: Setting
    printed: Printed = field(default_factory=Printed)
    delivered: dict[int, int] = field(default_factory=dict)
    rounds: list[Driven] = field(default_factory=list)
    visits: dict[int, int] = field(default_factory=dict)

    def to_print(self) -> list[Card]:
        return [card for card in self.setting.cards if card.id not in self.printed.at]

    def in_bag(self, by: int) -> list[Card]:
        """Printed by then and not yet handed over, in the order in which they were printed."""
        here = [card for card, moment in self.printed.at.items() if moment <= by]
        return [self.setting.card[card] for card in here if card not in self.delivered]


OnMorning = Callable[[float], None]
"""Told each morning which part of the cards has been handed over."""


def unseen(_: float) -> None:
    """For who does not look."""


def play(
    setting: Setting,
    world: World,
    policy: Policy,
    dispatch: Dispatch,
    on_morning: OnMorning = unseen,
    should_stop: ShouldStop = never,
) -> Game:
    """Whoever goes out in the morning has what was printed until the evening before."""
    game = Game(setting)
    for day in range(len(setting.days)):
        if len(game.delivered) == len(setting.cards) or should_stop():
            break
        on_morning(len(game.delivered) / len(setting.cards))
        _deliver(game, world, policy, dispatch, day)
        if setting.days[day].turns and len(game.printed.at) < len(setting.cards):
            queue = policy.queue(game.to_print())
            print_day(setting, world, day, queue, game.printed)
    return game


def _deliver(game: Game, world: World, policy: Policy, dispatch: Dispatch, day: int) -> None:
    here = game.in_bag(day * DAY_S)
    by_car = {card.id: day * DAY_S + NOON for card in here if card.trip == day}
    game.delivered |= by_car
    crew = [each for each in game.setting.days[day].couriers if world.on_duty(day, each.id)]
    if not crew:
        return
    bags: dict[int, list[Card]] = defaultdict(list)
    for card in policy.goes_out(day, [card for card in here if card.id not in by_car]):
        bags[card.door].append(card)
    solved = dispatch(game.setting, day, crew, bags)
    going = {door for _, plan in solved for route in plan.routes for door in route.jobs}
    last = _last(game, {door: bags[door] for door in going})
    for problem, plan in solved:
        for route in plan.routes:
            round_ = Round(problem, problem.vehicle[route.vehicle], day, world)
            driven = round_.drive(route.jobs, game.visits, last)
            game.rounds.append(driven)
            for call in driven.calls:
                if call.met:
                    game.delivered.update((card.id, call.at) for card in bags[call.door])


def _last(game: Game, going: Mapping[int, Sequence[Card]]) -> Set[int]:
    """The doors of a territory of which all that is left is on the road today.

    Who does not open there today is all that another round would be for.
    """
    out = {card.id for cards in going.values() for card in cards}
    territory = {door.id: door.vehicles for door in game.setting.doors}
    left = (card for card in game.setting.cards if card.id not in game.delivered)
    unfinished = {territory[card.door] for card in left if card.id not in out}
    return {door for door in going if territory[door] not in unfinished}
