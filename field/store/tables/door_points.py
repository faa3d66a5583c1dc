"""Where RTs are: points of doors that were found, without a trace of who lives there."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class DoorPoint(Base):
    """A door found once. It outlives the household, so it names nobody, no street, no number."""

    __tablename__ = "door_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    kelurahan: Mapped[str] = mapped_column(String(13), index=True)  # Kemendagri code
    rt: Mapped[str] = mapped_column(String(3))
    rw: Mapped[str] = mapped_column(String(3))
    lat: Mapped[float]  # to about ten metres
    lon: Mapped[float]
