"""Households that were told, or could not be told, that somebody comes."""

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class Contact(Base):
    """How the last call or message to a household about one day ended."""

    __tablename__ = "contact"

    date: Mapped[dt.date] = mapped_column(primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(12))  # reached, unreached
    at: Mapped[dt.datetime]
    by_user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
