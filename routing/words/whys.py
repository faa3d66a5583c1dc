"""Why a stop is with its vehicle, and why not with another, in words."""

from routing.words.language import Words

WHYS = {
    "locked": Words(
        "Dikunci di awal rute kendaraan {vehicle}.",
        "It is locked to the beginning of vehicle {vehicle}'s route.",
    ),
    "only_able": Words(
        "Hanya kendaraan {vehicle} yang boleh dan bisa melayaninya.",
        "Only vehicle {vehicle} may serve it and has the skills.",
    ),
    "group": Words(
        "Rombongannya ikut kendaraan {vehicle}.", "Its group goes with vehicle {vehicle}."
    ),
    "tied": Words(
        "Perhentian lain di rute kendaraan {vehicle} bergantung padanya, atau ia pada yang lain.",
        "Another stop on the route of vehicle {vehicle} comes after it, or it after another.",
    ),
    "no_room_elsewhere": Words(
        "Tidak muat di rute kendaraan lain.", "It fits on no other vehicle's route."
    ),
    "preferred": Words(
        "Kendaraan {vehicle} diutamakan untuknya; kendaraan {other} lebih mahal {minutes} menit.",
        "Vehicle {vehicle} is preferred for it; vehicle {other} costs {minutes} min more.",
    ),
    "cheapest": Words(
        "Paling murah: kendaraan {other} lebih mahal {minutes} menit.",
        "It is cheapest here: vehicle {other} costs {minutes} min more.",
    ),
    "as_good": Words("Kendaraan {other} sama baiknya.", "Vehicle {other} would do as well."),
    "another_cheaper": Words(
        "Kendaraan {other} lebih murah {minutes} menit; rencana ini belum yang terbaik.",
        "Vehicle {other} costs {minutes} min less; this plan is not yet the best.",
    ),
    "evens_out": Words(
        "Kendaraan {other} lebih murah {minutes} menit, tetapi pekerjaan dibagi rata.",
        "Vehicle {other} costs {minutes} min less, but work is shared evenly.",
    ),
}

ELSEWHERE = {
    "costs_more": Words("Lebih mahal {minutes} menit.", "It costs {minutes} min more."),
    "costs_less": Words("Lebih murah {minutes} menit.", "It costs {minutes} min less."),
    "not_allowed": Words("Tidak boleh ke sini.", "It may not come here."),
    "no_skill": Words("Tidak punya keahliannya.", "It lacks a skill."),
    "group": Words("Rombongannya di kendaraan lain.", "Its group is with another vehicle."),
    "tied": Words(
        "Perhentian yang terkait ada di kendaraan lain.",
        "Stops that it is tied to are with another vehicle.",
    ),
    "unreachable": Words("Tidak ada jalan ke sini.", "There is no way here."),
    "load": Words("Muatannya kelebihan {over}.", "It would carry {over} too many."),
    "stops": Words("Perhentiannya kelebihan {over}.", "It would make {over} stops too many."),
    "travel": Words(
        "Berkendara {minutes} menit terlalu lama.", "It would drive {minutes} min too long."
    ),
    "distance": Words("{metres} meter terlalu jauh.", "It would drive {metres} m too far."),
    "late": Words("Terlambat {minutes} menit.", "It would be {minutes} min late."),
    "ride": Words(
        "Ada penumpang {minutes} menit terlalu lama di jalan.",
        "Somebody would ride {minutes} min too long.",
    ),
    "duration": Words(
        "Rutenya {minutes} menit terlalu lama.", "Its route would last {minutes} min too long."
    ),
    "booth": Words("Loketnya penuh.", "The booth is full."),
}
