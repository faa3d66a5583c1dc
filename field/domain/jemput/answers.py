"""The answers of the asking form: kept as a sealed draft, step by step, until it is sent."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from field.domain.jemput.care import CareCard
from field.domain.jemput.needs import Aid
from field.domain.jemput.wishes import Hours

STEPS = ("siapa", "bantuan", "serumah", "alamat", "foto", "waktu", "kontak", "periksa")
NO_CARE = CareCard()
MOST_PEOPLE = 6  # of one household, in one car


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """Somebody who is to be recorded. The NIK is whole here, and only here: the draft is sealed."""

    name: str
    age: str
    nik: str = ""
    aid: str = ""  # empty until that page was answered
    companion: bool = False
    companion_name: str = ""
    companion_phone: str = ""
    care: CareCard = NO_CARE


@dataclass(frozen=True, slots=True)
class Answers:
    people: tuple[PersonAnswer, ...] = ()
    street: str = ""
    rt: str = ""
    rw: str = ""
    kelurahan: str = ""  # its code
    landmark: str = ""
    pin: tuple[float, float] | None = None
    photo: str = ""
    weekdays: tuple[int, ...] = ()
    hours: str = Hours.ANY.value
    will_call: bool = True
    told_when: bool = False
    contact_name: str = ""
    phone: str = ""
    email: str = ""
    channel: str = ""  # empty until that page was answered
    asker: str = ""

    def with_person(self, place: int, person: PersonAnswer) -> "Answers":
        """Put somebody in his place; a place beyond the last adds him."""
        before, after = self.people[:place], self.people[place + 1 :]
        return replace(self, people=(*before, person, *after))

    def without_person(self, place: int) -> "Answers":
        return replace(self, people=(*self.people[:place], *self.people[place + 1 :]))

    @property
    def aids(self) -> list[Aid]:
        return [Aid(person.aid) for person in self.people if person.aid]

    @property
    def next_step(self) -> str:
        """The first page that still needs an answer; the last one when all have theirs."""
        if not self.people:
            return "siapa"
        if any(not person.aid for person in self.people):
            return "bantuan"
        if not self.kelurahan:
            return "alamat"
        if not self.told_when:
            return "waktu"
        return "periksa" if self.channel else "kontak"

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Answers":
        values: dict[str, Any] = json.loads(text)
        values["people"] = tuple(_person(one) for one in values["people"])
        values["weekdays"] = tuple(values["weekdays"])
        values["pin"] = tuple(values["pin"]) if values["pin"] else None
        return cls(**values)


def _person(values: dict[str, Any]) -> PersonAnswer:
    care = CareCard.from_json(json.dumps(values["care"]))
    return PersonAnswer(**{**values, "care": care})
