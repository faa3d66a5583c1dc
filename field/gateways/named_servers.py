"""The servers of an installation, as its settings name them."""

from field.gateways.road_servers.ask import Line
from field.gateways.road_servers.osrm import Osrm
from field.gateways.road_servers.server import RoadServer
from field.gateways.road_servers.valhalla import Valhalla

_DRIVEN = ("motor", "mobil")  # one OSRM for both, when no class is named
_LEAST_PAIRS = 4


def road_servers(osrm: str = "", valhalla: str = "", pairs: str = "") -> list[RoadServer]:
    """Open the servers that are named.

    Args:
        osrm: one address, or one for each class: `motor=http://... mobil=http://...`.
        valhalla: one address; asked after OSRM.
        pairs: how many trips a server tells at once; empty: what servers allow as they come.
    """
    more = {"pairs": max(_LEAST_PAIRS, int(pairs))} if pairs else {}
    found: list[RoadServer] = []
    if osrm:
        found.append(Osrm({profile: Line(url) for profile, url in _by_class(osrm)}, **more))
    if valhalla:
        found.append(Valhalla(Line(valhalla), **more))
    return found


def _by_class(setting: str) -> list[tuple[str, str]]:
    named = [part.partition("=") for part in setting.replace(",", " ").split()]
    if len(named) == 1 and not named[0][1]:
        return [(profile, named[0][0]) for profile in _DRIVEN]
    return [(profile, url) for profile, _, url in named]
