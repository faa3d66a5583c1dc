"""What a person can do, and what that asks of car, driver and booth. Times in whole seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from field.domain.text import N_

_MINUTE = 60


class Aid(StrEnum):
    """How somebody gets from the door into a car; asked by what he can do, not by an illness."""

    WALKS = "walks"
    ARM = "arm"
    WHEELCHAIR_FOLDS = "wheelchair_folds"
    WHEELCHAIR_RIGID = "wheelchair_rigid"
    CARRIED = "carried"
    BED = "bed"  # cannot sit in a car for half an hour: the kit comes to him
    UNKNOWN = "unknown"  # a list from elsewhere does not say; the office asks


class AgeGroup(StrEnum):
    YOUNGER = "younger"
    SIXTY = "60"
    SEVENTY = "70"
    EIGHTY = "80"
    UNKNOWN = "unknown"


class Service(StrEnum):
    """Which of the two a person needs: to be fetched, or a team with a kit at the bed."""

    FETCH = "fetch"
    KIT = "kit"


AID_WORDS: dict[Aid, str] = {
    Aid.WALKS: N_("Berjalan sendiri, bisa naik mobil"),
    Aid.ARM: N_("Berjalan bila dipapah"),
    Aid.WHEELCHAIR_FOLDS: N_("Memakai kursi roda yang bisa dilipat"),
    Aid.WHEELCHAIR_RIGID: N_("Memakai kursi roda yang tidak bisa dilipat"),
    Aid.CARRIED: N_("Bisa duduk di mobil, tetapi perlu digendong atau ditandu ke mobil"),
    Aid.BED: N_("Tidak bisa duduk di mobil selama 30 menit"),
    Aid.UNKNOWN: N_("Belum diketahui"),
}
AGE_WORDS: dict[AgeGroup, str] = {
    AgeGroup.YOUNGER: N_("Di bawah 60 tahun"),
    AgeGroup.SIXTY: N_("60 sampai 69 tahun"),
    AgeGroup.SEVENTY: N_("70 sampai 79 tahun"),
    AgeGroup.EIGHTY: N_("80 tahun atau lebih"),
    AgeGroup.UNKNOWN: N_("Belum diketahui"),
}


@dataclass(frozen=True, slots=True)
class Spaces:
    """Places in a car: seats for who sits, and room for a wheelchair with its rider in it."""

    ambulatory: int = 0
    wheelchair: int = 0

    def __post_init__(self) -> None:
        if self.ambulatory < 0 or self.wheelchair < 0:
            raise ValueError("Nobody takes less than no space.")

    def __add__(self, other: "Spaces") -> "Spaces":
        return Spaces(self.ambulatory + other.ambulatory, self.wheelchair + other.wheelchair)

    def within(self, other: "Spaces") -> bool:
        return self.ambulatory <= other.ambulatory and self.wheelchair <= other.wheelchair


@dataclass(frozen=True, slots=True)
class Rider:
    """What one person brings along: his aid, and whether a companion comes too."""

    aid: Aid
    companion: bool = False

    @property
    def spaces(self) -> Spaces:
        """A folded chair lies in the boot and its rider sits; a rigid one stands in its space."""
        own = Spaces(wheelchair=1) if self.aid is Aid.WHEELCHAIR_RIGID else Spaces(ambulatory=1)
        return own + Spaces(ambulatory=int(self.companion))


_LOAD = {
    Aid.WALKS: 2 * _MINUTE,
    Aid.ARM: 4 * _MINUTE,
    Aid.WHEELCHAIR_FOLDS: 6 * _MINUTE,
    Aid.WHEELCHAIR_RIGID: 8 * _MINUTE,
    Aid.CARRIED: 10 * _MINUTE,
}
_RECORD = {
    Aid.WALKS: 10 * _MINUTE,
    Aid.ARM: 12 * _MINUTE,
    Aid.WHEELCHAIR_FOLDS: 15 * _MINUTE,
    Aid.WHEELCHAIR_RIGID: 15 * _MINUTE,
    Aid.CARRIED: 20 * _MINUTE,
    Aid.BED: 30 * _MINUTE,
}
_CARRIED_SPEED = 2  # seconds on foot count so often when somebody is pushed, led or carried


def service_for(aids: Iterable[Aid]) -> Service:
    """Return what a household needs: who lies in bed brings the kit, and all are recorded then."""
    return Service.KIT if Aid.BED in set(aids) else Service.FETCH


def spaces_of(riders: Iterable[Rider]) -> Spaces:
    return sum((rider.spaces for rider in riders), Spaces())


def load_s(riders: Iterable[Rider], walk_s: int = 0) -> int:
    """Return how long it takes from the door into the car, or back.

    Args:
        riders: who gets in together; one helper leads one after the other.
        walk_s: on foot between the door and where the car can stand, one way, unladen.
    """
    riders = list(riders)
    slow = any(rider.aid is not Aid.WALKS for rider in riders)
    walk = walk_s * (_CARRIED_SPEED if slow else 1)
    return walk_s + walk + sum(_LOAD.get(rider.aid, _LOAD[Aid.CARRIED]) for rider in riders)


def recording_s(aid: Aid) -> int:
    """Return how long somebody takes up a booth, or the kit."""
    return _RECORD.get(aid, _RECORD[Aid.CARRIED])


def kit_visit_s(aids: Iterable[Aid]) -> int:
    """Return how long a team with the kit stays: 20 to 40 minutes for the usual one or two."""
    setting_up = 10 * _MINUTE
    return setting_up + sum(recording_s(aid) for aid in aids)
