"""Banned turns: only the junctions that have one are copied, one copy for each way in.

Arc `2 * edge` runs along an edge, `2 * edge + 1` against it. A banned turn is a chain of arcs that
nobody may drive whole. Whoever has driven the first arcs of one stands on a copy of the junction,
and there the last arc is closed for the classes concerned. What is not copied costs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chain = tuple[int, ...]
Bans = dict[Chain, int]  # a chain of arcs -> the classes that may not drive it, as bits


@dataclass(frozen=True)
class Topology:
    """What engines run on. Nodes from `junctions` on are copies; `copy_of` names their junction."""

    junctions: int
    copy_of: NDArray[np.int32]
    tail: NDArray[np.int32]
    head: NDArray[np.int32]
    arc: NDArray[np.int32]
    banned: NDArray[np.uint8]
    """The classes to which an engine's arc is closed by a turn, as bits."""

    @property
    def nodes(self) -> int:
        return len(self.copy_of)


def expand(
    junctions: int, tails: NDArray[np.int32], heads: NDArray[np.int32], bans: Bans
) -> Topology:
    """Build the engine's graph from edges (tails, heads) and the chains that are banned."""
    arc_tails = np.stack([tails, heads], axis=1).reshape(-1)
    arc_heads = np.stack([heads, tails], axis=1).reshape(-1)
    prefixes = sorted({chain[:end] for chain in bans for end in range(1, len(chain))})
    states = {prefix: junctions + number for number, prefix in enumerate(prefixes)}
    reach = arc_heads.copy()
    for (arc, *more), state in states.items():
        if not more:
            reach[arc] = state
    leaving = _leaving(states, arc_tails, arc_heads)
    copies = np.array(list(_copies(states, bans, arc_heads, leaving)), np.int32).reshape(-1, 4)
    arcs = np.arange(len(arc_tails))
    places = [int(arc_heads[prefix[-1]]) for prefix in prefixes]
    return Topology(
        junctions,
        _int([np.arange(junctions), places]),
        _int([arc_tails, copies[:, 0]]),
        _int([reach, copies[:, 1]]),
        _int([arcs, copies[:, 2]]),
        np.concatenate([np.zeros(len(arcs), np.uint8), copies[:, 3].astype(np.uint8)]),
    )


def _leaving(
    states: Iterable[Chain], tails: NDArray[np.int32], heads: NDArray[np.int32]
) -> dict[int, list[int]]:
    """The arcs that leave each junction that has copies."""
    wanted = {int(heads[prefix[-1]]) for prefix in states}
    leaving: dict[int, list[int]] = {junction: [] for junction in wanted}
    for arc in np.flatnonzero(np.isin(tails, list(wanted))):
        leaving[int(tails[arc])].append(int(arc))
    return leaving


def _copies(
    states: dict[Chain, int],
    bans: Bans,
    heads: NDArray[np.int32],
    leaving: dict[int, list[int]],
) -> Iterator[tuple[int, int, int, int]]:
    for prefix, state in states.items():
        for onward in leaving[int(heads[prefix[-1]])]:
            driven = (*prefix, onward)
            suffixes = [driven[start:] for start in range(len(driven))]
            banned = 0
            for suffix in suffixes:
                banned |= bans.get(suffix, 0)
            known = (states[suffix] for suffix in suffixes if suffix in states)
            yield state, next(known, int(heads[onward])), onward, banned


def _int(parts: Sequence[object]) -> NDArray[np.int32]:
    return np.concatenate([np.asarray(part, dtype=np.int32) for part in parts])
