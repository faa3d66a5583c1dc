"""Is the campaign well posed? Every fault of it, one function a rule."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from routing.campaign.given import Campaign
from routing.fault import InvalidProblem, ProblemFault


def duplicate_id(campaign: Campaign) -> Iterator[ProblemFault]:
    kinds = {
        "card": [card.id for card in campaign.cards],
        "printer": [printer.id for printer in campaign.printers],
        "operator": [operator.id for operator in campaign.operators],
    }
    for day, crew in campaign.crews.items():
        kinds[f"courier (day {day})"] = [rider.id for rider in crew]
    for kind, ids in kinds.items():
        for number, times in Counter(ids).items():
            if times > 1:
                yield ProblemFault("duplicate_id", kind=kind, id=number)


def unknown_door(campaign: Campaign) -> Iterator[ProblemFault]:
    for card in campaign.cards:
        if card.door not in campaign.doors:
            yield ProblemFault("unknown_id", kind="door", id=card.door)


def unknown_depot(campaign: Campaign) -> Iterator[ProblemFault]:
    riders = {rider.id: rider for crew in campaign.crews.values() for rider in crew}
    for rider in riders.values():
        for place in (rider.start, rider.end):
            if place is not None and place >= len(campaign.depots):
                yield ProblemFault("unknown_id", kind="depot", id=place)


def share_range(campaign: Campaign) -> Iterator[ProblemFault]:
    if not 0 <= campaign.spoiled < 1:
        yield ProblemFault("spoiled_range", value=str(campaign.spoiled))


def nothing_to_do(campaign: Campaign) -> Iterator[ProblemFault]:
    if not campaign.cards:
        yield ProblemFault("no_cards")


def nobody_there(campaign: Campaign) -> Iterator[ProblemFault]:
    """What is printed already needs couriers only."""
    so_far = campaign.so_far
    unprinted = any(
        card.id not in so_far.printed and card.id not in so_far.gone for card in campaign.cards
    )
    if unprinted and not campaign.printers:
        yield ProblemFault("no_printers")
    if unprinted and not campaign.operators:
        yield ProblemFault("no_operators")
    if not any(crew for crew in campaign.crews.values()):
        yield ProblemFault("no_couriers")


def no_days(campaign: Campaign) -> Iterator[ProblemFault]:
    if not campaign.limits.days:
        yield ProblemFault("no_days")
    if not campaign.limits.longest_wait:
        yield ProblemFault("no_wait")


RULES = (
    duplicate_id,
    unknown_door,
    unknown_depot,
    share_range,
    nothing_to_do,
    nobody_there,
    no_days,
)


def validate_campaign(campaign: Campaign) -> list[ProblemFault]:
    """All that keeps it from being planned; an empty list if nothing."""
    return list(chain.from_iterable(rule(campaign) for rule in RULES))


def require_valid(campaign: Campaign) -> None:
    faults = validate_campaign(campaign)
    if faults:
        raise InvalidProblem(faults)
