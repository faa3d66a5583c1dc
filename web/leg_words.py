"""A leg in words: what is said at each turn, and at the end of the road."""

from flask_babel import gettext

from field.domain.directions import Step, Turn
from field.domain.leg import Leg
from field.domain.turn_words import COMPASS, SIDES, TURN_WORDS
from web.language import jarak

MOST = 8  # steps on paper, which is short


def step_words(step: Step) -> str:
    """Belok kiri, masuk Gg. Mawar, dekat Masjid Al-Ikhlas."""
    compass = gettext(COMPASS[step.number % 8])
    said = gettext(TURN_WORDS[Turn(step.turn)], number=step.number, compass=compass)
    street = step.street or (gettext("gang") if step.gang else "")
    if street and step.turn is Turn.START:
        said = gettext("%(turn)s di %(street)s", turn=said, street=street)
    elif street and step.gang:
        said = gettext("%(turn)s, masuk %(street)s", turn=said, street=street)
    elif street:
        said = gettext("%(turn)s ke %(street)s", turn=said, street=street)
    if step.landmark:
        said = gettext("%(what)s, dekat %(landmark)s", what=said, landmark=step.landmark)
    return str(said)


def arrival_words(leg: Leg) -> str:
    """Say what is to be done where the vehicle stops; nothing when there is nothing to say."""
    if leg.estimated:
        return str(gettext("Jalan ke sini tidak ada di peta: garisnya perkiraan."))
    if leg.walk_m:
        way = jarak(leg.walk_m)
        if leg.gang:
            said = gettext(
                "Parkir, lalu jalan kaki %(way)s lewat %(gang)s ke rumahnya.",
                way=way, gang=leg.gang,
            )  # fmt: skip
            return str(said)
        return str(gettext("Parkir, lalu jalan kaki %(way)s ke rumahnya.", way=way))
    return str(gettext(SIDES[leg.side])) if leg.side else ""


def leg_line(leg: Leg) -> str:
    """Return the leg as one line of a sheet; of a long way its end, which is the harder part."""
    steps = [f"{step_words(step)} ({jarak(max(step.metres, 10))})" for step in leg.steps]
    begin, *more = ["…", *steps[-MOST:]] if len(steps) > MOST else steps or [""]
    said = "; ".join((begin, *(step[0].lower() + step[1:] for step in more)))
    return " ".join(part for part in (f"{said}." if said else "", arrival_words(leg)) if part)
