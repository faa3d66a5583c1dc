"""Who may take a card at the door: the office sets the rule, the road sometimes differs."""

from field.domain.event import RELATIONS
from field.domain.settings import Settings


def is_allowed(relation: str, settings: Settings) -> bool:
    """Tell whether the office lets such a receiver take a card.

    A card that was given against the rule is gone all the same: the event is
    kept and the office looks at it.
    """
    return relation in settings.receiver_rule


def relations_by_rule(settings: Settings) -> list[str]:
    """Return all relations, those that the office allows first."""
    return sorted(RELATIONS, key=lambda code: not is_allowed(code, settings))
