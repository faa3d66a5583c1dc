"""A courier's phone as the server sees it: what it writes and sends."""

import hashlib
import io
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PIL import Image

from tests.fakes import StillClock


@dataclass
class Phone:
    """Makes events in the wire form; its clock may be wrong."""

    clock: StillClock
    wrong_by: timedelta = timedelta()
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    seq: int = 0

    @property
    def now(self) -> datetime:
        return self.clock.now() + self.wrong_by

    def event(self, kind: str, visit: str, data: dict[str, object]) -> dict[str, object]:
        self.seq += 1
        return {
            "id": str(uuid.uuid4()),
            "stop": visit,
            "kind": kind,
            "seq": self.seq,
            "at": self.now.isoformat(),
            "route_version": 1,
            "photos": [],
            "data": data,
        }

    def delivered(self, visit: str, cards: list[int], relation: str = "self") -> dict[str, object]:
        data = {"cards": cards, "receiver": "Siti", "relation": relation, "signature": None}
        return self.event("delivered", visit, {**data, "pin_confirmed": False})

    def failed(self, visit: str, cards: list[int], reason: str = "not_home") -> dict[str, object]:
        return self.event("failed", visit, {"cards": cards, "reason": reason, "note": ""})

    def undone(self, visit: str, event: dict[str, object]) -> dict[str, object]:
        return self.event("undone", visit, {"takes_back": event["id"], "reason": "salah pencet"})

    def batch(self, *events: dict[str, object]) -> dict[str, object]:
        return {"device": self.id, "now": self.now.isoformat(), "events": list(events)}


def picture(size: tuple[int, int] = (40, 30), kind: str = "JPEG") -> tuple[str, bytes]:
    """Return a small photo and its hash."""
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    body = out.getvalue()
    return hashlib.sha256(body).hexdigest(), body
