"""What is wrong with a problem or a document, in words."""

from routing.words.campaigns import CAMPAIGN_FAULTS
from routing.words.language import Words

FAULTS = {
    **CAMPAIGN_FAULTS,
    "not_whole": Words(
        "{field} harus bilangan bulat 0 atau lebih, bukan {value}.",
        "{field} must be a whole number from 0 up, not {value}.",
    ),
    "not_a_point": Words(
        "Koordinat {lat}, {lon} tidak ada di bumi.",
        "There is no place {lat}, {lon} on earth.",
    ),
    "window_reversed": Words(
        "Jendela waktu dibuka pada {open} setelah ditutup pada {close}.",
        "A time window opens at {open}, after it closes at {close}.",
    ),
    "windows_overlap": Words(
        "Jendela waktu harus urut dan tidak saling tumpang.",
        "Time windows must be in order and apart.",
    ),
    "priority_range": Words(
        "Prioritas {value} di luar 0 sampai 100.",
        "Priority {value} is outside 0 to 100.",
    ),
    "break_without_window": Words(
        "Istirahat {id} tidak punya jendela waktu.",
        "Break {id} has no time window.",
    ),
    "shipment_differs": Words(
        "Jemput dan antar pada pengiriman {id} berbeda keahlian, prioritas, atau petugasnya.",
        "Both ends of shipment {id} must ask for the same skills, priority, vehicles and group.",
    ),
    "matrix_shape": Words(
        "Matriks harus persegi, dengan waktu dan jarak berukuran sama.",
        "A matrix must be square, its durations and distances of one size.",
    ),
    "matrix_value": Words(
        "Matriks harus berisi bilangan bulat 0 atau lebih.",
        "A matrix holds whole numbers from 0 up.",
    ),
    "duplicate_id": Words(
        "Nomor {kind} {id} dipakai dua kali.",
        "The {kind} id {id} is used twice.",
    ),
    "no_matrix": Words(
        "Tidak ada matriks untuk profil {profile}.",
        "There is no matrix for profile {profile}.",
    ),
    "matrix_sizes_differ": Words(
        "Matriks tiap profil harus berukuran sama.",
        "The matrices of all profiles must have one size.",
    ),
    "location_outside": Words(
        "Lokasi {location} dari {kind} {id} di luar matriks berukuran {size}.",
        "Location {location} of {kind} {id} is outside a matrix of size {size}.",
    ),
    "points_differ": Words(
        "Ada {got} titik untuk matriks berukuran {want}.",
        "There are {got} points for a matrix of size {want}.",
    ),
    "dimensions_differ": Words(
        "Muatan {kind} {id} punya {got} ukuran, bukan {want}.",
        "The load of {kind} {id} has {got} dimensions, not {want}.",
    ),
    "too_large": Words(
        "{kind} {id} punya angka di atas {limit}.",
        "{kind} {id} has a number beyond {limit}.",
    ),
    "unknown_id": Words(
        "Tidak ada {kind} bernomor {id}.",
        "There is no {kind} with id {id}.",
    ),
    "not_on_route": Words(
        "Perhentian {id} tidak ada di rute mana pun.",
        "Visit {id} is on no route.",
    ),
    "after_itself": Words(
        "Perhentian {id} harus sesudah dirinya sendiri, lewat {visits}.",
        "Visit {id} is to come after itself, by way of {visits}.",
    ),
    "locked_twice": Words(
        "Perhentian {id} dikunci dua kali.",
        "Visit {id} is locked twice.",
    ),
    "locked_unable": Words(
        "Perhentian {id} dikunci pada kendaraan {vehicle}, yang tidak boleh melayaninya.",
        "Visit {id} is locked on vehicle {vehicle}, which may not serve it.",
    ),
    "locked_order": Words(
        "Perhentian {id} dikunci pada kendaraan {vehicle} tanpa {other} sebelumnya.",
        "Visit {id} is locked on vehicle {vehicle} without {other} before it.",
    ),
    "locked_apart": Words(
        "Kelompok {group} dikunci pada {vehicles} kendaraan.",
        "Group {group} is locked on {vehicles} vehicles.",
    ),
    "locked_late": Words(
        "Awal rute kendaraan {vehicle} yang dikunci terlambat {minutes} menit.",
        "The locked beginning of vehicle {vehicle} is {minutes} min too long or too late.",
    ),
    "locked_over": Words(
        "Awal rute kendaraan {vehicle} yang dikunci melebihi muatan atau jangkauannya.",
        "The locked beginning of vehicle {vehicle} is more than it can carry or reach.",
    ),
    "locked_elsewhere": Words(
        "Perhentian {id} terkunci pada kendaraan {vehicle} lewat yang lain, tetapi tidak bisa.",
        "Visit {id} is bound to vehicle {vehicle} by what is locked there, but cannot be.",
    ),
    "locked_booth": Words(
        "Loket {booth} tidak punya tempat untuk perhentian {id}, yang dikunci.",
        "Booth {booth} has no place for visit {id}, which is locked.",
    ),
    "delivered_unfetched": Words(
        "Perhentian {id} selesai, tetapi jemputannya belum.",
        "Visit {id} is done, but its pickup is not.",
    ),
    "aboard_nowhere": Words(
        "Yang dijemput di perhentian {id} tidak ada di kendaraan mana pun.",
        "Who was picked up at visit {id} is aboard no vehicle.",
    ),
    "gone_aboard": Words(
        "Kendaraan {vehicle} tidak mungkin pulang: ia masih harus mengantar ke perhentian {id}.",
        "Vehicle {vehicle} cannot have gone home: it has somebody aboard for visit {id}.",
    ),
    "fetched_later": Words(
        "Perhentian {id} dijemput pada {time}, sesudah sekarang ({now}).",
        "Visit {id} was picked up at {time}, after now ({now}).",
    ),
    "heading_twice": Words(
        "Dua kendaraan menuju perhentian {id}.", "Two vehicles are heading for visit {id}."
    ),
    "not_json": Words(
        "Berkas bukan JSON yang dapat dibaca: {detail}",
        "The file is not readable JSON: {detail}",
    ),
    "wrong_shape": Words(
        "{where} harus berupa {want}.",
        "{where} must be {want}.",
    ),
    "missing_field": Words(
        "{where} tidak punya {field}.",
        "{where} has no {field}.",
    ),
    "unsupported_field": Words(
        "{where} memakai {field}, yang belum didukung.",
        "{where} uses {field}, which is not supported.",
    ),
    "speed_range": Words(
        "{where} melaju {value} kali; yang dapat hanya lebih dari 0 sampai 5.",
        "{where} has a speed factor of {value}; it may be above 0, up to 5.",
    ),
    "differs_by_type": Words(
        "{where}.{field} berbeda menurut jenis kendaraan yang dapat datang; belum didukung.",
        "{where}.{field} differs between the vehicles that could come, which is not supported.",
    ),
    "costs_twice": Words(
        "{where} punya biaya sendiri, sedangkan kendaraannya dibayar per jam atau per km.",
        "{where} has costs of its own, but a vehicle on it is paid by the hour or the km.",
    ),
    "costs_apart": Words(
        "Biaya kendaraan terlalu jauh berbeda untuk dihitung bersama.",
        "The costs of the vehicles are too far apart to be reckoned together.",
    ),
    "start_broken": Words(
        "Rute awal (steps) melanggar aturan: {detail}",
        "The routes to start from (steps) break rules: {detail}",
    ),
    "plan_unlike": Words(
        "Rencana ini bukan dari soal ini: {detail}",
        "The plan is not one of this problem: {detail}",
    ),
    "no_plan": Words(
        "Berkas ini berisi kesalahan, bukan rencana: {detail}",
        "The file tells of an error instead of a plan: {detail}",
    ),
    "no_file": Words(
        "Berkas tidak dapat dibaca atau ditulis: {detail}",
        "A file cannot be read or written: {detail}",
    ),
    "wrong_option": Words(
        "Perintah tidak dapat dijalankan: {detail}",
        "The command cannot be run: {detail}",
    ),
    "unknown_format": Words(
        "{file} bukan berkas contoh yang dikenal: Solomon, Li-Lim, VRPLIB, atau DARP Cordeau.",
        "{file} is no instance known here: Solomon, Li-Lim, VRPLIB or Cordeau's DARP.",
    ),
    "instance_line": Words(
        "Baris ini tidak sesuai format {format}: {line}",
        "This does not follow the format {format}: {line}",
    ),
    "no_matrix_source": Words(
        "Lokasi tanpa matriks perlu sumber waktu tempuh.",
        "Locations without a matrix need a source of travel times.",
    ),
}
