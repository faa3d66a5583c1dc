"""Long work: what is running, how far it is, and how it ended."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from field.store.db import Base


class Job(Base):
    """One piece of long work as people see it under "Pekerjaan"."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))  # import, locate, plan
    args: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)  # ids only
    state: Mapped[str] = mapped_column(
        String(12), index=True
    )  # queued, running, done, failed, cancelled
    progress: Mapped[float] = mapped_column(default=0.0)  # 0 to 1
    step: Mapped[str] = mapped_column(Text, default="")  # what is being done, in words
    fault_code: Mapped[str] = mapped_column(String(48), default="")
    fault_values: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    result: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    cancel_asked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
