"""What a driver does at a stop, in words: fetch, hand over, bring home, record at the bed."""

from dataclasses import dataclass

from field.domain.jemput.trip import Leg
from field.domain.text import N_

PURPOSES: dict[tuple[str, str], str] = {
    (Leg.OUTBOUND, "pickup"): N_("Jemput di rumah"),
    (Leg.OUTBOUND, "dropoff"): N_("Antar ke kantor"),
    (Leg.RETURN, "pickup"): N_("Pulang: naik di kantor"),
    (Leg.RETURN, "dropoff"): N_("Pulang: antar sampai ke dalam rumah"),
    ("", "kit"): N_("Rekam di rumah"),
}


@dataclass(frozen=True, slots=True)
class Errand:
    """Who is concerned, and at which office; at home there is none."""

    purpose: str
    people: tuple[str, ...]
    office: str = ""
