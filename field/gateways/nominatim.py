"""Ask a Nominatim server, the office's own or a public one, through geopy."""

import logging
from typing import Any
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from field.domain.address import Address
from field.domain.place import Box, Confidence, Located, Point
from field.domain.region_names import spelling_key

_PUBLIC = "openstreetmap.org"  # its rule: one question a second
_STREET_RANK = 26  # Nominatim's place_rank from which an answer is a street or a house
_FAILURES_TO_REST = 3
_log = logging.getLogger(__name__)


class NominatimSource:
    """Answers with a street or a house; what it knows less well, our own table knows better."""

    name = "nominatim"

    def __init__(self, url: str, city: str, box: Box, **geopy: Any) -> None:  # noqa: ANN401 - passed on
        parts = urlsplit(url if "://" in url else f"https://{url}")
        server = Nominatim(
            scheme=parts.scheme,
            domain=parts.netloc + parts.path,
            user_agent="antarjemput",
            timeout=5,
            **geopy,
        )
        delay = 1.0 if parts.netloc.endswith(_PUBLIC) else 0.0
        self._geocode = RateLimiter(
            server.geocode, min_delay_seconds=delay, max_retries=0, swallow_exceptions=False
        )
        self._city = city
        self._corners = [(box.south, box.west), (box.north, box.east)]
        self._failures = 0

    def ask(self, address: Address) -> Located | None:
        """Locate by street; a server that keeps failing is left alone."""
        if not address.full_street or self._failures >= _FAILURES_TO_REST:
            return None
        try:
            answer = self._geocode(
                self._question(address),
                viewbox=self._corners,
                bounded=True,
                country_codes="id",
                addressdetails=True,
            )
            found = None if answer is None else _located(answer, address)
        except (GeopyError, AttributeError, KeyError, TypeError, ValueError) as error:
            self._failures += 1
            _log.warning("Nominatim did not answer: %s", type(error).__name__)
            return None
        self._failures = 0
        return found

    def _question(self, address: Address) -> str:
        street = address.full_street.replace("Jl.", "Jalan").replace("Gg.", "Gang")
        door = " ".join(part for part in (street, address.number) if part)
        return ", ".join(part for part in (door, address.kelurahan, self._city) if part)


def _located(answer: Any, address: Address) -> Located | None:  # noqa: ANN401 - a geopy Location
    if int(answer.raw.get("place_rank", 0)) < _STREET_RANK:
        return None
    number = answer.raw.get("address", {}).get("house_number", "")
    same_house = bool(address.number) and spelling_key(number) == spelling_key(address.number or "")
    confidence = Confidence.HOUSE if same_house else Confidence.STREET
    return Located(Point(answer.latitude, answer.longitude), confidence, NominatimSource.name)
