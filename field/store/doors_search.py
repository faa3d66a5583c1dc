"""Find a door by what people know of it: a name, a street."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from field.store.db import session
from field.store.planning import AT_HAND
from field.store.tables import Card, Household


def at_hand(text: str, kecamatan: str | None, limit: int = 20) -> list[Household]:
    """Return households with cards at the office whose name or address holds the text."""
    literal = text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = f"%{literal}%"
    query = (
        select(Household)
        .join(Card)
        .options(selectinload(Household.cards))
        .where(Card.place.in_(AT_HAND))
        .where(
            or_(
                func.lower(Card.name).like(like, escape="\\"),
                func.lower(Household.street).like(like, escape="\\"),
                func.lower(Household.raw).like(like, escape="\\"),
            )
        )
        .order_by(Household.id)
        .distinct()
        .limit(limit)
    )
    if kecamatan is not None:
        query = query.where(Household.kecamatan == kecamatan)
    return list(session().scalars(query))
