"""The office's own settings, as rows of text."""

from sqlalchemy import select

from field.domain.settings import Settings, from_texts, to_texts
from field.store.db import Live, session
from field.store.tables import Setting


def settings() -> Settings:
    """Return what the office chose, with defaults for the rest."""
    return from_texts({row.name: row.value for row in session().scalars(select(Setting))})


def write_settings(live: Live, chosen: Settings) -> None:
    for name, value in to_texts(chosen).items():
        live.merge(Setting(name=name, value=value))
