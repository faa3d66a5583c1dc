"""From a network to a RoadTimes with the best engine that is installed."""

from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from field.domain.roads import WALK_MS
from field.gateways.roads.classes import FOOT
from field.gateways.roads.dijkstra_engine import DijkstraEngine
from field.gateways.roads.engine import Engine
from field.gateways.roads.network import Network
from field.gateways.roads.road_times import RoadTimes
from field.gateways.roads.standing import LOST_M

if TYPE_CHECKING:
    from field.gateways.roads.cch_engine import Hierarchy

# One author, one wheel: where it does not install, Dijkstra goes on.
HAS_CCH = find_spec("routingkit_cch") is not None


def open_roads(network: Network, far_m: float = LOST_M) -> RoadTimes:
    """Make a network answer for doors that are no farther from it than this."""
    return RoadTimes(network, hierarchies(network) if HAS_CCH else Dijkstras(network), far_m)


@dataclass(frozen=True)
class Dijkstras:
    """An engine for each class, by scipy."""

    network: Network

    def at(self, network: Network) -> "Dijkstras":
        return Dijkstras(network)

    def __call__(self, who: int) -> Engine:
        network = self.network
        return DijkstraEngine(network.topology, network.arc_weights(who), arc_lengths(network))


def hierarchies(network: Network) -> "Hierarchies":
    return Hierarchies(with_order(network))


class Hierarchies:
    """An engine for each class, by contraction hierarchies over one order."""

    def __init__(self, network: Network, shared: "Hierarchy | None" = None) -> None:
        from field.gateways.roads.cch_engine import Hierarchy

        self.network = network
        self._shared = shared or Hierarchy.over(network.topology, network.order)

    def at(self, network: Network) -> "Hierarchies":
        return Hierarchies(network, self._shared)

    def __call__(self, who: int) -> Engine:
        from field.gateways.roads.cch_engine import CchEngine

        network = self.network
        main = np.flatnonzero(network.main[who])
        speed = WALK_MS / 10 if who == FOOT else None
        return CchEngine(self._shared, network.arc_weights(who), arc_lengths(network), main, speed)


def with_order(network: Network) -> Network:
    """Add the order of contraction, which takes seconds and is kept in the file."""
    if not HAS_CCH or len(network.order) == network.topology.nodes:
        return network
    from field.gateways.roads.cch_engine import order_of

    return replace(network, order=order_of(network.topology, *network.degrees))


def arc_lengths(network: Network) -> NDArray[np.int64]:
    """Centimetres of each of the engine's arcs."""
    return network.cm[network.topology.arc // 2].astype(np.int64)
