"""Every code of this library in words: Indonesian for the screens, English beside it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Value = int | str
Language = Literal["id", "en"]


class Words(NamedTuple):
    id: str
    en: str

    def say(self, language: Language, values: Mapping[str, Value]) -> str:
        return (self.id if language == "id" else self.en).format_map(values)


FAULTS = {
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
    "unknown_id": Words(
        "Tidak ada {kind} bernomor {id}.",
        "There is no {kind} with id {id}.",
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
    "no_matrix_source": Words(
        "Lokasi tanpa matriks perlu sumber waktu tempuh.",
        "Locations without a matrix need a source of travel times.",
    ),
}

VIOLATIONS = {
    "unknown_id": Words("Rute menyebut {kind} {id} yang tidak ada.", "There is no {kind} {id}."),
    "duplicate_job": Words(
        "Pekerjaan {job} muncul lebih dari sekali.", "Job {job} appears more than once."
    ),
    "duplicate_route": Words(
        "Kendaraan {vehicle} punya dua rute.", "Vehicle {vehicle} has two routes."
    ),
    "missing_job": Words(
        "Pekerjaan {job} hilang: tidak di rute, tidak di daftar sisa.",
        "Job {job} is lost: neither on a route nor listed as unassigned.",
    ),
    "missing_reason": Words(
        "Pekerjaan {job} tertinggal tanpa alasan.", "Job {job} is left out without a reason."
    ),
    "shape": Words(
        "Rute kendaraan {vehicle} harus mulai dengan start dan selesai dengan end.",
        "The route of vehicle {vehicle} must begin with a start and close with an end.",
    ),
    "place": Words(
        "Langkah {step} kendaraan {vehicle} dicatat di lokasi yang salah.",
        "Step {step} of vehicle {vehicle} stands at the wrong location.",
    ),
    "timing": Words(
        "Jam pada langkah {step} kendaraan {vehicle} tidak cocok dengan matriks.",
        "The times at step {step} of vehicle {vehicle} do not agree with the matrix.",
    ),
    "distance": Words(
        "Jarak pada langkah {step} kendaraan {vehicle} tidak cocok dengan matriks.",
        "The metres at step {step} of vehicle {vehicle} do not agree with the matrix.",
    ),
    "service": Words(
        "Lama pelayanan pekerjaan {job} tidak sesuai permintaan.",
        "Job {job} is not given the service and setup it asks for.",
    ),
    "carried": Words(
        "Muatan yang dicatat pada langkah {step} kendaraan {vehicle} salah.",
        "The load noted at step {step} of vehicle {vehicle} is wrong.",
    ),
    "unreachable": Words(
        "Kendaraan {vehicle} tidak dapat mencapai langkah {step}.",
        "Vehicle {vehicle} cannot reach step {step}.",
    ),
    "lead_time": Words(
        "Pekerjaan {job} dimulai {seconds} detik sebelum jendela waktunya.",
        "Job {job} begins {seconds} s before its time window.",
    ),
    "delay": Words(
        "Pekerjaan {job} dimulai {seconds} detik setelah jendela waktunya tutup.",
        "Job {job} begins {seconds} s after its time window has closed.",
    ),
    "shift": Words(
        "Kendaraan {vehicle} bekerja {seconds} detik di luar jam kerja.",
        "Vehicle {vehicle} works {seconds} s outside its shift.",
    ),
    "break_time": Words(
        "Istirahat {id} kendaraan {vehicle} di luar waktunya atau terlalu pendek.",
        "Break {id} of vehicle {vehicle} is outside its window or cut short.",
    ),
    "missing_break": Words(
        "Kendaraan {vehicle} tidak mendapat istirahat {id}.",
        "Vehicle {vehicle} is not given break {id}.",
    ),
    "load": Words(
        "Kendaraan {vehicle} membawa {over} lebih banyak dari kapasitasnya.",
        "Vehicle {vehicle} carries {over} more than it can hold.",
    ),
    "skills": Words(
        "Kendaraan {vehicle} tidak punya keahlian untuk pekerjaan {job}.",
        "Vehicle {vehicle} lacks a skill that job {job} needs.",
    ),
    "allowed_vehicle": Words(
        "Pekerjaan {job} bukan wilayah kendaraan {vehicle}.",
        "Job {job} may not be served by vehicle {vehicle}.",
    ),
    "max_tasks": Words(
        "Kendaraan {vehicle} punya {over} perhentian lebih dari batasnya.",
        "Vehicle {vehicle} has {over} stops more than its limit.",
    ),
    "max_duration": Words(
        "Rute kendaraan {vehicle} {seconds} detik lebih lama dari batasnya.",
        "The route of vehicle {vehicle} is {seconds} s longer than its limit.",
    ),
}

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
