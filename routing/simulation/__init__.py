"""Days of printing and delivering played by chance: what becomes of a plan, and of another way.

Moments are whole seconds from the midnight before the first day; hours of a shift are seconds of
their own day. All chance comes from the seed and is drawn before anything is decided, so that two
ways of working meet the same days. Nothing here knows how a plan is made.
"""

from routing.simulation.dispatch import Dispatcher
from routing.simulation.figures import Figures
from routing.simulation.luck import NO_BAD_LUCK, Luck
from routing.simulation.trial import Trial

__all__ = ["NO_BAD_LUCK", "Dispatcher", "Figures", "Luck", "Trial"]
