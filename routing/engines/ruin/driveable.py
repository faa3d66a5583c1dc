"""Can a route as it stands be driven?"""

from routing.engines.ruin.columns import (
    FAR,
    MOST_DURATION,
    MOST_SO_FAR,
    RESTS,
    RIDES,
    ROOM,
)
from routing.engines.ruin.compiled import inner
from routing.engines.ruin.data import Data
from routing.engines.ruin.exact import row_of, timed
from routing.engines.ruin.links import end_of
from routing.engines.ruin.single import within
from routing.engines.ruin.state import State


@inner
def driveable(data: Data, state: State, v: int) -> bool:
    end = end_of(data, v)
    for axis in range(data.axes):
        if state.load[end, axis, MOST_SO_FAR] > data.fleet[v, ROOM + axis]:
            return False
    in_time = False
    for taken in range(data.fleet[v, RESTS] + 1):
        in_time = in_time or state.begin[end, taken] <= state.latest[end, taken]
    if not in_time or not within(data, state, v, 0, (0, 0)):
        return False
    most = data.fleet[v, MOST_DURATION]
    if most >= FAR and state.route[v, RIDES] == 0:
        return True
    spent = timed(data, state, v, row_of(data, state, v), most < FAR)[0]
    return bool(spent < FAR and spent <= most)
