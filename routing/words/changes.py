"""What a replanning changes, in words."""

from routing.words.language import Words

CHANGES = {
    "added": Words(
        "Perhentian {visit} masuk rute kendaraan {vehicle}.",
        "Stop {visit} is added to the route of vehicle {vehicle}.",
    ),
    "moved": Words(
        "Perhentian {visit} pindah dari kendaraan {before} ke {vehicle}. Di rute lamanya:",
        "Stop {visit} moves from vehicle {before} to {vehicle}. On its old route:",
    ),
    "taken_over": Words(
        "Perhentian {visit} pindah ke kendaraan {vehicle}: kendaraan {before} sudah pulang.",
        "Stop {visit} moves to vehicle {vehicle}: vehicle {before} has gone home.",
    ),
    "cancelled": Words("Perhentian {visit} batal.", "Stop {visit} is cancelled."),
    "still_aboard": Words(
        "Penumpang ke perhentian {visit} sudah di kendaraan: ia tetap diantar.",
        "Who goes to stop {visit} is aboard already, and is taken there.",
    ),
    "left_out": Words("Perhentian {visit} tidak terlayani.", "Stop {visit} is left out."),
    "later": Words(
        "Perhentian {visit} dilayani {minutes} menit lebih lambat.",
        "Stop {visit} is served {minutes} min later.",
    ),
    "earlier": Words(
        "Perhentian {visit} dilayani {minutes} menit lebih awal.",
        "Stop {visit} is served {minutes} min earlier.",
    ),
    "past_limit": Words(
        "Perhentian {visit} dilayani {minutes} menit sesudah batas waktunya.",
        "Stop {visit} is served {minutes} min after its time is over.",
    ),
    "ride_longer": Words(
        "Yang dijemput di perhentian {visit} {minutes} menit terlalu lama di jalan.",
        "Who is picked up at stop {visit} rides {minutes} min too long.",
    ),
    "booth_crowded": Words(
        "Loket {booth} mungkin penuh saat perhentian {visit} tiba.",
        "Booth {booth} may be full when stop {visit} is reached.",
    ),
    "overtime": Words(
        "Kendaraan {vehicle} bekerja {minutes} menit melewati jam kerja.",
        "Vehicle {vehicle} works {minutes} min beyond its shift.",
    ),
    "no_break": Words(
        "Kendaraan {vehicle} tidak sempat beristirahat pada waktunya.",
        "Vehicle {vehicle} cannot take its breaks in time.",
    ),
    "limit_lifted": Words(
        "Kendaraan {vehicle} melebihi batas muatan, jarak, atau perhentiannya.",
        "Vehicle {vehicle} exceeds a limit on its load, its way or its stops.",
    ),
    "unlocked": Words(
        "Perhentian {visit} tidak lagi dikunci pada kendaraan {vehicle}.",
        "Stop {visit} is no longer locked to vehicle {vehicle}.",
    ),
}
