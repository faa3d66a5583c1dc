"""The one way in which a request changes: a step with who, when and why."""

from dataclasses import dataclass
from datetime import datetime

from field.domain.jemput.request import Act, RequestState, moved
from field.store import audit
from field.store.db import Live
from field.store.tables import Request, RequestStep


@dataclass(frozen=True)
class Actor:
    """Who takes a step: office (with his account), family, or system; and when."""

    by: str
    at: datetime
    user_id: int | None = None


def take_step(
    live: Live, request: Request, act: Act, actor: Actor, why: str = "", *, all_home: bool = False
) -> None:
    """Move a request on, or raise; the step and its audit entry land with the change."""
    request.state = moved(RequestState(request.state), act, why=why, all_home=all_home)
    request.steps.append(
        RequestStep(
            at=actor.at, act=act, state=request.state, by=actor.by,
            by_user_id=actor.user_id, why=why.strip()[:500],
        )
    )  # fmt: skip
    live.flush()
    audit.record(
        live, f"request.{act}", at=actor.at, by=actor.user_id, subject=f"request:{request.id}"
    )
