"""The demo city, invented: a file of residents as an office would send it, and a crew."""

import csv
import io
from dataclasses import dataclass

from data.demo import COLUMNS, Resident, residents
from data.demo_crew import Courier, demo_couriers, demo_mayor
from field.domain.courier import Beat
from field.gateways.doors import Doors
from field.store import people

CARDS = 300
COURIERS = 6
PINNED = 5  # of each so many doors all but one come with a coordinate


@dataclass(frozen=True)
class Member:
    """One invented courier, to be given an account."""

    username: str
    name: str
    beat: Beat


def is_empty() -> bool:
    """Tell whether nobody has an account yet: a fresh installation."""
    return not people.users()


def account_of(username: str) -> int | None:
    """Return an account's id, if there is one by that name."""
    user = people.user_by_name_or_none(username)
    return user.id if user else None


def demo_file(doors: Doors, cards: int = CARDS) -> bytes:
    """Write residents as CSV; most doors with a coordinate, some left for the page of addresses."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(person) for person in residents(doors.city, cards))
    return text.getvalue().encode()


def demo_crew(doors: Doors, couriers: int = COURIERS) -> list[Member]:
    """Return the couriers, and the mayor."""
    crew = [*demo_couriers(doors.city, couriers), demo_mayor(doors.city)]
    return [Member(one.username, one.name, _beat(one)) for one in crew]


def _row(person: Resident) -> dict[str, str]:
    row = dict(person.row)
    if not row["koordinat"] and sum(map(ord, f"{person.lat}")) % PINNED:
        row["koordinat"] = f"{person.lat:.6f}, {person.lon:.6f}"
    return row


def _beat(courier: Courier) -> Beat:
    return Beat(
        title=courier.title,
        vehicle=courier.vehicle,
        start_office=courier.start_office,
        end_office=courier.start_office,
        territory=frozenset(courier.territory),
        only_handpicked=courier.handpicked,
    )
