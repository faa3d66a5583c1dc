"""The same roads at other speeds: weights of one class, longer or shorter by kind of road."""

from dataclasses import replace

import numpy as np

from field.domain.speeds import MAIN, SMALL, Factors
from field.gateways.roads.classes import CLOSED, PROFILES
from field.gateways.roads.network import Network

_MAIN = {"motorway", "trunk", "primary", "secondary", "tertiary"}


def paced_network(network: Network, factors: Factors) -> Network:
    """Return the network with its weights multiplied; closed stays closed, nothing else moves."""
    main = np.array([kind.removesuffix("_link") in _MAIN for kind in network.kinds], bool)
    on_main = main[network.kind]
    ms = network.ms.copy()
    for who, profile in enumerate(PROFILES):
        own = factors.get(profile, {})
        each = np.where(on_main, own.get(MAIN, 1.0), own.get(SMALL, 1.0))
        before = network.ms[:, :, who]
        longer = np.clip(np.rint(before * each[:, None]), 1, CLOSED - 1)
        ms[:, :, who] = np.where((before == CLOSED) | (before == 0), before, longer)
    return replace(network, ms=ms)
