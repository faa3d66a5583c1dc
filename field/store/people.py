"""Queries about accounts."""

from collections.abc import Iterable

from sqlalchemy import func, select

from field.store.db import session
from field.store.tables import User


def user_or_none(user_id: int) -> User | None:
    return session().get(User, user_id)


def user_by_name_or_none(username: str) -> User | None:
    return session().scalar(select(User).where(func.lower(User.username) == username.lower()))


def users() -> list[User]:
    """Return all accounts, by role and name."""
    return list(session().scalars(select(User).order_by(User.role, User.name)))


def names_of(user_ids: Iterable[int]) -> dict[int, str]:
    """Return names by account."""
    query = select(User.id, User.name).where(User.id.in_(set(user_ids)))
    return {row[0]: row[1] for row in session().execute(query)}
