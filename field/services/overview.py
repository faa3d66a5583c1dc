"""What the office sees first: where the cards are, and what waits for a person."""

from dataclasses import dataclass

from field.gateways.clock import local_date
from field.gateways.doors import Doors
from field.store import campaigns, closures, overview


@dataclass(frozen=True)
class Overview:
    """Counts of one kecamatan, or of the whole city."""

    cards: dict[str, int]
    weak_households: int
    imports_to_decide: int
    couriers: int
    drafts: int
    routes_today: int
    events_to_review: int
    road_reports: int
    requests_to_decide: int
    campaigns_to_decide: int

    @property
    def cards_known(self) -> int:
        return sum(self.cards.values())


def overview_of(kecamatan: str | None, doors: Doors) -> Overview:
    """Count everything as it is now."""
    today = local_date(doors.clock.now(), doors.zone)
    return Overview(
        cards=overview.cards_by_place(kecamatan),
        weak_households=overview.weak_households(kecamatan),
        imports_to_decide=overview.imports_to_decide(kecamatan),
        couriers=overview.couriers(kecamatan),
        drafts=overview.drafts(kecamatan, today),
        routes_today=overview.routes_on(kecamatan, today),
        events_to_review=overview.events_to_review(kecamatan),
        road_reports=closures.count_new(kecamatan),
        requests_to_decide=overview.requests_to_decide(kecamatan),
        campaigns_to_decide=campaigns.count_to_decide(kecamatan),
    )
