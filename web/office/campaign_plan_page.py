"""What the page of a campaign's plan, and of one day of it, show besides the plan itself."""

from flask_babel import gettext

from field.domain.cetak.figures import day_table
from field.services.campaign_views import DayView, Grid, PlanView
from field.services.city import kelurahan_names
from web.doors import doors
from web.office.campaign_remedies import remedy_words
from web.office.day_bars import day_bars

_SHADES = 4


def plan_parts(view: PlanView) -> dict[str, object]:
    names = kelurahan_names(doors().city)
    rows: dict[str, Grid] = {}
    for code, cards in view.kelurahan.items():
        rows.setdefault(code[:8], {})[names.get(code, code)] = cards
    most = max((cards for row in view.kelurahan.values() for cards in row.values()), default=0)
    each = [cards for row in view.kelurahan.values() for cards in row.values()]
    most_printed = max((n for row in view.printers.values() for n in row.values()), default=0)

    def heat(cards: int) -> int:
        """Return how dark a cell is: 0 for nothing, 4 for the most."""
        top = most_printed if cards > most else most
        return -(-_SHADES * cards // top) if top else 0

    to_print = sum(day.to_print for day in view.days)
    to_deliver = sum(day.to_deliver for day in view.days)
    travel = sum(day.travel_s for day in view.days)
    return {
        "plan": view,
        "figures": {
            "cards": view.figures.get("cards", to_print),
            "printed": to_print,
            "delivered": to_deliver,
            "left_out": view.figures.get("left_out", 0),
            "travel": travel / 60 / to_deliver if to_deliver else None,
            "per_day": sum(each) / len(each) if each else None,
        },
        "remedies": [
            remedy_words(one["code"], one["values"], view.begins) for one in view.remedies
        ],
        "notes": _notes(view),
        "days": day_table(view.days, gettext),
        "plot": day_bars(view.days),
        "rows": rows,
        "totals": {code: sum(sum(row.values()) for row in grid.values())
                   for code, grid in rows.items()},
        "heat": heat,
    }  # fmt: skip


def _notes(view: PlanView) -> list[str]:
    """Say what of the wishes the plan could not keep."""
    found = []
    if late := view.figures.get("late", 0):
        found.append(gettext("%(count)s kartu diantar lewat dari batas harinya.", count=late))
    if no_room := view.figures.get("no_room", 0):
        found.append(
            gettext("%(count)s kartu belum muat di rute mana pun pada harinya.", count=no_room)
        )
    if moved := view.figures.get("moved", 0):
        found.append(
            gettext("%(count)s kartu pindah dari hari yang sudah dijanjikan.", count=moved)
        )
    if trips := view.figures.get("trips", 0):
        found.append(gettext("%(count)s kartu ikut mobil jemput ke rumah lansia.", count=trips))
    return found


def day_parts(view: PlanView, seen: DayView) -> dict[str, object]:
    return {
        "plan": view,
        "seen": seen,
        "to_print": sum(one.cards for batches in seen.batches.values() for one in batches),
        "to_deliver": sum(one.cards for one in seen.routes),
    }
