"""What a courier says at the door about the pin: right as it is, or moved to where he stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from field.domain.place import Point

FARTHEST_M = 60.0  # a phone that is less sure than this does not move a pin


@dataclass(frozen=True)
class DoorPin:
    """A confirmed pin; no point: the one on the map is right."""

    point: Point | None


def door_pin(data: Mapping[str, object]) -> DoorPin | None:
    """Read a hand-over's data; None when nothing was confirmed, or the phone was too unsure."""
    if data.get("pin_confirmed") is not True:
        return None
    lat, lon, accuracy = data.get("lat"), data.get("lon"), data.get("accuracy")
    if not (isinstance(lat, float) and isinstance(lon, float)):
        return DoorPin(None)
    if not isinstance(accuracy, float) or not 0 <= accuracy <= FARTHEST_M:
        return None
    return DoorPin(Point(lat, lon))
