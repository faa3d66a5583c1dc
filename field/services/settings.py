"""The office's own settings: read them, change them."""

from field.domain.settings import Settings, to_texts
from field.gateways.doors import Doors
from field.store import audit
from field.store import settings as store
from field.store.db import transaction


def settings() -> Settings:
    return store.settings()


def change_settings(chosen: Settings, by: int, doors: Doors) -> list[str]:
    """Keep new settings; returns the names of those that differ."""
    with transaction() as live:
        before, after = to_texts(store.settings()), to_texts(chosen)
        changed = [name for name, value in after.items() if before[name] != value]
        store.write_settings(live, chosen)
        now = doors.clock.now()
        audit.record(live, "settings.change", at=now, by=by, changed=changed)
    return changed
