"""Ask a Photon server, the office's own or a public one, through geopy."""

import logging
from typing import Any
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.geocoders import Photon

from field.domain.address import Address
from field.domain.place import Box, Confidence, Located, Point
from field.domain.region_names import spelling_key

_FAILURES_TO_REST = 3
_log = logging.getLogger(__name__)


class PhotonSource:
    """Answers with a street or a house inside the city; the rest our own table knows better."""

    name = "photon"

    def __init__(self, url: str, city: str, box: Box) -> None:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        self._photon = Photon(
            scheme=parts.scheme,
            domain=parts.netloc + parts.path,
            user_agent="antarjemput",
            timeout=5,
        )
        self._city = city
        self._box = box
        self._failures = 0

    def ask(self, address: Address) -> Located | None:
        """Locate by street; a server that keeps failing is left alone."""
        if not address.full_street or self._failures >= _FAILURES_TO_REST:
            return None
        box = self._box
        try:
            found = self._photon.geocode(
                self._question(address),
                exactly_one=False,
                limit=5,
                location_bias=(box.centre.lat, box.centre.lon),
                bbox=[(box.south, box.west), (box.north, box.east)],
            )
            answers = [_located(answer, address) for answer in found or ()]
        except (GeopyError, KeyError, IndexError, TypeError, ValueError) as error:
            self._failures += 1
            _log.warning("Photon did not answer: %s", type(error).__name__)
            return None
        self._failures = 0
        return next((one for one in answers if one and box.holds(one.point)), None)

    def _question(self, address: Address) -> str:
        street = address.full_street.replace("Jl.", "Jalan").replace("Gg.", "Gang")
        door = " ".join(part for part in (street, address.number) if part)
        return ", ".join(part for part in (door, address.kelurahan, self._city) if part)


def _located(answer: Any, address: Address) -> Located | None:  # noqa: ANN401 - a geopy Location
    told = answer.raw["properties"]
    if told.get("osm_key") != "highway" and told.get("type") not in {"house", "street"}:
        return None
    number = told.get("housenumber", "")
    same_house = bool(address.number) and spelling_key(number) == spelling_key(address.number or "")
    confidence = Confidence.HOUSE if same_house else Confidence.STREET
    return Located(Point(answer.latitude, answer.longitude), confidence, PhotonSource.name)
