"""Edges on a plane, found by nearness."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from field.gateways.roads.measure import Numbers, Plane
from field.gateways.roads.network import Network


@dataclass(frozen=True)
class Near:
    """For each point asked the nearest edge (-1: none near enough), how far, and where on it."""

    edge: NDArray[np.int64]
    metres: Numbers
    cm: NDArray[np.int64]  # from the edge's tail


class Lines:
    """Some edges of a network in a tree."""

    def __init__(self, network: Network, edges: NDArray[np.int64], plane: Plane) -> None:
        self._edges, self._cm, self._plane = edges, network.cm[edges], plane
        start, stop = network.shape_start[edges], network.shape_start[edges + 1]
        counts = (stop - start).astype(np.int64)
        first = np.repeat(start - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        rows = first + np.arange(counts.sum())
        places = np.stack([network.shape_lat[rows], network.shape_lon[rows]], axis=1) / 1e7
        self._lines = shapely.linestrings(
            plane.flat(places), indices=np.repeat(np.arange(len(edges)), counts)
        )
        self._tree = shapely.STRtree(self._lines)

    def nearest(self, places: Numbers, most: float) -> Near:
        """Rows of (lat, lon) in; `most` is the farthest that counts, in metres."""
        count = len(places)
        edge = np.full(count, -1, np.int64)
        metres = np.full(count, np.inf)
        cm = np.zeros(count, np.int64)
        if count and len(self._edges):
            points = shapely.points(self._plane.flat(places))
            (asked, line), far = self._tree.query_nearest(
                points, max_distance=most, return_distance=True, all_matches=False
            )
            along = shapely.line_locate_point(self._lines[line], points[asked])
            share = along / np.maximum(shapely.length(self._lines[line]), 0.01)
            edge[asked], metres[asked] = self._edges[line], far
            cm[asked] = np.rint(share * self._cm[line]).astype(np.int64)
        return Near(edge, metres, cm)

    def within(self, shape: shapely.Geometry, metres: float) -> NDArray[np.int64]:
        """The edges no farther than this from a shape on the plane."""
        found = self._tree.query(shape, predicate="dwithin", distance=metres)
        return np.asarray(self._edges[np.sort(found)], np.int64)

    def line(self, edge: int) -> shapely.Geometry:
        """An edge on the plane."""
        return self._lines[int(np.searchsorted(self._edges, edge))]

    def place(self, edge: int, cm: int) -> tuple[float, float]:
        """Where on the map a place on an edge is (lat, lon); the edge is one of these."""
        number = int(np.searchsorted(self._edges, edge))
        line = self._lines[number]
        share = cm / max(1, int(self._cm[number]))
        point = shapely.line_interpolate_point(line, share, normalized=True)
        lat, lon = self._plane.places(np.array([[point.x, point.y]]))[0]
        return round(float(lat), 7), round(float(lon), 7)
