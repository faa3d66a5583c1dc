"""What the consent promises is kept: 90 days after the end nothing names anybody."""

from datetime import timedelta

from sqlalchemy import select

from field.domain.jemput.request import Act
from field.gateways.doors import Doors
from field.services import deciding, forgetting
from field.services.accounts import Person
from field.services.deciding import Decider
from field.store.db import db, session
from field.store.tables import Request
from tests.fakes import StillClock
from tests.jemput import answers_of, ask, ask_with_photo, book, open_evening


def everything() -> str:
    """Return every row of every table."""
    tables = db.metadata.sorted_tables
    with db.engine.connect() as connection:
        return "\n".join(repr(row) for table in tables for row in connection.execute(select(table)))


def test_nothing_names_anybody_90_days_after_the_end(
    doors: Doors, people: dict[str, Person], clock: StillClock
) -> None:
    siti = Decider(people["siti"].id, None)
    over, standing = ask_with_photo(doors, "Ratna Kusumadewi"), ask(doors, answers_of("Bu Eni"))
    photo = session().get_one(Request, over).photo
    book(doors, open_evening(doors, siti.user_id), "Pak Udin")
    deciding.say(over, Act.REFUSE, "Ratna sudah direkam.", siti, doors)
    clock.at += timedelta(days=89)
    assert forgetting.forget(doors) == 0
    assert "Ratna" in everything()
    clock.at += timedelta(days=9)
    assert forgetting.forget(doors) == 2
    left = everything()
    assert "Ratna" not in left
    assert "Udin" not in left
    assert "Bu Eni" in left
    assert not doors.files.has(f"photos/{photo[:2]}/{photo}")
    assert session().get_one(Request, standing).contact_name == "Rudi"
    assert forgetting.forget(doors) == 0
