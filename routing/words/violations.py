"""What a plan breaks, in words; codes are VROOM's causes where it has one."""

from routing.words.language import Words

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
    "kind": Words(
        "Perhentian {job} kendaraan {vehicle} dicatat dengan jenis yang salah.",
        "Stop {job} of vehicle {vehicle} is noted as the wrong kind of visit.",
    ),
    "max_travel_time": Words(
        "Kendaraan {vehicle} berkendara {seconds} detik lebih lama dari batasnya.",
        "Vehicle {vehicle} drives {seconds} s longer than its limit.",
    ),
    "max_distance": Words(
        "Kendaraan {vehicle} menempuh {metres} meter lebih jauh dari batasnya.",
        "Vehicle {vehicle} drives {metres} m further than its limit.",
    ),
    "duplicate_break": Words(
        "Kendaraan {vehicle} mendapat istirahat {id} lebih dari sekali.",
        "Vehicle {vehicle} is given break {id} more than once.",
    ),
    "precedence": Words(
        "Jemput {pickup} dan antar {delivery} harus di satu rute, jemput lebih dulu.",
        "Pickup {pickup} and delivery {delivery} must be on one route, the pickup first.",
    ),
    "max_ride": Words(
        "Yang dijemput pada {job} berada di kendaraan {seconds} detik terlalu lama.",
        "Who is picked up at {job} rides {seconds} s too long.",
    ),
    "after": Words(
        "Pekerjaan {job} harus sesudah {other}, di rute yang sama.",
        "Job {job} must come after {other}, on the same route.",
    ),
    "group_split": Words(
        "Kelompok {group} terbagi atas {vehicles} kendaraan.",
        "Group {group} is split over {vehicles} vehicles.",
    ),
    "locked": Words(
        "Rute kendaraan {vehicle} tidak dimulai dengan perhentian yang dikunci.",
        "The route of vehicle {vehicle} does not begin with its locked stops.",
    ),
    "booth_full": Words(
        "Loket {booth} harus melayani {over} orang lebih banyak daripada tempatnya.",
        "Booth {booth} is to hold {over} more at a time than it can.",
    ),
    "cost": Words(
        "Biaya rute kendaraan {vehicle} tertulis {stated}, seharusnya {right}.",
        "The cost of vehicle {vehicle}'s route is given as {stated}, but it is {right}.",
    ),
    "plan_cost": Words(
        "Biaya rencana tertulis {stated}, seharusnya {right}.",
        "The cost of the plan is given as {stated}, but it is {right}.",
    ),
}
