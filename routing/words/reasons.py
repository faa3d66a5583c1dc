"""Why a stop is left out, in words."""

from routing.words.language import Words

REASONS = {
    "not_planned": Words("Belum dimasukkan ke rute mana pun.", "Not put on any route yet."),
    "no_vehicle": Words("Tidak ada petugas yang bertugas.", "Nobody is on duty."),
    "not_allowed": Words(
        "Petugas yang boleh ke sini tidak bertugas.",
        "No vehicle that may serve this stop is on duty.",
    ),
    "no_skill": Words(
        "Tidak ada petugas dengan keahlian yang diperlukan.",
        "No vehicle has the skills that this stop needs.",
    ),
    "too_big": Words(
        "Muatannya {over} lebih besar dari yang dapat dibawa.",
        "Its load is {over} more than any vehicle can hold.",
    ),
    "unreachable": Words(
        "Tidak dapat dicapai dari tempat berangkat.", "It cannot be reached from the start."
    ),
    "window_closed": Words(
        "Jam bukanya di luar jam kerja petugas; kurang {minutes} menit.",
        "It is open only outside the shifts; {minutes} min are missing.",
    ),
    "shift_full": Words(
        "Jam kerja sudah penuh; kurang {minutes} menit.",
        "The shifts are full; {minutes} min are missing.",
    ),
    "vehicle_full": Words(
        "Kapasitas sudah penuh; kurang {over}.", "The vehicles are full; {over} too many."
    ),
    "stops_full": Words(
        "Jumlah perhentian petugas sudah mencapai batas.",
        "The vehicles have reached their number of stops.",
    ),
    "duration_full": Words(
        "Batas lama rute tercapai; kurang {minutes} menit.",
        "The limit on a route's duration is reached; {minutes} min are missing.",
    ),
    "ride_too_long": Words(
        "Penumpangnya akan terlalu lama di jalan; kurang {minutes} menit.",
        "Somebody would ride too long; {minutes} min are missing.",
    ),
    "distance_full": Words(
        "Batas jarak rute tercapai; kurang {metres} meter.",
        "The limit on a route's distance is reached; {metres} m are missing.",
    ),
    "booth_full": Words(
        "Bilik perekaman penuh pada jam yang mungkin.",
        "The booth is full at all times that are possible.",
    ),
    "forerunner": Words(
        "Perhentian yang harus didahulukan tidak terlayani.",
        "A stop that must come before it is not served.",
    ),
    "group_elsewhere": Words(
        "Rombongannya ikut petugas yang tidak dapat ke sini.",
        "Its group goes with a vehicle that cannot come here.",
    ),
    "lower_priority": Words(
        "Kalah prioritas dari perhentian lain; kurang {minutes} menit.",
        "Left out for stops of higher priority; {minutes} min are missing.",
    ),
    "not_worth": Words(
        "Tambahan {minutes} menit perjalanan melebihi nilainya.",
        "The {minutes} min of extra travel cost more than it is worth.",
    ),
    "stopped_early": Words(
        "Perencanaan dihentikan sebelum sempat mencoba.",
        "Planning was stopped before it was tried.",
    ),
}
