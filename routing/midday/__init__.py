"""The day as it goes: done is done, news come in, and little of the plan is disturbed."""

from routing.midday.change import Change
from routing.midday.news import Keep, News, Position, as_planned
from routing.midday.replan import Replanned, replan

__all__ = ["Change", "Keep", "News", "Position", "Replanned", "as_planned", "replan"]
