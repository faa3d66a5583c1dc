"""What is wrong with a campaign or its plan, and what is left out of it, in words."""

from routing.words.language import Words

CAMPAIGN_FAULTS = {
    "printer_without_rate": Words(
        "Mesin cetak {id} tidak punya kecepatan.", "Printer {id} has no rate."
    ),
    "spoiled_range": Words(
        "Bagian cetakan rusak harus 0 atau lebih dan di bawah 1, bukan {value}.",
        "The share of spoiled prints must be from 0 up and below 1, not {value}.",
    ),
    "no_cards": Words("Tidak ada kartu untuk dicetak.", "There are no cards to print."),
    "no_printers": Words("Tidak ada mesin cetak.", "There is no printer."),
    "no_operators": Words("Tidak ada operator mesin cetak.", "There is no operator."),
    "no_couriers": Words("Tidak ada kurir pada hari mana pun.", "There is no courier on any day."),
    "no_days": Words(
        "Kampanye harus berlangsung paling sedikit satu hari.", "A campaign lasts at least one day."
    ),
    "no_wait": Words(
        "Kartu harus boleh menunggu paling sedikit satu hari antar.",
        "A card must be allowed to wait for at least one delivery day.",
    ),
}

CAMPAIGN_VIOLATIONS = {
    "unknown_card": Words(
        "Kartu {card} tidak ada di kampanye ini.", "There is no card {card} in this campaign."
    ),
    "printed_twice": Words("Kartu {card} dicetak dua kali.", "Card {card} is printed twice."),
    "wrong_area": Words(
        "Kartu {card} tercetak bersama RW lain pada hari {day}.",
        "Card {card} is printed with another RW on day {day}.",
    ),
    "lost_card": Words(
        "Kartu {card} tidak diantar dan tidak pula tercatat tertinggal.",
        "Card {card} neither goes out nor is it left out, or both.",
    ),
    "printed_in_vain": Words(
        "Kartu {card} dicetak tetapi tidak diantar.", "Card {card} is printed but does not go out."
    ),
    "printed_unready": Words(
        "Kartu {card} dicetak pada hari {day}, padahal baru siap pada hari {ready}.",
        "Card {card} is printed on day {day}, but it is ready on day {ready} only.",
    ),
    "printed_out_of_time": Words(
        "Hari {day} di luar masa cetak.", "Day {day} is outside the time for printing."
    ),
    "out_unprinted": Words(
        "Kartu {card} diantar pada hari {day} sebelum dicetak.",
        "Card {card} goes out on day {day} before it is printed.",
    ),
    "no_delivery": Words(
        "Tidak ada yang mengantar kartu {card} pada hari {day}.",
        "Nobody brings card {card} on day {day}.",
    ),
    "waits_too_long": Words(
        "Kartu {card} baru diantar pada hari antar ke-{days} setelah dicetak.",
        "Card {card} goes out only on delivery day {days} after its printing.",
    ),
    "last_door": Words(
        "Kartu {card} diantar pada hari {day}, setelah hari terakhir {last}.",
        "Card {card} goes out on day {day}, after the last day {last}.",
    ),
    "late": Words(
        "Kartu {card} pada hari {day}: catatan terlambat tidak cocok.",
        "Card {card} on day {day}: whether it is late is told wrongly.",
    ),
    "moved": Words(
        "Kartu {card} pada hari {day}: catatan janji yang bergeser tidak cocok.",
        "Card {card} on day {day}: whether its promise is kept is told wrongly.",
    ),
    "over_rate": Words(
        "Mesin {printer} harus mencetak lebih cepat daripada kemampuannya pada hari {day}.",
        "Printer {printer} would have to print faster than it can on day {day}.",
    ),
    "batches_overlap": Words(
        "Mesin {printer} mencetak dua tumpukan sekaligus pada hari {day}.",
        "Printer {printer} prints two batches at once on day {day}.",
    ),
    "two_operators": Words(
        "Mesin {printer} punya dua operator sekaligus pada hari {day}.",
        "Printer {printer} has two operators at once on day {day}.",
    ),
    "two_printers": Words(
        "Operator {operator} di dua mesin sekaligus pada hari {day}.",
        "Operator {operator} stands at two printers at once on day {day}.",
    ),
    "operator_shift": Words(
        "Operator {operator} bekerja di luar jam kerja atau saat istirahat pada hari {day}.",
        "Operator {operator} works outside the shift or in a break on day {day}.",
    ),
    "printer_hours": Words(
        "Mesin {printer} berjalan di luar jamnya pada hari {day}.",
        "Printer {printer} runs outside its hours on day {day}.",
    ),
    "outage": Words(
        "Mesin {printer} berjalan saat rusak pada hari {day}.",
        "Printer {printer} runs in an outage on day {day}.",
    ),
    "cold": Words(
        "Mesin {printer} mulai tanpa pemanasan pada hari {day}.",
        "Printer {printer} begins without warming up on day {day}.",
    ),
    "blanks": Words(
        "Blangko kurang {over} sampai hari {day}.", "By day {day} {over} blanks are missing."
    ),
}

LEFT_OUT = {
    "ready_too_late": Words(
        "Baru siap cetak setelah kampanye.", "Print-ready after the campaign only."
    ),
    "no_courier": Words("Tidak ada kurir untuk kelurahannya.", "No courier serves its kelurahan."),
    "no_printing": Words("Waktu cetak tidak cukup.", "There is not enough time to print it."),
    "no_blanks": Words("Blangko tidak cukup.", "There are not enough blanks."),
    "no_delivery": Words(
        "Kurir tidak sempat mengantarnya pada hari yang diizinkan.",
        "The couriers have no room for it on the days on which it may go out.",
    ),
}

WAYS_OUT = {
    "later_finish": Words(
        "Selesai mencetak pada hari {last}, dengan {days} hari cetak.",
        "Finish printing on day {last}, with {days} days to print.",
    ),
    "more_operators": Words(
        "{operators} operator lagi pada hari {first}-{last}.",
        "{operators} more operators on days {first}-{last}.",
    ),
    "more_printers": Words(
        "{printers} mesin cetak lagi, masing-masing dengan operatornya.",
        "{printers} more printers, each with an operator.",
    ),
    "more_blanks": Words(
        "{blanks} blangko lagi paling lambat hari {day}.", "{blanks} more blanks by day {day}."
    ),
    "more_couriers": Words(
        "{couriers} kurir lagi di samping tiap kurir.", "{couriers} more couriers beside each one."
    ),
    "fewer_cards": Words("{cards} kartu lebih sedikit.", "{cards} cards fewer."),
}
