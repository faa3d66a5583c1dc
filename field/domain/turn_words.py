"""How turns are said."""

from field.domain.directions import Turn
from field.domain.text import N_

TURN_WORDS = {
    Turn.STRAIGHT: N_("Lurus"),
    Turn.SLIGHT_LEFT: N_("Serong kiri"),
    Turn.SLIGHT_RIGHT: N_("Serong kanan"),
    Turn.LEFT: N_("Belok kiri"),
    Turn.RIGHT: N_("Belok kanan"),
    Turn.BACK: N_("Putar balik"),
    Turn.ROUNDABOUT: N_("Di bundaran ambil jalan keluar ke-%(number)s"),
    Turn.START: N_("Mulai ke arah %(compass)s"),
}

COMPASS = (
    N_("utara"),
    N_("timur laut"),
    N_("timur"),
    N_("tenggara"),
    N_("selatan"),
    N_("barat daya"),
    N_("barat"),
    N_("barat laut"),
)

SIDES = {
    "left": N_("Rumahnya di sebelah kiri."),
    "right": N_("Rumahnya di sebelah kanan."),
}
