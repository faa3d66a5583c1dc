"""The one door from Python into the compiled part: with several, each would be compiled alone."""

from routing.engines.ruin.anneal import anneal
from routing.engines.ruin.begin import adopt, begin
from routing.engines.ruin.compiled import Array, entry
from routing.engines.ruin.data import Data
from routing.engines.ruin.state import State

BEGIN, ADOPT, ANNEAL = 0, 1, 2


@entry
def kernel(
    data: Data,
    state: State,
    what: int,
    routes: tuple[Array, Array],
    iterations: int,
    temperature: float,
) -> None:
    """Begin with these routes, go on from them, or anneal what there is."""
    if what == BEGIN:
        begin(data, state, routes[0], routes[1])
    elif what == ADOPT:
        adopt(data, state, routes[0], routes[1])
    else:
        anneal(data, state, iterations, temperature)
