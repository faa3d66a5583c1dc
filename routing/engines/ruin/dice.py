"""Chance, in one word of the tally: the same on every machine, and no lock between threads."""

import math

import numpy as np

from routing.engines.ruin.columns import BLINK, DICE
from routing.engines.ruin.compiled import Array, inline, inner

BLINK_RATE = 0.01


@inline
def chance(tally: Array) -> float:
    """From 0 to below 1 (xorshift64*)."""
    x = np.uint64(tally[DICE])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    tally[DICE] = np.int64(x)
    return float((x * np.uint64(2685821657736338717)) >> np.uint64(11)) * 1.1102230246251565e-16


@inline
def below(tally: Array, many: int) -> int:
    return int(chance(tally) * many)


@inner
def next_blink(tally: Array) -> int:
    return int(math.log(1.0 - chance(tally)) / math.log(1.0 - BLINK_RATE))


@inline
def blinks(tally: Array) -> bool:
    """Is this place overlooked? Greed alone would always choose the same."""
    tally[BLINK] -= 1
    if tally[BLINK] >= 0:
        return False
    tally[BLINK] = next_blink(tally)
    return True
