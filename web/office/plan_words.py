"""How lengths of time and the effect of a change are said."""

from datetime import timedelta

from flask_babel import gettext

from field.domain.roads import MAIN_ROADS, RoadsInUse
from field.services.drafts import StopView
from field.services.plan_changes.opened import Effect
from web.language import jarak


def hours(length: timedelta) -> str:
    """6 jam 05 menit."""
    minutes = round(length.total_seconds() / 60)
    if minutes < 60:
        return str(gettext("%(minutes)s menit", minutes=minutes))
    return str(
        gettext("%(hours)s jam %(minutes)02d menit", hours=minutes // 60, minutes=minutes % 60)
    )


def effect_words(effect: Effect) -> str:
    """Say what a change costs: "+6 menit, +1,2 km"."""
    minutes = round(effect.work.total_seconds() / 60)
    way = jarak(abs(effect.metres))
    sign = "+" if effect.metres >= 0 else "-"
    return str(
        gettext(
            "Tersimpan. Akibatnya: %(minutes)s menit, %(way)s.",
            minutes=f"{minutes:+d}",
            way=f"{sign}{way}",
        )
    )


def road_words(roads: RoadsInUse) -> str:
    """Say what travel times rest on; who drew the map is always named."""
    if roads.servers:
        said = gettext(
            "Waktu tempuh: menurut server %(names)s; bila tidak menjawab atau ada jalan ditutup:",
            names=roads.servers,
        )
        return f"{said} {_own_words(roads)}"
    if roads.left_aside:
        said = gettext(
            "Peta jalan yang ada dari versi aplikasi lain atau rusak, jadi tidak dipakai. "
            "Minta admin mengimpornya lagi (import-roads)."
        )
        return f"{said} {_own_words(roads)}"
    return _own_words(roads)


def _own_words(roads: RoadsInUse) -> str:
    if not roads.source:
        return str(gettext("Waktu tempuh: perkiraan menurut garis lurus, belum ada peta jalan."))
    names = ", ".join(filter(None, (roads.source, roads.licence, roads.date)))
    if roads.kind == MAIN_ROADS:
        return str(
            gettext("Waktu tempuh: perkiraan, baru jalan utama dikenal. © %(names)s.", names=names)
        )
    return str(gettext("Waktu tempuh: menurut jaringan jalan. © %(names)s.", names=names))


def trip_words(stop: StopView) -> str:
    """Say what happens at a stop of jemput, and for how many."""
    if stop.what == "kit":
        return str(gettext("perekaman di rumah, %(count)s orang", count=stop.people))
    if stop.homeward:
        sentence = gettext("pulang: naik") if stop.what == "pickup" else gettext("pulang: sampai")
    else:
        sentence = gettext("jemput: naik") if stop.what == "pickup" else gettext("jemput: sampai")
    waits = gettext(", menunggu panggilan") if stop.will_call else ""
    said = gettext("%(what)s, %(count)s orang", what=sentence, count=stop.people)
    return f"{said}{waits}"
