"""Words that the family's pages share: what codes mean, and how to reach the office."""

from collections.abc import Iterable

from flask import Flask
from flask_babel import gettext

from field.domain.jemput.needs import AGE_WORDS, AID_WORDS, AgeGroup, Aid
from field.domain.jemput.request import CHANNEL_WORDS, STATE_WORDS, Channel
from field.domain.jemput.wishes import HOURS_WORDS, Hours
from field.domain.phone import Phone
from field.domain.text import N_
from field.services.settings import settings

DAY_WORDS = (N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat"))


_ASKER_WORDS = {
    **CHANNEL_WORDS,
    Channel.PUBLIC: N_("Orangnya sendiri atau keluarga"),
    Channel.HOTLINE: N_("Petugas hotline"),
    Channel.KELURAHAN: N_("Petugas kelurahan atau kecamatan"),
}


def page_words() -> dict[str, object]:
    """Return what each page of the family shows besides its own."""
    return {"all_days": DAY_WORDS, "state_words": STATE_WORDS, "office": settings()}


def _ages() -> list[tuple[str, str]]:
    return [(age, gettext(AGE_WORDS[age])) for age in AgeGroup]


def _aids() -> list[tuple[str, str]]:
    return [(aid, gettext(AID_WORDS[aid])) for aid in Aid if aid is not Aid.UNKNOWN]


def _hours() -> list[tuple[str, str]]:
    return [(hours, gettext(HOURS_WORDS[hours])) for hours in Hours]


def _channels(channels: Iterable[Channel]) -> list[tuple[str, str]]:
    return [(channel, gettext(_ASKER_WORDS[channel])) for channel in channels]


def day_list(weekdays: Iterable[int]) -> str:
    named = [gettext(DAY_WORDS[day]) for day in weekdays]
    return ", ".join(named) or gettext("semua hari cocok")


def init_family(app: Flask) -> None:
    """Lend the pages of jemput, the office's too, their words."""
    app.jinja_env.globals.update(
        age_options=_ages,
        aid_options=_aids,
        hour_options=_hours,
        channel_options=_channels,
        aid_word=lambda code: AID_WORDS[Aid(code)],
        hour_word=lambda code: HOURS_WORDS[Hours(code)],
        channel_word=lambda code: CHANNEL_WORDS[Channel(code)],
        day_list=day_list,
        phone_shown=lambda digits: Phone(digits).display if digits else "",
    )
