"""What would let a stop in that is left out, in words."""

from routing.words.language import Words

REMEDIES = {
    "plan_longer": Words(
        "Muat tanpa perubahan: hitung ulang lebih lama.",
        "It fits as things are: plan again, for longer.",
    ),
    "later_end": Words(
        "Kendaraan {vehicle} pulang {minutes} menit lebih lambat.",
        "Vehicle {vehicle} ends {minutes} min later.",
    ),
    "earlier_start": Words(
        "Kendaraan {vehicle} mulai {minutes} menit lebih awal.",
        "Vehicle {vehicle} starts {minutes} min earlier.",
    ),
    "one_more_vehicle": Words(
        "Satu kendaraan lagi seperti kendaraan {vehicle}.",
        "One more vehicle like vehicle {vehicle}.",
    ),
    "window_later": Words(
        "Perhentian {visit} boleh dilayani {minutes} menit lebih lambat.",
        "Stop {visit} may be served {minutes} min later.",
    ),
    "window_earlier": Words(
        "Perhentian {visit} boleh dilayani {minutes} menit lebih awal.",
        "Stop {visit} may be served {minutes} min earlier.",
    ),
    "more_room": Words(
        "Kendaraan {vehicle} muat {over} lebih banyak.", "Vehicle {vehicle} holds {over} more."
    ),
    "more_stops": Words(
        "Kendaraan {vehicle} boleh {over} perhentian lebih banyak.",
        "Vehicle {vehicle} may make {over} more stops.",
    ),
    "longer_route": Words(
        "Rute kendaraan {vehicle} boleh {minutes} menit lebih lama.",
        "The route of vehicle {vehicle} may last {minutes} min longer.",
    ),
    "longer_drive": Words(
        "Kendaraan {vehicle} boleh berkendara {minutes} menit lebih lama.",
        "Vehicle {vehicle} may drive {minutes} min longer.",
    ),
    "further": Words(
        "Kendaraan {vehicle} boleh menempuh {metres} meter lebih jauh.",
        "Vehicle {vehicle} may drive {metres} m further.",
    ),
    "longer_ride": Words(
        "Yang dijemput di perhentian {visit} boleh {minutes} menit lebih lama di jalan.",
        "Who is picked up at stop {visit} may ride {minutes} min longer.",
    ),
    "skill": Words(
        "Kendaraan {vehicle} diberi keahlian untuk perhentian {visit}.",
        "Vehicle {vehicle} is given the skills that stop {visit} needs.",
    ),
    "allow": Words(
        "Kendaraan {vehicle} boleh melayani perhentian {visit}.",
        "Vehicle {vehicle} may serve stop {visit}.",
    ),
    "leave_group": Words(
        "Perhentian {visit} boleh dilayani terpisah dari rombongannya.",
        "Stop {visit} may be served apart from its group.",
    ),
    "not_after": Words(
        "Perhentian {visit} tidak perlu menunggu perhentian lain.",
        "Stop {visit} need not come after another.",
    ),
    "more_worth": Words(
        "Nilai perhentian {visit} naik {minutes} menit.",
        "Stop {visit} is worth {minutes} min more.",
    ),
    "booth_place": Words(
        "Loket {booth} melayani {over} orang lebih banyak sekaligus.",
        "Booth {booth} holds {over} more at a time.",
    ),
}
