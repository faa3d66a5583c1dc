"""From an address to a point: every source is asked in order, and the surest answer stands."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from data.regions import regions
from field.domain.address import Address
from field.domain.candidate import Candidate
from field.domain.coordinate import GivenPoint
from field.domain.fault import FaultKind
from field.domain.pins import Pins
from field.domain.place import Confidence, Located, Point
from field.gateways.names import judge
from field.gateways.names.book import NameFile
from field.gateways.nominatim import NominatimSource
from field.gateways.offline_geocoder import NO_PINS, OfflineGeocoder
from field.gateways.photon import PhotonSource
from field.gateways.regions import city_box

_SURE_ENOUGH = Confidence.HOUSE


class Source(Protocol):
    """One geocoder more, answering in our words."""

    name: str

    def ask(self, address: Address) -> Located | None: ...


class Geocoders:
    """The geocoders of one city, made once for the app."""

    def __init__(
        self, city: str, others: Sequence[Source] = (), names: NameFile | None = None
    ) -> None:
        self._regions = regions(city)
        self.names = names or NameFile(Path(os.devnull, city))
        self._own = OfflineGeocoder(self._regions, self.names.book)
        self._others = tuple(others)

    def locate(
        self, address: Address, given: GivenPoint | None = None, pins: Pins = NO_PINS
    ) -> Located | None:
        """Find the surest point: pin confirmed at the door, given point, other sources, our own.

        Args:
            address: in parts; its kelurahan is what a point is held against.
            given: the point that came with the address.
            pins: what couriers confirmed before, here and near by.

        Returns:
            The point with its doubts, or None when not even the kelurahan is known.
        """
        answers = [self._ask_own(address, pins)]
        if given:
            answers.append(Located(given.point, Confidence.GIVEN, "given", given.doubts))
        for source in self._others:
            if any(answer and answer.confidence >= _SURE_ENOUGH for answer in answers):
                break
            answers.append(source.ask(address))
        found = [answer for answer in answers if answer]
        if not found:
            return None
        best = max(found, key=lambda answer: answer.confidence)
        return replace(best, doubts=(*best.doubts, *self.doubts(address, best.point)))

    def candidates(self, address: Address, pins: Pins = NO_PINS) -> list[Candidate]:
        """Name what the address may mean, for a person to pick from; nobody outside is asked."""
        return self._own.candidates(address, pins)

    def doubts(self, address: Address, point: Point) -> tuple[FaultKind, ...]:
        """Hold a point against the kelurahan that was said; a clash is shown, never mended."""
        said = self._regions.by_name(address.kelurahan or "", address.kecamatan)
        clash = self._own.clash(said, point)
        return (clash,) if clash else ()

    def _ask_own(self, address: Address, pins: Pins) -> Located | None:
        found = self._own.candidates(address, pins)
        if not found or _is_guess(found[0]):
            return None
        best = found[0]
        return Located(best.point, best.confidence, best.source)


def _is_guess(answer: Candidate) -> bool:
    """Tell whether nobody said it: it is shown to a person, but no courier is sent there."""
    unlikely = answer.source == judge.SOURCE and not judge.is_likely(answer)
    return unlikely or answer.source == "guess"


def open_geocoders(
    city: str, nominatim_url: str = "", photon_url: str = "", folder: Path | None = None
) -> Geocoders:
    """Make the geocoders of a city; those on the net only where an address is configured."""
    others: list[Source] = []
    if nominatim_url:
        others.append(NominatimSource(nominatim_url, regions(city).name, city_box(city)))
    if photon_url:
        others.append(PhotonSource(photon_url, regions(city).name, city_box(city)))
    names = NameFile(folder / f"{city}.names.json.gz") if folder else None
    return Geocoders(city, others, names)
