"""What the form of a campaign says: first the whole, then each day where it differs."""

from collections.abc import Sequence
from datetime import date

from werkzeug.datastructures import MultiDict

from field.domain.cetak.order import LIMITS, CampaignOrder, DayMeans, checked, days_from
from field.domain.fault import Fault
from web import typed
from web.office.day import BAD_DATE

Form = MultiDict[str, str]
OF_A_DAY = ("printers", "operators", "hours", "couriers")  # as DayMeans has them


def read_first(form: Form, usual: date) -> tuple[date, int]:
    """Return the first day and how many; raises when either makes no sense."""
    text = form.get("first", "")
    try:
        first = typed.day(text) if text else usual
    except ValueError:
        raise Fault(BAD_DATE, value=text[:20]) from None
    return first, checked("days", _number(form, "days", 14))


def read_days(form: Form, usual: Sequence[DayMeans]) -> tuple[DayMeans, ...]:
    """Return the days as they were typed; an empty field is as usual."""
    return tuple(
        DayMeans(
            means.day, *(_number(form, f"{name}-{means.day}", getattr(means, name))
                         for name in OF_A_DAY),
        )
        for means in usual
    )  # fmt: skip


def read_order(form: Form, days: tuple[DayMeans, ...], kecamatan: str | None) -> CampaignOrder:
    return CampaignOrder(
        name=form.get("name", "").strip(),
        cards=_number(form, "cards", 0),
        days=days,
        kecamatan=kecamatan,
        per_hour=_number(form, "per_hour", 100),
        wait_days=_number(form, "wait_days", 3),
    )


def blank_days(first: date, count: int) -> list[date]:
    return days_from(first, count)


def _number(form: Form, name: str, usual: int) -> int:
    text = form.get(name, "").strip().replace(".", "")
    if not text:
        return usual
    try:
        return typed.number(text)
    except ValueError:
        return LIMITS[name.split("-")[0]][2] + 1  # refused with the words of that field
