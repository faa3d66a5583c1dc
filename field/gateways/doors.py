"""All doors to the outside in one bundle, made once by the app and handed to services."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from field.gateways.basemap_shelf import BasemapShelf
from field.gateways.clock import Clock
from field.gateways.files import Files
from field.gateways.geocoder import Geocoders
from field.gateways.messages import LogMessages, Messages
from field.gateways.road_book import RoadBook
from field.gateways.vault import Vault


@dataclass(frozen=True)
class Doors:
    """What a service may reach besides the store."""

    city: str  # Kemendagri code, e.g. "32.71"
    zone: ZoneInfo
    clock: Clock
    vault: Vault
    files: Files
    geocoders: Geocoders
    roads: RoadBook
    basemap: BasemapShelf
    messages: Messages = field(default_factory=LogMessages)
