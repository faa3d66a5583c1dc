"""The empty list that offices fill in: as a workbook with an example and notes, and as CSV."""

from collections.abc import Callable

from field.domain.resident_columns import COLUMNS
from field.domain.text import N_
from field.gateways.sheet_writer import Sheet, csv_bytes, xlsx_bytes

RULES = (
    N_("Isi lembar Data; satu baris untuk satu kartu. Lembar lain hanya untuk dibaca."),
    N_("Jangan ubah format Teks pada kolom NIK, KK, RT, dan RW, supaya angkanya utuh."),
    N_("Berkas yang sama boleh dikirim lagi: kartu yang sudah ada tidak masuk dua kali."),
)


def template_xlsx(say: Callable[[str], str]) -> bytes:
    """Make the workbook; `say` turns its sentences into the reader's language."""
    head = [column.name for column in COLUMNS]
    example = Sheet("Contoh", head, [[column.example for column in COLUMNS]])
    notes = [[column.name, say(column.note)] for column in COLUMNS]
    rules = [["", say(rule)] for rule in RULES]
    guide = Sheet("Petunjuk", [say(N_("kolom")), say(N_("cara mengisi"))], notes + rules)
    return xlsx_bytes(Sheet("Data", head, [[""] * len(head)] * 500), example, guide)


def template_csv() -> bytes:
    head = [column.name for column in COLUMNS]
    return csv_bytes(Sheet("Data", head, [[column.example for column in COLUMNS]]))
