"""Kelurahan that share couriers, and what those can carry on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from routing.campaign.effort import away, between_places
from routing.campaign.given import Campaign, Card, Door
from routing.matrix import MatrixSource
from routing.point import Point
from routing.problem import Vehicle
from routing.quantities import Team

FULL = 0.9
"""The part of a shift that is planned for: the rest is bad luck."""


@dataclass(frozen=True)
class Beat:
    """Some kelurahan, all their cards that are still to go out, and who brings them when.

    `out_and_home` is what a courier drives before the first stop and after the last one, `drive`
    what each further card costs him on the road, in seconds, where all of an area goes out.
    """

    kelurahan: frozenset[str]
    cards: tuple[Card, ...]
    teams: Mapping[int, Team]
    out_and_home: int
    drive: float


def beats(campaign: Campaign, source: MatrixSource) -> list[Beat]:
    """The beats in order of their kelurahan; one without couriers has no teams."""
    by_kelurahan: dict[str, list[Card]] = {}
    for card in campaign.cards:
        if card.id not in campaign.so_far.gone:
            by_kelurahan.setdefault(campaign.area(card).kelurahan, []).append(card)
    return [
        _beat(campaign, names, [card for name in names for card in by_kelurahan[name]], source)
        for names in _joined(campaign, by_kelurahan)
    ]


def _joined(campaign: Campaign, used: Mapping[str, object]) -> list[list[str]]:
    """Kelurahan with cards, those together that have a courier in common."""
    group = {name: name for name in used}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    for beat in campaign.beats.values():
        here = sorted(name for name in beat if name in group)
        for name in here[1:]:
            first, second = sorted((root(here[0]), root(name)))
            group[second] = first
    joined: dict[str, list[str]] = {}
    for name in sorted(group):
        joined.setdefault(root(name), []).append(name)
    return list(joined.values())


def _beat(
    campaign: Campaign, names: Sequence[str], cards: Sequence[Card], source: MatrixSource
) -> Beat:
    within = frozenset(names)
    crews = {
        day: [rider for rider in crew if campaign.beats.get(rider.id, frozenset()) & within]
        for day, crew in sorted(campaign.crews.items())
    }
    crews = {day: crew for day, crew in crews.items() if crew and day >= campaign.so_far.today}
    doors = {card.door: campaign.doors[card.door] for card in cards}
    if not crews:
        return Beat(within, tuple(cards), {}, 0, 0.0)
    rider = next(iter(crews.values()))[0]
    places = sorted({door.point for door in doors.values()}, key=lambda at: (at.lat, at.lon))
    between = between_places(places, rider.profile, source) * len(places) / len(doors)
    way = away(_depots(campaign, rider), places, rider.profile, source)
    teams = {
        day: _team(campaign, crew, doors, len(cards), between, way) for day, crew in crews.items()
    }
    teams = {day: team for day, team in teams.items() if team.each}
    return Beat(within, tuple(cards), teams, round(2 * way), between * len(doors) / len(cards))


def _depots(campaign: Campaign, rider: Vehicle) -> list[Point]:
    return [campaign.depots[place] for place in (rider.start, rider.end) if place is not None][:1]


def _team(
    campaign: Campaign,
    crew: Sequence[Vehicle],
    doors: Mapping[int, Door],
    cards: int,
    between: float,
    way: float,
) -> Team:
    """A mean courier: how many cards fit into his day, his bag and his stops."""
    a_door = cards / len(doors)
    walk = sum(door.walk for door in doors.values()) / len(doors)
    step = campaign.doorstep
    stop = step.park + step.first + step.next * (a_door - 1) + walk + between
    most = [_most(rider, a_door, stop, way) for rider in crew]
    return Team(len(crew), int(sum(most) / len(most)))


def _most(rider: Vehicle, a_door: float, stop: float, way: float) -> float:
    hours = rider.shift.close - rider.shift.open - sum(rest.service for rest in rider.breaks)
    limits = [max(0.0, hours * FULL - 2 * way) / max(stop, 1.0) * a_door]
    if rider.max_stops is not None:
        limits.append(rider.max_stops * a_door)
    if rider.capacity:
        limits.append(rider.capacity[0])
    return min(limits)
